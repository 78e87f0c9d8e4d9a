import { catalogueText } from './catalogue-text';
import { english } from './english';
import { unitedKingdom } from './locale-of-specs';
import { parseCatalogue } from './parse-catalogue';

const NAMES = ['Sam', 'Jo </script>', '$1', '{1}'] as const;

/** Every word with its place, and what its sentences say for some names. */
const spoken = (value: unknown): unknown => {
  if (typeof value === 'function')
    return NAMES.map((name) => (value as (...said: string[]) => string)(name, 'Kim'));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner)]));
};

describe('the words in the page', () => {
  const text = catalogueText({ words: english, locale: unitedKingdom });

  it('say what the catalogue says, whatever goes in', () => {
    const { words, locale } = parseCatalogue(text);
    expect(spoken(words)).toEqual(spoken(english));
    expect(locale).toEqual(unitedKingdom);
  });

  it('name what goes into them', () => {
    expect(JSON.parse(text)).toMatchObject({
      words: {
        arrive: { closes: 'We close at {0:time}.' },
        talking: { lostBut: "{0:name}'s connection has dropped. {1:other} is here." },
      },
    });
  });

  it('end no script', () => {
    expect(text).not.toContain('<');
  });
});
