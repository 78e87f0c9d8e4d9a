import { flawOf, read } from './references.mjs';
import { countsOf, referencesIn, rowsUnder } from './tables.mjs';

const STATES = ['met', 'partly', 'not yet', 'n/a'];
/** Requirements of levels 1 and 2 in each chapter of version 5.0.0. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

const rows = rowsUnder(read('docs/security/asvs.md'), 'number').map(
  ([number = '', level = '', asks = '', state = '', shown = '']) => ({ number, level, asks, state, shown }),
);
const chapterOf = (/** @type {string} */ number) => Number(number.split('.')[0]);

describe('the table of ASVS', () => {
  it('every requirement of levels 1 and 2 has a row, once', () => {
    const counts = CHAPTERS.map(
      (_, index) => rows.filter(({ number }) => chapterOf(number) === index + 1).length,
    );
    expect(counts).toEqual(CHAPTERS);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  });

  it('every row has a level and a state', () => {
    expect(rows.filter(({ level, state }) => !['1', '2'].includes(level) || !STATES.includes(state))).toEqual(
      [],
    );
  });

  it('every file and every test that a row names exists', () => {
    const flaws = rows.flatMap(({ number, shown }) =>
      referencesIn(shown).flatMap((reference) => {
        const flaw = flawOf(reference);
        return flaw === undefined ? [] : [`${number}: ${flaw}`];
      }),
    );
    expect(flaws).toEqual([]);
  });

  it('a requirement that is met names a file, and every other one says what is missing or why it does not apply', () => {
    const bare = rows.filter(({ state, shown }) =>
      state === 'met' ? referencesIn(shown).length === 0 : shown === '',
    );
    expect(bare.map(({ number }) => number)).toEqual([]);
  });

  it('the summary in docs/security.md counts what the table says', () => {
    const summary = rowsUnder(read('docs/security.md'), 'chapter').map(([name = '', ...cells]) => [
      Number.parseInt(name.slice(1), 10),
      ...cells.map(Number),
    ]);
    const counted = CHAPTERS.map((_, index) => {
      const states = rows.filter(({ number }) => chapterOf(number) === index + 1).map(({ state }) => state);
      return [index + 1, ...STATES.map((state) => countsOf(states)[state] ?? 0)];
    });
    expect(summary).toEqual(counted);
  });

  it('the sentence below the summary counts what the table says', () => {
    const { met, partly, 'not yet': notYet, 'n/a': outside = 0 } = countsOf(rows.map(({ state }) => state));
    expect(read('docs/security.md')).toContain(
      `Of ${rows.length} requirements ${rows.length - outside} apply: ${met} are met, ${partly} partly, ${notYet} not yet.`,
    );
  });
});
