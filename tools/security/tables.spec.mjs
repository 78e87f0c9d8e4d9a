import { flawOf } from './references.mjs';
import { countsOf, referencesIn, rowsUnder } from './tables.mjs';

describe('the tables of docs/security', () => {
  it('a table is found by its first heading', () => {
    const page = '| a | b |\n| --- | --- |\n| 1 | x \\| y |\n\n| c |\n| --- |\n| 2 |\n';
    expect(rowsUnder(page, 'a')).toEqual([['1', 'x | y']]);
    expect(rowsUnder(page, 'd')).toEqual([]);
  });

  it('a cell names files, and tests by a part of their title', () => {
    expect(referencesIn('`a/b.spec.ts`: does it; `docs/c.md`; in words')).toEqual([
      { file: 'a/b.spec.ts', title: 'does it' },
      { file: 'docs/c.md', title: '' },
    ]);
  });

  it('a file that is gone and a test that is gone are flaws', () => {
    const file = 'tools/security/tables.spec.mjs';
    expect(flawOf({ file, title: 'a cell names files' })).toBeUndefined();
    expect(flawOf({ file, title: 'no such test' })).toBe(`${file} has no test "no such test"`);
    expect(flawOf({ file: 'nowhere.md', title: '' })).toBe('nowhere.md does not exist');
  });

  it('states are counted', () => {
    expect(countsOf(['met', 'met', 'n/a'])).toEqual({ met: 2, 'n/a': 1 });
  });
});
