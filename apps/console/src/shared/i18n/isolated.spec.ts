import { isolated, withIsolatedTexts } from './isolated';

const HEBREW = '\u05D3\u05E0\u05D4';

describe('isolated texts', () => {
  it('leaves a name that turns nothing as it is', () => {
    expect(isolated('Robin')).toBe('Robin');
  });

  it('puts a right-to-left name between isolates', () => {
    expect(isolated(HEBREW)).toBe(`\u2068${HEBREW}\u2069`);
  });

  it('takes an override out of a name, so that it turns no sentence around', () => {
    expect(isolated('Rob\u202Ein')).toBe('\u2068Robin\u2069');
    expect(isolated('\u2066Robin')).toBe('\u2068Robin\u2069');
  });

  it('isolates what goes into every sentence of a catalogue, at any depth', () => {
    const words = withIsolatedTexts({
      plain: 'Sign out',
      list: ['Mo', 'Tu'],
      deep: { held: (name: string, count: number) => `${name} has ${count}` },
    });
    expect(words.deep.held(HEBREW, 2)).toBe(`\u2068${HEBREW}\u2069 has 2`);
    expect(words.deep.held('Robin', 2)).toBe('Robin has 2');
    expect([words.plain, words.list]).toEqual(['Sign out', ['Mo', 'Tu']]);
  });
});
