import { read } from './references.mjs';
import { rowsUnder } from './tables.mjs';

const keys = rowsUnder(read('docs/security/keys.md'), 'key');

describe('the list of keys', () => {
  it('has every secret column of the data map, and no column that is none', () => {
    const secrets = rowsUnder(read('docs/security/data-map.md'), 'table')
      .filter(([, name]) => name === 'secret')
      .flatMap(([table, , columns = '']) => columns.split(', ').map((column) => `${table}.${column}`));
    const listed = keys.flatMap(([, stored = '']) => /`([a-z_]+\.[a-z_]+)`/.exec(stored)?.[1] ?? []);
    expect(listed.toSorted()).toEqual(secrets.toSorted());
  });

  it('says of each how it is made, used and ended, and what to do after a leak', () => {
    expect(keys.filter((cells) => cells.length !== 6 || cells.some((cell) => cell === ''))).toEqual([]);
  });
});
