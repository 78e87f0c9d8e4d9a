import { read } from './references.mjs';
import { rowsUnder } from './tables.mjs';

const page = read('docs/security/logs.md');

describe('the inventory of logs', () => {
  it('has exactly the fields that a line of the process log may have', () => {
    const [, listed = ''] =
      /const ALLOWED = new Set\(\[([^\]]*)\]\)/.exec(read('apps/gateway/src/core/log.ts')) ?? [];
    const fields = [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(fields.length).toBeGreaterThan(5);
    expect(rowsUnder(page, 'field').map(([name]) => name)).toEqual(fields);
  });

  it('says of each log what it holds, where it is, who reads it and how long it is kept', () => {
    const logs = rowsUnder(page, 'log');
    expect(logs.map(([name]) => name)).toContain('audit');
    expect(logs.filter((cells) => cells.length !== 7 || cells.some((cell) => cell === ''))).toEqual([]);
  });
});
