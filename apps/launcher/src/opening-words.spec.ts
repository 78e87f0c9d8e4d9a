import { openingWords } from './opening-words';

const NOON = new Date('2026-12-01T12:00:00').getTime();
const HOUR = 3_600_000;

describe('what the button says about the opening state', () => {
  it('is open now, or says when it opens', () => {
    expect(openingWords({ opening: 'open', opensAt: null }, NOON)).toBe('Open now');
    expect(openingWords({ opening: 'closed', opensAt: NOON + 6 * HOUR }, NOON)).toBe('Opens at 18:00');
    expect(openingWords({ opening: 'closed', opensAt: NOON + 30 * HOUR }, NOON)).toBe(
      'Opens Wednesday at 18:00',
    );
  });

  it('does not say what it does not know', () => {
    expect(openingWords({ opening: 'full', opensAt: null }, NOON)).toBe('Closed now');
    expect(openingWords({ opening: 'closed', opensAt: NOON - 1 }, NOON)).toBe('Closed now');
    expect(openingWords({}, NOON)).toBe('');
  });
});
