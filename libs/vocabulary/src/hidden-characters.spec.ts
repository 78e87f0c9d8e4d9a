import { hasHiddenInName, revealHidden, revealHiddenInName } from './hidden-characters';

describe('characters that no one sees', () => {
  it.each([
    ['an override', '\u202Enimda', '▯nimda'],
    ['an embedding and its end', 'a\u202Bb\u202Cc', 'a▯b▯c'],
    ['isolates', '\u2066a\u2069', '▯a▯'],
  ])('are shown as marks in a message and in a name where they reorder letters: %s', (_what, text, shown) => {
    expect(revealHidden(text)).toBe(shown);
    expect(revealHiddenInName(text)).toBe(shown);
  });

  it.each([
    ['a zero-width space', 'Sa\u200Bm'],
    ['a soft hyphen', 'Sa\u00ADm'],
    ['a Hangul filler', 'Sa\u3164m'],
    ['a word joiner', 'Sa\u2060m'],
  ])('are shown as marks in a name that would pass for another: %s', (_what, name) => {
    expect(revealHiddenInName(name)).toBe('Sa▯m');
    expect(hasHiddenInName(name)).toBe(true);
  });

  it.each(['\u202Enimda', '\u2066a\u2069', 'Sa\tm', 'Sam\nAna', 'Sa\0m', 'Sa\u0085m', 'Sa\u2028m'])(
    'are found in a name, as are control characters and ends of lines: %j',
    (name) => expect(hasHiddenInName(name)).toBe(true),
  );

  it.each([
    ['emoji', '👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️'],
    ['Persian', 'می‌خواهم'],
    ['Hebrew with a direction mark', 'שלום\u200F!'],
    ['Welsh', 'Siân'],
  ])('stay where they belong to the writing: %s', (_what, name) => {
    expect(revealHiddenInName(name)).toBe(name);
    expect(hasHiddenInName(name)).toBe(false);
  });
});
