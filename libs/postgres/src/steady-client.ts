import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss is never an uncaught error. Between the pool, which listens while it is idle, and whoever has taken it,
 * who listens while it is used, there is a moment in which nobody does; a server that dies just then would take the
 * process with it. Whoever uses it learns of the loss by their question failing.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
