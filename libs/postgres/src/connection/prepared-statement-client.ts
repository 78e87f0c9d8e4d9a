import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** Different questions that a connection keeps planned: more than we have, and a bound on its memory in Postgres. */
const KEPT = 400;

const names = new Map<string, string>();

/**
 * Every connection plans a question once and keeps it, where it would plan it anew each time: that takes as long as answering
 * most of ours, and ten times as long for the longest. Null for those beyond what is kept, which are planned each time.
 * A kept question names the columns it answers with, since Postgres refuses one whose columns a migration has changed.
 */
const nameOf = (text: string): string | null => {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= KEPT) return null;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
};

/** Without values it may be a command, or several. */
const planned = (question: unknown, values: unknown): readonly unknown[] => {
  if (typeof question !== 'string' || !Array.isArray(values) || values.length === 0)
    return [question, values];
  const name = nameOf(question);
  return name === null ? [question, values] : [{ name, text: question, values }, undefined];
};

/**
 * A connection whose loss is never an uncaught error. Between the pool, which listens while it is idle, and whoever has taken it,
 * who listens while it is used, there is a moment in which nobody does; a server that dies just then would take the
 * process with it. Whoever uses it learns of the loss by their question failing.
 */
export class PreparedStatementClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const ask: (...given: unknown[]) => unknown = this.query.bind(this);
    Object.defineProperty(this, 'query', {
      configurable: true,
      writable: true,
      value: (question: unknown, values: unknown, ...rest: unknown[]): unknown =>
        ask(...planned(question, values), ...rest),
    });
  }
}
