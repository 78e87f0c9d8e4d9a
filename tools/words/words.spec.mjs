import { textsOf } from './texts.mjs';
import { flawsIn, isStoredName, quickSearch, storedNames, wordsUnder } from './word-list.mjs';

const PAGE = `# Words

## In prose

| never | say instead | fine in |
| --- | --- | --- |
| gizmo, big deal | tool | gizmo museum |

## In names

| never | say instead | fine in |
| --- | --- | --- |
| gadget | tool | |

## Stored names

| name | in |
| --- | --- |
| gadget, gadgetTitle | apps/page |
`;

const found = (/** @type {string} */ text) =>
  flawsIn(text, wordsUnder(PAGE, 'In prose')).map((flaw) => flaw.found);

describe('the word list', () => {
  it('reads each table of the page apart', () => {
    expect(wordsUnder(PAGE, 'In prose').map(({ never }) => never)).toEqual(['gizmo', 'big deal']);
    expect(wordsUnder(PAGE, 'In names').map(({ instead }) => instead)).toEqual(['tool']);
  });

  it('finds a phrase in any case, in the plural, and over a line break', () => {
    expect(found('Gizmos are a big\ndeal')).toEqual(['Gizmos', 'big deal']);
  });

  it('finds whole words only, and none where they are fine', () => {
    expect(found('a gizmometer in the gizmo museum')).toEqual([]);
  });

  it('allows a stored name in the folder that uses it, and nowhere else', () => {
    const stored = storedNames(PAGE);
    expect(isStoredName(stored, 'apps/page/a.ts', 'gadget title')).toBe(true);
    expect(isStoredName(stored, 'apps/page/a.ts', 'gadget hint')).toBe(false);
    expect(isStoredName(stored, 'apps/pages/a.ts', 'gadget')).toBe(false);
  });

  it('finds the files that could hold a word without parsing them', () => {
    const quick = quickSearch(wordsUnder(PAGE, 'In prose'));
    expect(quick.test('const aGizmo = 1;')).toBe(true);
    expect(quick.test('const tool = 1;')).toBe(false);
  });
});

describe('the texts of a file', () => {
  const kinds = (/** @type {string} */ file, /** @type {string} */ source) =>
    textsOf(file, source).map(({ kind, text }) => [kind, text.trim()]);

  it('are its comments and names in a script', () => {
    expect(kinds('a.ts', '// One sentence\n// over two lines.\nconst aName = "a string";')).toEqual([
      ['prose', 'One sentence\n over two lines.'],
      ['name', 'a name'],
    ]);
  });

  it('are the titles of tests in a spec', () => {
    expect(kinds('a.spec.ts', 'it("says what it shows", f("another string"));')).toContainEqual([
      'prose',
      '"says what it shows"',
    ]);
  });

  it('are the entries of a word catalogue', () => {
    expect(kinds('apps/visitor/src/words/english.ts', 'export const a = "Hello, you.";')).toContainEqual([
      'screen',
      '"Hello, you."',
    ]);
  });

  it('leave out code in prose', () => {
    const [[, text = ''] = []] = kinds('a.md', 'See `gizmo`:\n```\ngizmo\n```\nand [this](gizmo.md).');
    expect(text).not.toContain('gizmo');
  });

  it('are the comments of other files', () => {
    expect(kinds('a.sql', '-- Why.\nselect 1;')).toEqual([['prose', '-- Why.']]);
    expect(kinds('a.css', 'a { } /* Why. */')).toEqual([['prose', '/* Why. */']]);
  });
});
