import fc from 'fast-check';
import { codePoints, cutTo, isBlank, MESSAGE_MAX_CODE_POINTS, messageFlaw } from './message-limits';

const run = { seed: 20_408, numRuns: 200 };
const text = fc.string({ unit: 'binary', maxLength: 60 });

/** Lone halves of surrogate pairs included. */
const anyCodeUnits = fc
  .array(fc.nat(0xffff), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

describe('codePoints', () => {
  it('counts as Unicode does, whatever is in the text', () => {
    fc.assert(
      fc.property(fc.oneof(text, anyCodeUnits), (given) => {
        expect(codePoints(given)).toBe(Array.from(given).length);
      }),
      run,
    );
  });
});

describe('messageFlaw', () => {
  it('allows 4,000 code points and not one more, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'é', '語', '😀', '\ud800'), fc.nat(3), (letter, more) => {
        const full = letter.repeat(MESSAGE_MAX_CODE_POINTS);
        expect(messageFlaw(full)).toBeNull();
        expect(messageFlaw(full.slice(letter.length))).toBeNull();
        expect(messageFlaw(full + letter.repeat(more + 1))).toBe('message_too_long');
      }),
      { seed: 20_409, numRuns: 20 },
    );
  });

  it('finds white space alone empty, and one visible letter enough', () => {
    const spaces = fc.array(fc.constantFrom(' ', '\t', '\n', '\r', '\u00a0', '\u2003', '\u3000', '\ufeff'));
    fc.assert(
      fc.property(spaces, spaces, (before, after) => {
        const [left, right] = [before.join(''), after.join('')];
        expect(messageFlaw(left + right)).toBe('empty_message');
        expect(messageFlaw(`${left}.${right}`)).toBeNull();
      }),
      run,
    );
  });
});

describe('isBlank', () => {
  it.each([
    ['a zero-width space', '\u200b'],
    ['marks of direction', '\u202e\u200f\u2066'],
    ['a soft hyphen between spaces', ' \u00ad '],
    ['a Hangul filler', '\u3164'],
    ['a braille blank', '\u2800'],
    ['joiners and a variation selector', '\u200d\u2060\ufe0f'],
  ])('finds that no one sees %s', (_, text) => {
    expect(isBlank(text)).toBe(true);
    expect(messageFlaw(text)).toBe('empty_message');
    expect(isBlank(`${text}a`)).toBe(false);
  });
});

describe('cutTo', () => {
  it.each([
    ['a family', 'ab👩‍👩‍👧', 4, 'ab'],
    ['a flag', '🇬🇧🇬🇧', 3, '🇬🇧'],
    ['a letter with its accent', 'ae\u0301', 2, 'a'],
    ['nothing that fits', 'a😀', 2, 'a😀'],
  ])('cuts %s in no two', (_, text, most, cut) => {
    expect(cutTo(text, most)).toBe(cut);
  });

  it('gives a beginning within the limit, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.nat(60), (whole, most) => {
        const cut = cutTo(whole, most);
        expect(whole.startsWith(cut)).toBe(true);
        expect(codePoints(cut)).toBeLessThanOrEqual(most);
      }),
      run,
    );
  });
});
