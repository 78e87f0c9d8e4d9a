import { instant, MINUTE, SECOND } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { TARGET_MINUTES, type Band } from '@warmline/vocabulary';
import { inAnswerOrder, rankOf, type QueueEntry } from './answer-order';
import { bandAfterLoss, bandFor } from './band';
import { NOW } from './testing/any-situation';

const waited = (band: Band, minutes: number, number = 1): QueueEntry => ({
  conversation: numbered.conversation(number),
  band,
  enteredAt: instant(NOW - minutes * MINUTE),
});
const numbersInOrder = (...entries: QueueEntry[]): number[] =>
  inAnswerOrder(entries, NOW).map((entry) => Number(entry.conversation.slice(-4)));

describe('the band', () => {
  it.each([
    ['not_safe_now', 1],
    ['not_sure', 2],
    ['said_safe', 3],
    ['did_not_say', 3],
  ] as const)('of a visitor who said %s is %d', (answer, band) => {
    expect(bandFor(answer)).toBe(band);
  });
});

describe('the band after losing a responder', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
  ] as const)('is for band %d band %d', (before, after) => {
    expect(bandAfterLoss(before)).toBe(after);
  });
});

describe('the rank', () => {
  it('is counted in targets of 1, 3 and 10 minutes', () => {
    expect(TARGET_MINUTES).toEqual({ 1: 1, 2: 3, 3: 10 });
  });

  it.each([
    [1, 0, 0, 0],
    [1, 3, 0, 3],
    [2, 6, 1, 2],
    [2, 60, 1, 20],
    [3, 10, 2, 1],
    [3, 20, 2, 2],
    [3, 25, 1, 0.5],
    [3, 40, 1, 2],
  ] as const)('in band %d after %d minutes is tier %d, priority %d', (band, minutes, tier, priority) => {
    expect(rankOf(waited(band, minutes), NOW)).toEqual({ tier, priority });
  });

  it('changes tier after the cap, not at it', () => {
    expect(rankOf(waited(3, 20), NOW).tier).toBe(2);
    expect(rankOf({ ...waited(3, 20), enteredAt: instant(NOW - 20 * MINUTE - 1) }, NOW).tier).toBe(1);
  });
});

describe('the answer order', () => {
  it('[RTE1] answers band 1 first, however long others have waited', () => {
    expect(numbersInOrder(waited(3, 600, 1), waited(2, 600, 2), waited(1, 0, 3))).toEqual([3, 2, 1]);
  });

  it('[RTE1] answers band 1 in the order of coming', () => {
    expect(numbersInOrder(waited(1, 1, 1), waited(1, 3, 2), waited(1, 2, 3))).toEqual([2, 3, 1]);
  });

  it('[RTE1] lets a long waiter pass those of band 2 whose share of their target is smaller', () => {
    // 30 min in band 3: 3 targets less the cap is 1; 2 min in band 2 are 0.67, 4 min are 1.33.
    expect(numbersInOrder(waited(3, 30, 1), waited(2, 2, 2), waited(2, 4, 3))).toEqual([3, 1, 2]);
    expect(numbersInOrder(waited(3, 20, 1), waited(2, 0, 2))).toEqual([2, 1]);
  });

  it('[RTE1] breaks a tie of tier and priority by coming, then by id', () => {
    // Half a target past the cap (25 min) and half of band 2's target (1.5 min) are both priority 0.5.
    expect(numbersInOrder(waited(2, 1.5, 1), waited(3, 25, 2))).toEqual([2, 1]);
    expect(numbersInOrder(waited(3, 5, 2), waited(3, 5, 1), waited(3, 5, 3))).toEqual([1, 2, 3]);
  });

  it('leaves what it was given as it was', () => {
    const entries = Object.freeze([waited(3, 1, 1), waited(1, 1, 2)]);
    expect(inAnswerOrder(entries, instant(NOW + SECOND))).toHaveLength(2);
    expect(entries.map(({ band }) => band)).toEqual([3, 1]);
  });
});
