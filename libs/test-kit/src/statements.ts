import { mock } from 'node:test';
import pg from 'pg';

const textOf = (query: unknown): string =>
  typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : 'unknown';

/** How often each statement was asked of Postgres by this process while `work` ran, by its text. */
export const statementsDuring = async (work: () => Promise<void>): Promise<Map<string, number>> => {
  // Every client, pooled or not, hands its statements over like this.
  const spy = mock.method(pg.Query.prototype, 'submit');
  await work();
  const asked = new Map<string, number>();
  for (const { this: query } of spy.mock.calls) {
    const text = textOf(query);
    asked.set(text, (asked.get(text) ?? 0) + 1);
  }
  spy.mock.restore();
  return asked;
};
