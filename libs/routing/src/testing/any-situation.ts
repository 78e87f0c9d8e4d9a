import fc from 'fast-check';
import { HOUR, instant, MINUTE, SECOND, type ConversationId, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Band } from '@warmline/vocabulary';
import { RESTED, type WorkingDay } from '@warmline/wellbeing';
import type { QueueEntry } from '../answer-order';
import type { UnansweredOffer } from '../earlier-offers';
import type { Hold } from '../hold';
import type { Situation } from '../matching';
import { freshResponder, type Responder } from '../responder';

export const NOW = instant(1_750_000_000_000);

export const anyBand: fc.Arbitrary<Band> = fc.constantFrom(1, 2, 3);

/** Waited for up to an hour; whole and half targets, and the edges of the cap, come often. Some clocks run ahead. */
const anyWait = fc.oneof(
  fc.integer({ min: -5 * SECOND, max: 60 * MINUTE }),
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(-1, 0, 1))
    .map(([halfMinutes, off]) => halfMinutes * 30 * SECOND + off),
);

/** Few of each, so that the same come together often. */
const anyTopics = fc.subarray(['suicide', 'sexual_violence', 'loneliness']);
const rarely = <Value>(value: Value, otherwise: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: otherwise });

const anyEntryNumbered = (number: number): fc.Arbitrary<QueueEntry> =>
  fc
    .record({
      conversation: fc.constant(numbered.conversation(number)),
      band: anyBand,
      enteredAt: anyWait.map((waited) => instant(NOW - waited)),
      language: rarely<string | null>(null, fc.constantFrom('en', 'cy')),
      wants: rarely<string[]>([], fc.constant(['young_people'])),
      topics: rarely<string[]>([], anyTopics),
      hold: rarely<Hold | null>(null, fc.constantFrom('unseen', 'silent', 'unproven')),
    })
    .map((entry) => (entry.band === 1 ? entry : { ...entry, hold: null }));

const upTo = <Item>(most: number, itemNumbered: (number: number) => fc.Arbitrary<Item>) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: most })
    .chain((numbers) => fc.tuple(...numbers.map(itemNumbered)));

/** Different conversations, in no order. */
export const anyQueue: fc.Arbitrary<QueueEntry[]> = upTo(12, anyEntryNumbered);

const anyMoment = fc
  .constantFrom(
    -20 * MINUTE,
    -15 * MINUTE,
    -3 * MINUTE,
    -1,
    0,
    1,
    5 * MINUTE,
    29 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
  )
  .map((away) => instant(NOW + away));
const nullOr = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  rarely<Value | null>(null, value);

/** Mostly no limit applies. Each applies now and then, and its edges come often. */
export const anyDay: fc.Arbitrary<WorkingDay> = fc.record({
  checkIn: fc.oneof(
    { weight: 8, arbitrary: fc.constant('yes' as const) },
    { weight: 1, arbitrary: fc.constantFrom('one_at_a_time' as const, 'not_today' as const, null) },
  ),
  shiftEndsAt: nullOr(anyMoment),
  blockBeganAt: nullOr(fc.integer({ min: 0, max: 240 }).map((minutes) => instant(NOW - minutes * MINUTE))),
  lastBlockEndedAt: nullOr(
    fc.integer({ min: 0, max: 13 * 60 }).map((minutes) => instant(NOW - minutes * MINUTE)),
  ),
  zone: fc.constant('UTC'),
  moreHoursUntil: nullOr(anyMoment),
  takesSurge: fc.boolean(),
  workedInDay: rarely(0, fc.constantFrom(4 * HOUR - 1, 4 * HOUR)),
  workedInWeek: rarely(0, fc.constantFrom(12 * HOUR - 1, 12 * HOUR, 16 * HOUR - 1, 16 * HOUR)),
  openFor: rarely(0, fc.constantFrom(HOUR - 1, HOUR)),
  isTalking: fc.boolean(),
  breakWanted: rarely(false, fc.boolean()),
  breakDelayedUntil: nullOr(anyMoment),
  onBreakUntil: rarely<WorkingDay['onBreakUntil']>(null, anyMoment),
  quietSince: nullOr(anyMoment),
  quietExtended: fc.boolean(),
  heavySince: nullOr(anyMoment),
  heavyInARow: fc.integer({ min: 0, max: 3 }),
  heavySinceCheckIn: fc.integer({ min: 0, max: 4 }),
});

const anyTraining = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8), fc.constantFrom(-1, 0, 1))
  .map(([lapses, off]) =>
    freshResponder(numbered.staff(1), NOW).training.map((record, place) =>
      place === lapses ? { ...record, expiresAt: instant(NOW + off) } : record,
    ),
  );

const anyResponderNumbered = (number: number): fc.Arbitrary<Responder> =>
  fc.record({
    staff: fc.constant(numbered.staff(number)),
    freeSince: fc.integer({ min: 0, max: 5 }).map((minutes) => instant(NOW - minutes * MINUTE)),
    caseload: fc.record({
      standard: fc.constantFrom(0, 0, 0, 1, 2),
      answerFirst: fc.constantFrom(0, 0, 0, 1),
      wrapUps: fc.constantFrom(0, 0, 1),
      quiet: fc.constant(0),
    }),
    capacity: fc.constantFrom(1, 2, 3),
    conversationsHeld: fc.constantFrom(9, 10, 100),
    firstFeedbackMissing: fc.constantFrom(0, 0, 0, 1),
    activeAt: fc.constantFrom(null, NOW),
    returnedAt: rarely<Responder['returnedAt']>(null, fc.constant(instant(NOW - HOUR))),
    observedAt: rarely<Responder['observedAt']>(
      null,
      fc.constantFrom(instant(NOW - HOUR - 1), instant(NOW - HOUR)),
    ),
    neededModules: fc.constant([]),
    skills: fc.subarray(['young_people', 'bereavement']),
    languages: fc.subarray(['en', 'cy']),
    training: anyTraining,
    mutedTopics: rarely<string[]>([], anyTopics),
    day: fc.oneof({ weight: 2, arbitrary: fc.constant(RESTED) }, { weight: 3, arbitrary: anyDay }),
  });

const anyUnanswered = (
  waiting: readonly QueueEntry[],
  free: readonly Responder[],
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

/** Some of the waiting were held before, by a responder who is back or one who is not. */
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
    }),
  );
