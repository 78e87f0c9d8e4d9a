import { columnsIn, redisKeysIn } from './data-map.mjs';
import { read } from './references.mjs';
import { rowsUnder } from './tables.mjs';

const page = read('docs/security/data-map.md');
const unquoted = (/** @type {string} */ cell) => cell.replaceAll('`', '');
const classes = rowsUnder(page, 'class').map(([name = '']) => unquoted(name));
const tables = rowsUnder(page, 'table');
const keys = rowsUnder(page, 'key');

describe('the data map', () => {
  it('every column of the schema has a class, once: add a new column to docs/security/data-map.md', () => {
    const mapped = tables.flatMap(([table, , columns = '']) =>
      columns.split(', ').map((column) => `${table}.${column}`),
    );
    expect(mapped.toSorted()).toEqual(columnsIn(read('db/schema.sql')).toSorted());
  });

  it('every key of Redis has a class, once: add a new key to docs/security/data-map.md', () => {
    const mapped = keys.map(([key = '']) => unquoted(key));
    expect(mapped.toSorted()).toEqual(redisKeysIn(read('libs/redis/src/keys.ts')).toSorted());
  });

  it('every class is one of the list', () => {
    const used = [...tables, ...keys].map(([, name]) => name);
    expect(used.filter((name) => !classes.includes(name ?? ''))).toEqual([]);
  });

  it('whatever is sealed counts as words or as a secret, and words are sealed', () => {
    const isSealed = (/** @type {string} */ column) => /(^|_)sealed$/.test(column);
    for (const [, name = '', columns = ''] of tables) {
      const sealed = columns.split(', ').filter(isSealed);
      expect([columns, sealed.length === 0 || ['words', 'secret'].includes(name)]).toEqual([columns, true]);
      if (name === 'words') expect(columns).toBe(sealed.join(', '));
    }
  });

  it('columns are read from the schema, without constraints', () => {
    const sql =
      'create table a (\n  id uuid not null,\n  b text generated always as (\nCASE\n    WHEN true THEN 1\nEND) stored,\n  "position" bigint,\n  constraint a_pkey PRIMARY KEY (id)\n);\n';
    expect(columnsIn(sql)).toEqual(['a.id', 'a.b', 'a.position']);
  });
});
