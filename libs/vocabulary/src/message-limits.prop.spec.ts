import fc from 'fast-check';
import { codePoints, MESSAGE_MAX_CODE_POINTS, messageFlaw } from './message-limits';

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
