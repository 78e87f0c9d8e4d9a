import { conversationId, instant, later, MINUTE } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { passedTombstones, type AskedFor, type LeftTombstone } from './passed-tombstones';

const start = instant(1_750_000_000_000);
const at = (minutes: number) => later(start, minutes * MINUTE);
const id = (number: number) => conversationId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** Came at 0 and left at 5. */
const stone: LeftTombstone = {
  conversation: id(1),
  band: 3,
  enteredAt: at(0),
  waitingSince: at(0),
  raw: 10,
  leftAt: at(5),
};
const asked = (band: Band, entered: number, when: number): AskedFor => ({
  conversation: id(2),
  band,
  enteredAt: at(entered),
  at: at(when),
});
const turn = (...all: readonly AskedFor[]) => passedTombstones([stone], all).get(stone.conversation);

describe('passed tombstones', () => {
  it('a tombstone has passed when a responder is first asked for a visitor after it', () => {
    expect(turn(asked(3, 2, 7), asked(3, 3, 9))).toBe(at(7));
  });

  it.each([
    ['a visitor before it', asked(3, -1, 7)],
    ['a visitor of higher priority', asked(1, 6, 7)],
    ['a visitor after it, before its own visitor left', asked(3, 2, 4)],
  ])('a tombstone has not passed when a responder is asked for %s', (_, one) => {
    expect(turn(one)).toBeUndefined();
  });

  it('a tombstone is judged by the answer order of that moment', () => {
    // Band 2 goes first until the standard visitor has waited for twice their target and more.
    expect(turn(asked(2, 4, 10))).toBeUndefined();
    expect(turn(asked(2, 30, 31))).toBe(at(31));
  });
});
