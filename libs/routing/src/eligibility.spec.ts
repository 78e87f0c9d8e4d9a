import { DAY, HOUR, instant, later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { stretched } from '@warmline/test-kit/testing';
import { RESTED, WELLBEING, type WorkingDay } from '@warmline/wellbeing';
import type { QueueEntry } from './answer-order';
import { fits } from './capacity';
import { nextAsk, obstacles, wishesEndAt, WISHES_HOLD, type Terms } from './eligibility';
import { match, type Situation } from './matching';
import { capacityOf, freshResponder, toBeObserved, type Responder } from './responder';
import { NOW } from './testing/any-situation';

const terms: Terms = { now: NOW, limits: WELLBEING, wishesHold: WISHES_HOLD };
const entry = (over: Partial<QueueEntry> = {}): QueueEntry => ({
  conversation: numbered.conversation(1),
  band: 3,
  enteredAt: instant(NOW - MINUTE),
  ...over,
});
const sam = (over: Partial<Responder> = {}): Responder => ({
  ...freshResponder(numbered.staff(1), NOW),
  languages: ['en'],
  ...over,
});
const inDay = (over: Partial<WorkingDay>): Responder => sam({ day: { ...RESTED, ...over } });
const why = (responder: Responder, over: Partial<QueueEntry> = {}): string[] =>
  obstacles(responder, entry(over), terms).map(({ reason }) => reason);

it('[RTE5] what a service calls heavy is as heavy as the default, and band 1 always is', () => {
  const heavyTopics = ['sexual_violence', 'young_carers'];
  const tired = inDay({ heavyInARow: 2 });
  const because = (over: Partial<QueueEntry>) =>
    obstacles(tired, entry(over), { ...terms, heavyTopics }).map(({ reason }) => reason);
  expect(because({ topics: ['young_carers'] })).toEqual(['heavy_topic_limit']);
  expect(because({ topics: ['sexual_violence'] })).toEqual(['heavy_topic_limit']);
  expect(because({ topics: ['loneliness'] })).toEqual([]);
  expect(because({ band: 1 })).toEqual(['heavy_topic_limit']);
  expect(why(tired, { topics: ['young_carers'] })).toEqual([]);
});

describe('why a responder is not asked', () => {
  it.each([
    ['nothing', sam(), {}, []],
    ['no check-in', inDay({ checkIn: null }), {}, ['not_checked_in']],
    ['not today', inDay({ checkIn: 'not_today' }), {}, ['not_today']],
    ['the hours of a day', inDay({ workedInDay: 4 * HOUR }), {}, ['hours_over']],
    [
      'a block too near the one before',
      inDay({ lastBlockEndedAt: later(NOW, -29 * MINUTE), blockBeganAt: later(NOW, -MINUTE) }),
      {},
      ['between_shifts'],
    ],
    [
      // The gap was a pause in a night's work; that it is six by now changes nothing.
      'a block that began in time, and goes on past six in the morning',
      inDay({
        zone: 'Etc/GMT+9',
        lastBlockEndedAt: later(NOW, -125 * MINUTE),
        blockBeganAt: later(NOW, -80 * MINUTE),
      }),
      {},
      [],
    ],
    ['the end of the shift', inDay({ shiftEndsAt: later(NOW, 29 * MINUTE) }), {}, ['shift_ending']],
    ['a break', inDay({ onBreakUntil: later(NOW, 1) }), {}, ['on_break']],
    ['a break that is due', inDay({ openFor: HOUR }), {}, ['break_due']],
    ['quiet', inDay({ quietSince: NOW }), {}, ['cool_down']],
    ['no training recorded', sam({ training: [] }), {}, ['training_missing']],
    [
      'a training that was valid once',
      sam({ training: sam().training.map((record) => ({ ...record, expiresAt: NOW })) }),
      {},
      ['training_expired'],
    ],
    [
      'practice that their service asks of everyone',
      sam({ neededModules: ['practice_not_safe'] }),
      {},
      ['training_missing'],
    ],
    ['long away', sam({ activeAt: instant(NOW - 36 * DAY) }), {}, ['refresher_due']],
    ['no room', sam({ caseload: { standard: 2, answerFirst: 0, wrapUps: 0 } }), {}, ['at_capacity']],
    ['another language', sam(), { language: 'cy' }, ['no_language']],
    ['a wish', sam(), { wants: ['grief'] }, ['no_skill']],
    ['a muted topic', sam({ mutedTopics: ['grief'] }), { topics: ['grief'] }, ['topic_muted']],
    ['two heavy in a row', inDay({ heavyInARow: 2 }), { band: 1 }, ['heavy_topic_limit']],
    ['three heavy', inDay({ heavySinceCheckIn: 3 }), { topics: ['sexual_violence'] }, ['heavy_topic_limit']],
    ['three heavy, and a standard one', inDay({ heavySinceCheckIn: 3 }), {}, []],
  ] as const)('[RTE5] [RTE2] %s', (_, responder, over, expected) => {
    expect(why(responder, over)).toEqual(expected);
  });

  it('[RTE2] lets a wish go after five minutes, and never a language', () => {
    const waited = (ms: number) => ({ enteredAt: instant(NOW - ms), wants: ['grief'] });
    expect(why(sam(), waited(5 * MINUTE - 1))).toEqual(['no_skill']);
    expect(why(sam(), waited(5 * MINUTE))).toEqual([]);
    expect(why(sam(), { ...waited(HOUR), language: 'cy' })).toEqual(['no_language']);
    expect(wishesEndAt(entry(waited(0)))).toBe(later(NOW, 5 * MINUTE));
    expect(wishesEndAt(entry())).toBeNull();
  });

  it('says when a responder may be asked again, and what blocks them longest', () => {
    const resting = inDay({ quietSince: NOW, onBreakUntil: later(NOW, 10 * MINUTE) });
    expect(nextAsk(resting, terms)).toMatchObject({
      at: later(NOW, 10 * MINUTE),
      because: { reason: 'on_break' },
    });
    expect(nextAsk(inDay({ quietSince: NOW, workedInDay: 5 * HOUR }), terms)?.at).toBeNull();
    expect(nextAsk(sam(), terms)).toBeNull();
  });
});

describe('room', () => {
  const open = (standard: number, quiet: number, wrapUps = 0) => ({
    standard,
    answerFirst: 0,
    wrapUps,
    quiet,
  });
  it.each([
    ['a quiet one and a wrap-up leave room for a second', open(1, 1, 1), 2, true],
    ['without the quiet there is none', open(1, 0, 1), 2, false],
    ['two quiet ones make no room for a third', open(2, 2), 2, false],
    ['nor do they with more room', open(2, 2, 1), 3, false],
    ['a third has the room it always had', open(2, 2), 3, true],
  ])('[ASG3] %s', (_, caseload, capacity, expected) => {
    expect(fits(caseload, capacity, 3)).toBe(expected);
  });

  it.each([
    [{ conversationsHeld: 9 }, 1, 'first_conversations'],
    [{ conversationsHeld: 10 }, 2, 'as_set'],
    // The tenth is still one of the first ten while it runs.
    [
      { conversationsHeld: 10, caseload: { standard: 1, answerFirst: 0, wrapUps: 0 } },
      1,
      'first_conversations',
    ],
    [{ conversationsHeld: 11, caseload: { standard: 1, answerFirst: 0, wrapUps: 0 } }, 2, 'as_set'],
    // The ten are over, and one of them waits for feedback.
    [{ conversationsHeld: 10, firstFeedbackMissing: 1 }, 1, 'first_feedback'],
    [{ conversationsHeld: 40, firstFeedbackMissing: 0 }, 2, 'as_set'],
    [{ returnedAt: NOW }, 1, 'back_after_long'],
    [{ returnedAt: NOW, observedAt: instant(NOW - 1) }, 1, 'back_after_long'],
    [{ returnedAt: NOW, observedAt: NOW }, 2, 'as_set'],
    [{ day: { ...RESTED, checkIn: 'one_at_a_time' } }, 1, 'one_at_a_time'],
    [{ capacity: 1, conversationsHeld: 0 }, 1, 'as_set'],
  ] as const)('[RTE5] of %j is %d', (over, units, reason) => {
    expect(capacityOf(sam(over), WELLBEING)).toEqual({ units, reason });
  });

  it('[RTE5] observes the first ten conversations, and the first after a long absence', () => {
    expect(toBeObserved(sam({ conversationsHeld: 9 }), WELLBEING)).toBe('first_conversations');
    expect(toBeObserved(sam({ conversationsHeld: 10 }), WELLBEING)).toBeNull();
    expect(toBeObserved(sam({ conversationsHeld: 10, firstFeedbackMissing: 3 }), WELLBEING)).toBeNull();
    expect(toBeObserved(sam({ conversationsHeld: 9, returnedAt: NOW }), WELLBEING)).toBe('back_after_long');
    expect(toBeObserved(sam({ returnedAt: NOW, observedAt: NOW }), WELLBEING)).toBeNull();
  });
});

describe('many who wait', () => {
  const crowd = (waiting: number, people: number): Situation => ({
    now: NOW,
    waiting: Array.from({ length: waiting }, (_, number) =>
      entry({
        conversation: numbered.conversation(number + 1),
        band: number % 25 === 0 ? 1 : number % 6 === 0 ? 2 : 3,
        enteredAt: instant(NOW - ((number * 7_919) % 3_600_000)),
        language: number % 3 === 0 ? 'cy' : 'en',
      }),
    ),
    free: Array.from({ length: people }, (_, number) => ({
      ...sam(),
      staff: numbered.staff(number + 1),
      freeSince: instant(NOW - number),
    })),
    unanswered: [],
    heldBefore: new Map(),
  });
  /** Shortest of many runs (ms): what the work takes when nobody disturbs it. */
  const cost = (situation: Situation, runs: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      match(situation);
      best = Math.min(best, performance.now() - began);
    }
    return best;
  };

  it('[RTE1] are matched within 5 ms at 500 waiting and 200 free, and a hundred times as many cost no more than as many times', () => {
    const small = cost(crowd(500, 200), 30);
    expect(small).toBeLessThan(stretched(5));
    expect(cost(crowd(50_000, 200), 5)).toBeLessThan(150 * Math.max(small, 0.5));
  });
});
