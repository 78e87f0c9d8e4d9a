import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** Statements that one connection keeps prepared: more than Warmline has, and a bound on its memory in Postgres. */
const KEPT = 400;

/**
 * The name under which each connection prepares a statement. Planning takes as long as running most of our statements, and ten
 * times as long for the longest one. A prepared statement names its columns, since Postgres refuses one whose columns a
 * migration has changed.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** @param most names in all; a statement beyond them is planned each time */
  constructor(private readonly most: number) {}

  /** Null beyond the number that is kept. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= this.most) return null;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    this.names.set(text, name);
    return name;
  }
}

const names = new StatementNames(KEPT);

/** A text without values may hold several commands, which cannot be prepared. */
const prepared = (statement: unknown, values: unknown): readonly unknown[] => {
  if (typeof statement !== 'string' || !Array.isArray(values) || values.length === 0)
    return [statement, values];
  const name = names.nameOf(statement);
  return name === null ? [statement, values] : [{ name, text: statement, values }, undefined];
};

/**
 * A connection that prepares its statements, and whose loss is never an uncaught error. The pool listens for errors while the
 * connection is idle, and its user while it is in use. In the moment between the two nobody listens, and a server that dies then
 * would end this process. The user learns of the loss because their query fails.
 */
export class PreparedStatementClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const query: (...parameters: unknown[]) => unknown = this.query.bind(this);
    Object.defineProperty(this, 'query', {
      configurable: true,
      writable: true,
      value: (statement: unknown, values: unknown, ...rest: unknown[]): unknown =>
        query(...prepared(statement, values), ...rest),
    });
  }
}
