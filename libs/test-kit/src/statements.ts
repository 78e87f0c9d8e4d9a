import { mock } from 'node:test';
import { Client } from 'pg';

/** How often each statement was asked of Postgres by this process while `work` ran, by its name or else its text. */
export const statementsDuring = async (work: () => Promise<void>): Promise<Map<string, number>> => {
  const spy = mock.method(Client.prototype, 'query');
  await work();
  const asked = new Map<string, number>();
  for (const { arguments: given } of spy.mock.calls) {
    const query: unknown = given[0];
    const { name, text } =
      typeof query === 'object' && query !== null ? { name: '', text: '', ...query } : {};
    const statement = String(name === '' ? text : (name ?? query));
    asked.set(statement, (asked.get(statement) ?? 0) + 1);
  }
  spy.mock.restore();
  return asked;
};
