import { flawOf, read } from './references.mjs';
import { referencesIn, rowsUnder } from './tables.mjs';

const STATES = ['covered', 'partly', 'not applicable', 'not yet'];

const rows = rowsUnder(read('docs/security/peers.md'), 'no.').map(
  ([number = '', where = '', what = '', state = '', shown = '']) => ({ number, where, what, state, shown }),
);

describe('the vulnerabilities of our peers', () => {
  it('all 47 have a row, in order', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
  });

  it('each has a state, and what is covered names a test', () => {
    const flaws = rows.filter(({ state, shown }) => {
      if (!STATES.includes(state)) return true;
      return state === 'covered' ? !referencesIn(shown).some(({ title }) => title !== '') : shown === '';
    });
    expect(flaws).toEqual([]);
  });

  it('every file and every test that a row names exists', () => {
    const flaws = rows.flatMap(({ shown }) =>
      referencesIn(shown).flatMap((reference) => flawOf(reference) ?? []),
    );
    expect(flaws).toEqual([]);
  });
});
