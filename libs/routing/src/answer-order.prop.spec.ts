import fc from 'fast-check';
import { instant, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { compareAt, inAnswerOrder, type QueueEntry } from './answer-order';
import { anyBand, anyQueue, NOW } from './testing/any-situation';

/** The formula of the answer order, written down a second time, in whole milliseconds and with no code in common. */
const naiveKey = ({ band: said, hold, enteredAt, conversation }: QueueEntry) => {
  const wait = NOW - enteredAt;
  const band = said !== 1 ? said : hold === 'unseen' ? 3 : hold === 'unproven' ? 2 : 1;
  const target = { 1: 60_000, 2: 180_000, 3: 600_000 }[band];
  const isLong = band === 3 && wait > 1_200_000;
  const tier = { 1: 0, 2: 1, 3: isLong ? 1 : 2 }[band];
  const less = isLong ? 1_200_000 : hold === 'silent' ? 300_000 : 0;
  // A whole number: 600,000 is a multiple of every target.
  const priority = (wait - less) * (600_000 / target);
  return { tier, priority, enteredAt, conversation };
};
const naivelyBefore = (left: QueueEntry, right: QueueEntry): boolean => {
  const [a, b] = [naiveKey(left), naiveKey(right)];
  if (a.tier !== b.tier) return a.tier < b.tier;
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.enteredAt !== b.enteredAt) return a.enteredAt < b.enteredAt;
  return a.conversation < b.conversation;
};

/** Takes the first by the naive model, again and again. */
const naiveOrder = (entries: readonly QueueEntry[]): QueueEntry[] => {
  const left = [...entries];
  const order: QueueEntry[] = [];
  for (let first = left[0]; first !== undefined; first = left[0]) {
    for (const entry of left) if (naivelyBefore(entry, first)) first = entry;
    order.push(first);
    left.splice(left.indexOf(first), 1);
  }
  return order;
};

const seeded = { seed: 71_003, numRuns: 60 };
const compare = compareAt(NOW);

describe('the answer order', () => {
  it('[RTE1] is the order of the naive model', () => {
    fc.assert(
      fc.property(anyQueue, (entries) => {
        expect(inAnswerOrder(entries, NOW)).toEqual(naiveOrder(entries));
      }),
      seeded,
    );
  });

  it('[RTE1] is total: of two visitors exactly one goes first, in whichever order they are compared', () => {
    fc.assert(
      fc.property(anyQueue, (entries) => {
        for (const left of entries)
          for (const right of entries) {
            const [there, back] = [Math.sign(compare(left, right)), Math.sign(compare(right, left))];
            expect(there + back).toBe(0);
            expect(there === 0).toBe(left === right);
          }
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  it('[RTE1] has no circles: who goes before one goes before all after that one', () => {
    const three = fc.tuple(anyQueue, anyQueue).map(([some, more]) => [...some, ...more].slice(0, 8));
    fc.assert(
      fc.property(three, (entries) => {
        for (const a of entries)
          for (const b of entries)
            for (const c of entries)
              if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { ...seeded, numRuns: 40 },
    );
  });

  it('[RTE1] does not depend on the order in which people are given', () => {
    const shuffled = anyQueue.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        expect(inAnswerOrder(others, NOW)).toEqual(inAnswerOrder(entries, NOW));
      }),
      seeded,
    );
  });

  it('[RTE1] puts the older first where band 2 and a long waiter have the same share of their target', () => {
    const waited = (band: 2 | 3, milliseconds: number, number: number): QueueEntry => ({
      conversation: numbered.conversation(number),
      band,
      enteredAt: instant(NOW - milliseconds),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), (share) => {
        const [soon, long] = [waited(2, share * 3, 1), waited(3, 20 * MINUTE + share * 10, 2)];
        expect(inAnswerOrder([soon, long], NOW)).toEqual([long, soon]);
      }),
      seeded,
    );
  });

  it('[RTE3] never lets a newer standard visitor pass an older one, now or at any later time', () => {
    fc.assert(
      fc.property(anyQueue, fc.nat(90), (entries, minutes) => {
        const order = inAnswerOrder(entries, instant(NOW + minutes * MINUTE));
        const standard = order.filter(({ band }) => band === 3).map(({ enteredAt }) => enteredAt);
        expect(standard).toEqual([...standard].sort((a, b) => a - b));
      }),
      seeded,
    );
  });

  it('[RTE3] lets only band 1, and band 2 of greater priority, go before a standard visitor past twice the target', () => {
    fc.assert(
      fc.property(anyQueue, (entries) => {
        const order = inAnswerOrder(entries, NOW);
        const long = order.find(({ band, enteredAt }) => band === 3 && NOW - enteredAt > 20 * MINUTE);
        if (long === undefined) return;
        const share = (NOW - long.enteredAt) / (10 * MINUTE) - 2;
        for (const { band, hold, enteredAt } of order.slice(0, order.indexOf(long))) {
          // Someone unseen waits as a standard visitor: one who came before.
          if (hold === 'unseen') expect(enteredAt).toBeLessThanOrEqual(long.enteredAt);
          expect(band).not.toBe(3);
          if (band === 2 || hold === 'unproven')
            expect((NOW - enteredAt) / (3 * MINUTE)).toBeGreaterThan(share - 1e-9);
        }
      }),
      seeded,
    );
  });

  it('keeps people of one band in the order of coming', () => {
    fc.assert(
      fc.property(anyQueue, anyBand, (entries, band) => {
        const came = inAnswerOrder(entries, NOW)
          .filter((entry) => entry.band === band && (entry.hold ?? null) === null)
          .map(({ enteredAt }) => enteredAt);
        expect(came).toEqual([...came].sort((a, b) => a - b));
      }),
      seeded,
    );
  });
});
