import { hasControlCharacter, withoutControlCharacters } from './control-characters';

describe('control characters', () => {
  it.each([
    '\u0000',
    'a\u0007b',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    { body: 'x\u0000' },
    { 'a\u0000': 1 },
    [['\u0001']],
  ])('[SEC4] are found wherever they stand: %j', (value) => {
    expect(hasControlCharacter(value)).toBe(true);
  });

  it.each(['', 'two\nlines\r\n\tand a tab', '👩‍🚒 مرحبا é', 12, null, true, { body: 'all well' }, []])(
    'are not found in what people write: %j',
    (value) => {
      expect(hasControlCharacter(value)).toBe(false);
    },
  );

  it('are taken out of a text, and nothing else is', () => {
    expect(withoutControlCharacters('a\u0000b\u000bc\u0085 é\n\td👩‍🚒')).toBe('abc é\n\td👩‍🚒');
  });
});
