import fc from 'fast-check';
import { MINUTE, SECOND } from '@warmline/kernel';
import type { PracticeAct, StoredAct } from './act';
import { feedbackOn } from './feedback';
import { play } from './play';
import { scenarioOf } from './scenarios/all';
import { signalsOf } from './signals';

const say = (words: string): PracticeAct => ({ kind: 'say', words });
const at = (seconds: number, act: PracticeAct): StoredAct => ({
  id: `a${seconds}`,
  at: seconds * SECOND,
  act,
});
const lonely = scenarioOf('lonely');
const notSafe = scenarioOf('not_safe');

describe('a practice conversation', () => {
  it('begins with the visitor writing, not with all words at once', () => {
    const begun = play(notSafe, [], 0);
    expect(begun.lines).toEqual([]);
    expect(begun).toMatchObject({ isTyping: true, ended: null, nextAt: 'is anyone there'.length * 45 });
    expect(play(notSafe, [], 20 * SECOND).lines.map(({ words }) => words)).toEqual([
      'is anyone there',
      'I do not know how to do another night of this',
    ]);
  });

  it('answers two messages of one turn together', () => {
    const acts = [at(20, say('One second')), at(22, say('Are you thinking about suicide?'))];
    const { state, lines } = play(notSafe, acts, 40 * SECOND);
    expect(state).toBe('says_yes');
    expect(lines.map(({ from }) => from)).toEqual([
      'visitor',
      'visitor',
      'responder',
      'responder',
      'visitor',
      'visitor',
    ]);
  });

  it('counts minutes that are let pass as silence, and time without them as nothing special', () => {
    expect(play(lonely, [], 3 * MINUTE).state).toBe('opening');
    const skipped = play(lonely, [at(5, { kind: 'wait', minutes: 5 })], 6 * SECOND);
    expect(skipped).toMatchObject({ state: 'leaves_unheard', now: 5 * MINUTE + 6 * SECOND });
  });

  it('goes on after the responder has called a supervisor, and gives up without', () => {
    const toMeans = [at(20, say('Are you thinking about suicide?')), at(40, say('Do you have tablets?'))];
    const alone = [...toMeans, at(60, say('I am here')), at(90, say('I am here'))];
    expect(play(notSafe, alone, 120 * SECOND).state).toBe('gives_up');
    const called = [
      ...toMeans,
      at(59, { kind: 'call', urgency: 'urgent' } as const),
      at(60, say('I am here')),
    ];
    expect(play(notSafe, called, 90 * SECOND).state).toBe('someone_beside_you');
  });

  it('is over with the end of the responder, and nothing is written after it', () => {
    const acts = [at(20, say('Hello')), at(21, { kind: 'end', reason: 'responder_ended_agreed' } as const)];
    const over = play(lonely, acts, 10 * MINUTE);
    expect(over.ended).toEqual({ reason: 'responder_ended_agreed', at: 21 * SECOND });
    expect(over.lines).toHaveLength(3);
    expect(over.nextAt).toBeNull();
  });

  it('has the lines of both people where a colleague plays the visitor', () => {
    const acts = [at(1, { kind: 'visitor_say', words: 'hi' } as const), at(2, say('Hello'))];
    expect(play(null, acts, 5 * SECOND).lines.map(({ from }) => from)).toEqual(['visitor', 'responder']);
    expect(play(null, [...acts, at(3, { kind: 'visitor_end' })], 5 * SECOND).ended).toEqual({
      reason: 'visitor_ended',
      at: 3 * SECOND,
    });
  });

  it('[PRA3] is the same each time, and a later look only adds to it', () => {
    const anAct = fc.oneof(
      fc
        .constantFrom('Hello', 'ok', 'Are you thinking about suicide?', 'It sounds hard', 'Take care')
        .map(say),
      fc.constant({ kind: 'call', urgency: 'normal' } as const),
      fc.integer({ min: 1, max: 4 }).map((minutes) => ({ kind: 'wait', minutes }) as const),
    );
    const someActs = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), anAct), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom('lonely', 'not_safe', 'silent', 'abusive', 'worried_about_someone'),
        someActs,
        (code, steps) => {
          const scenario = scenarioOf(code);
          let time = 0;
          const acts = steps.map(([gap, act]) => at((time += gap), act));
          let before: readonly unknown[] = [];
          for (let count = 0; count <= acts.length; count += 1) {
            const known = acts.slice(0, count);
            const { lines } = play(scenario, known, known.at(-1)?.at ?? 0);
            expect(lines.slice(0, before.length)).toEqual(before);
            before = lines;
          }
        },
      ),
      { seed: 41_039, numRuns: 300 },
    );
  });
});

describe('feedback on practice', () => {
  const good = [
    at(20, say('Hello, I am Kim. Are you thinking about suicide?')),
    at(40, say('Do you have the tablets with you now?')),
    at(50, { kind: 'call', urgency: 'urgent' } as const),
    at(55, { kind: 'record', entry: { kind: 'asked', answer: 'yes', words: '' } } as const),
  ];

  it('[PRA4] passes with all that the scenario needs, and names the messages', () => {
    const { isPassed, looks } = feedbackOn(notSafe, good);
    expect(isPassed).toBe(true);
    expect(looks.find(({ look }) => look === 'asked_directly')).toEqual({
      look: 'asked_directly',
      isNeeded: true,
      isMet: true,
      messages: ['a20'],
    });
    expect(looks.find(({ look }) => look === 'closed_gently')).toMatchObject({
      isMet: false,
      isNeeded: false,
    });
  });

  it.each([0, 1, 2, 3])('[PRA4] does not pass without what was needed (%i)', (left) => {
    expect(
      feedbackOn(
        notSafe,
        good.filter((_, index) => index !== left),
      ).isPassed,
    ).toBe(false);
  });

  it('[PRA4] does not pass with a promise of secrecy, nor for nothing at all', () => {
    const secret = [...good, at(60, say("I won't tell anyone."))];
    expect(feedbackOn(notSafe, secret).isPassed).toBe(false);
    expect(feedbackOn(scenarioOf('abusive'), []).looks.every(({ isMet }) => !isMet)).toBe(true);
  });

  it('[PRA4] never passes where a colleague plays the visitor', () => {
    expect(feedbackOn(null, good).isPassed).toBe(false);
  });

  it('tells a direct question from words about it, in curly apostrophes too', () => {
    expect(signalsOf(say('suicide is hard to speak of'))).not.toContain('asked_directly');
    expect(signalsOf(say('I won’t tell anyone'))).toContain('promised_secrecy');
    expect(signalsOf({ kind: 'visitor_say', words: 'hello?' })).toEqual([]);
    expect(signalsOf(say('this'))).toEqual(['said']);
  });
});
