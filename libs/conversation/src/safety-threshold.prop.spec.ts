import fc from 'fast-check';
import { SAFETY_FACTS, SAFETY_TIMEFRAMES } from '@warmline/vocabulary';
import type { SafetyEntry } from './safety-record';
import { callsSupervisor, thresholdReasons } from './safety-threshold';

type Fact = Extract<SafetyEntry, { kind: 'fact' }>;

const aFact = (over: Partial<Fact> & Pick<Fact, 'fact'>): Fact => ({
  kind: 'fact',
  isTicked: true,
  timeframe: null,
  words: '',
  ...over,
});
const anyFact: fc.Arbitrary<Fact> = fc.record({
  kind: fc.constant('fact'),
  fact: fc.constantFrom(...SAFETY_FACTS),
  isTicked: fc.boolean(),
  timeframe: fc.option(fc.constantFrom(...SAFETY_TIMEFRAMES)),
  words: fc.string({ maxLength: 5 }),
});
const anyOther: fc.Arbitrary<SafetyEntry> = fc.constantFrom<SafetyEntry>(
  { kind: 'asked', answer: 'yes', words: '' },
  { kind: 'plan', part: 'signs', words: 'dusk' },
  { kind: 'act', act: 'called_supervisor', words: '' },
  { kind: 'step', step: 'ask_where', isDone: true },
);
const anyRecord = fc.array(fc.oneof(anyFact, anyOther), { maxLength: 25 });
/** Calls as they would be made, one entry after the other. */
const callsOf = (entries: readonly SafetyEntry[]): number => {
  let calls = 0;
  entries.forEach((entry, at) => {
    if (callsSupervisor(entries.slice(0, at), entry, calls > 0 ? 'threshold' : null)) calls += 1;
  });
  return calls;
};

describe('the threshold', () => {
  it.each([
    ['already acted', [aFact({ fact: 'already_acted' })], ['already_acted']],
    ['someone else in danger', [aFact({ fact: 'other_in_danger' })], ['other_in_danger']],
    ['a child or adult at risk', [aFact({ fact: 'at_risk' })], ['at_risk']],
    ['thoughts alone', [aFact({ fact: 'thoughts' })], []],
    ['a plan and means without a time', [aFact({ fact: 'plan' }), aFact({ fact: 'means' })], []],
    ...SAFETY_TIMEFRAMES.map((timeframe): [string, Fact[], string[]] => [
      `a plan, means, and ${timeframe}`,
      [aFact({ fact: 'means' }), aFact({ fact: 'timeframe', timeframe }), aFact({ fact: 'plan' })],
      ['now', 'within_24_h'].includes(timeframe) ? ['plan_means_soon'] : [],
    ]),
    [
      'what was said first and taken back since',
      [aFact({ fact: 'already_acted' }), aFact({ fact: 'already_acted', isTicked: false })],
      [],
    ],
  ])('[SAF1] is reached by the facts that ask for a supervisor: %s', (_, entries, reasons) => {
    expect(thresholdReasons(entries)).toEqual(reasons);
  });

  it('[SAF1] depends on the newest entry of each fact, and on nothing else', () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const facts = entries.filter((entry): entry is Fact => entry.kind === 'fact');
        const newest = SAFETY_FACTS.flatMap((fact) => facts.filter((one) => one.fact === fact).slice(-1));
        expect(thresholdReasons(entries)).toEqual(thresholdReasons(newest));
      }),
      { seed: 35_001 },
    );
  });

  it('[SAF1] a visitor who has acted, or is near someone in danger, is never below it', () => {
    const grave = fc.constantFrom('already_acted', 'other_in_danger', 'at_risk');
    fc.assert(
      fc.property(anyRecord, grave, (entries, fact) => {
        expect(thresholdReasons([...entries, aFact({ fact })])).toContain(fact);
      }),
      { seed: 35_002 },
    );
  });

  it('[SAF1] it calls a supervisor once while the step is open, and at all whenever it is reached', () => {
    fc.assert(
      fc.property(anyRecord, (entries) => {
        const wasReached = entries.some((_, at) => thresholdReasons(entries.slice(0, at + 1)).length > 0);
        expect(callsOf(entries)).toBe(wasReached ? 1 : 0);
      }),
      { seed: 35_003, numRuns: 300 },
    );
  });

  it('[SAF1] after the step was closed only a new reason calls again', () => {
    const before = [aFact({ fact: 'already_acted' })];
    expect(callsSupervisor(before, aFact({ fact: 'who_helps' }), null)).toBe(false);
    expect(callsSupervisor(before, aFact({ fact: 'already_acted' }), null)).toBe(false);
    expect(callsSupervisor(before, aFact({ fact: 'at_risk' }), null)).toBe(true);
    expect(callsSupervisor(before, aFact({ fact: 'at_risk' }), 'card')).toBe(true);
  });
});
