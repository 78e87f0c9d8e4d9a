import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

const MARK = '/* planned once */ ';
const names = new Map<string, string>();

/**
 * A question that every connection plans once and keeps. For constant texts that are asked often and are long: planning some of
 * ours takes ten times as long as answering them. Not for texts that are made anew, which would be kept for ever.
 */
export const plannedOnce = (text: string): string => `${MARK}${text}`;

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
};

/**
 * A connection whose loss is never an uncaught error. Between the pool, which listens while it is idle, and whoever has taken it,
 * who listens while it is used, there is a moment in which nobody does; a server that dies just then would take the
 * process with it. Whoever uses it learns of the loss by their question failing.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const ask: (...given: unknown[]) => unknown = this.query.bind(this);
    Object.defineProperty(this, 'query', {
      configurable: true,
      writable: true,
      value: (question: unknown, values: unknown, ...rest: unknown[]): unknown =>
        typeof question === 'string' && question.startsWith(MARK)
          ? ask({ name: nameOf(question), text: question, values }, ...rest)
          : ask(question, values, ...rest),
    });
  }
}
