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

describe('the turn of somebody who left', () => {
  it('has come when a responder is asked for who comes after them, the first time', () => {
    expect(turn(asked(3, 2, 7), asked(3, 3, 9))).toBe(at(7));
  });

  it.each([
    ['somebody before them', asked(3, -1, 7)],
    ['somebody of greater priority', asked(1, 6, 7)],
    ['somebody after them, while they were still there', asked(3, 2, 4)],
  ])('has not come when a responder is asked for %s', (_, one) => {
    expect(turn(one)).toBeUndefined();
  });

  it('is judged by the order of that moment', () => {
    // Band 2 goes first until the standard visitor has waited for twice their target and more.
    expect(turn(asked(2, 4, 10))).toBeUndefined();
    expect(turn(asked(2, 30, 31))).toBe(at(31));
  });
});
