import fc from 'fast-check';
import { instant, MINUTE, SECOND, type ConversationId, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { QueueEntry } from '../answer-order';
import type { Band } from '../band';
import type { FreeResponder, Situation, UnansweredOffer } from '../matching';

export const NOW = instant(1_750_000_000_000);

export const anyBand: fc.Arbitrary<Band> = fc.constantFrom(1, 2, 3);

/** Waited for up to an hour; whole and half targets, and the edges of the cap, come often. Some clocks run ahead. */
const anyWait = fc.oneof(
  fc.integer({ min: -5 * SECOND, max: 60 * MINUTE }),
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(-1, 0, 1))
    .map(([halfMinutes, off]) => halfMinutes * 30 * SECOND + off),
);

const anyEntryNumbered = (number: number): fc.Arbitrary<QueueEntry> =>
  fc.record({
    conversation: fc.constant(numbered.conversation(number)),
    band: anyBand,
    enteredAt: anyWait.map((waited) => instant(NOW - waited)),
  });

const upTo = <Item>(most: number, itemNumbered: (number: number) => fc.Arbitrary<Item>) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: most })
    .chain((numbers) => fc.tuple(...numbers.map(itemNumbered)));

/** Different conversations, in no order. */
export const anyQueue: fc.Arbitrary<QueueEntry[]> = upTo(12, anyEntryNumbered);

const anyResponderNumbered = (number: number): fc.Arbitrary<FreeResponder> =>
  fc.record({
    staff: fc.constant(numbered.staff(number)),
    freeSince: fc.integer({ min: 0, max: 5 }).map((minutes) => instant(NOW - minutes * MINUTE)),
    load: fc.constantFrom(0, 0.5, 1, 1.5, 2, 2.5, 3),
    capacity: fc.constantFrom(1, 2, 3),
  });

const anyUnanswered = (
  waiting: readonly QueueEntry[],
  free: readonly FreeResponder[],
): fc.Arbitrary<UnansweredOffer[]> =>
  waiting.length === 0 || free.length === 0
    ? fc.constant([])
    : fc.array(
        fc.record({
          conversation: fc.constantFrom(...waiting.map(({ conversation }) => conversation)),
          staff: fc.constantFrom(...free.map(({ staff }) => staff)),
          outcome: fc.constantFrom('declined', 'expired'),
          at: fc
            .constantFrom(0, 1, 60, 299.999, 300, 300.001, 900)
            .map((seconds) => instant(NOW - seconds * SECOND)),
        }),
        { maxLength: 12 },
      );

/** Some of the waiting were held before, by somebody who is back or by somebody who is not. */
const anyHeldBefore = (waiting: readonly QueueEntry[]): fc.Arbitrary<Map<ConversationId, StaffId>> =>
  fc
    .subarray([...waiting])
    .chain((lost) =>
      fc
        .array(fc.integer({ min: 1, max: 45 }), { minLength: lost.length, maxLength: lost.length })
        .map(
          (holders) =>
            new Map(lost.map(({ conversation }, at) => [conversation, numbered.staff(holders[at] ?? 0)])),
        ),
    );

export const anySituation: fc.Arbitrary<Situation> = fc
  .tuple(anyQueue, upTo(8, anyResponderNumbered))
  .chain(([waiting, free]) =>
    fc.record({
      now: fc.constant(NOW),
      waiting: fc.constant(waiting),
      free: fc.constant(free),
      unanswered: anyUnanswered(waiting, free),
      heldBefore: anyHeldBefore(waiting),
      endingShifts: fc.subarray(free.map(({ staff }) => staff)).map((staff) => new Set(staff)),
    }),
  );
