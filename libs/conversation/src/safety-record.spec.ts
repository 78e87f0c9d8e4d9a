import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { DANGER_STEPS, SAFETY_ACTS, STEP_DOER, SUPERVISOR_ACTS } from '@warmline/vocabulary';
import { closeSafetyStep, recordSafety, type SafetyEntry, type SafetyWriting } from './safety-record';
import { aConversation } from './testing/a-conversation';

const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const talking = aConversation().afterHoldings(1).heldBy(sam);
const ended = aConversation().afterHoldings(2).ended();

const THOUGHTS: SafetyEntry = { kind: 'fact', fact: 'thoughts', isTicked: true, timeframe: null, words: '' };
const LOG: SafetyEntry = {
  kind: 'log',
  called: 'Ambulance',
  calledAt: 5,
  reference: '',
  outcome: '',
  isConfirmed: true,
};
const held = { staff: sam, epoch: 2, held: true };
const writing = (entry: SafetyEntry, over: Partial<SafetyWriting> = {}): SafetyWriting => ({
  id: 'an-entry',
  entry,
  by: sam,
  isSupervisor: false,
  claim: held,
  at: instant(7),
  ...over,
});
const asSupervisor = { by: jo, isSupervisor: true, claim: null };
const outcome = (wished: SafetyWriting, conversation = talking): string | undefined => {
  const decision = recordSafety(conversation, wished);
  return decision.accepted ? decision.events[0]?.what : decision.refusal;
};

describe('the safety record', () => {
  it('[SAF5] only the holder writes facts, the plan, and what was asked; a former one is refused as stale', () => {
    expect(outcome(writing(THOUGHTS))).toBe('fact');
    const stale = { by: kim, claim: { staff: kim, epoch: 1, held: true } };
    const stranger = { by: kim, claim: { staff: kim, epoch: 2, held: false } };
    for (const entry of [THOUGHTS, { kind: 'plan', part: 'signs', words: 'dusk' } as const]) {
      expect(outcome(writing(entry, stale))).toBe('stale_epoch');
      expect(outcome(writing(entry, stranger))).toBe('not_found');
      expect(outcome(writing(entry, { by: kim, claim: null }))).toBe('not_found');
      expect(outcome(writing(entry, asSupervisor))).toBe('not_allowed');
      expect(outcome(writing(entry), ended)).toBe('conversation_ended');
    }
  });

  it('asking that was not needed needs a reason', () => {
    const asked = { kind: 'asked', answer: 'not_needed', words: ' ' } as const;
    expect(outcome(writing(asked))).toBe('reason_needed');
    expect(outcome(writing({ ...asked, words: 'About a bus' }))).toBe('asked');
    expect(outcome(writing({ ...asked, answer: 'not_yet' }))).toBe('asked');
  });

  it.each(SAFETY_ACTS)('the act %s is written by those whose act it is, and names itself', (act) => {
    const entry = { kind: 'act', act, words: '' } as const;
    expect(outcome(writing(entry))).toBe(SUPERVISOR_ACTS.includes(act) ? 'not_allowed' : `act_${act}`);
    for (const conversation of [talking, ended, aConversation().waiting()])
      expect(outcome(writing(entry, asSupervisor), conversation)).toBe(`act_${act}`);
  });

  it.each(DANGER_STEPS)('the step %s is ticked by who does it', (step) => {
    const entry = { kind: 'step', step, isDone: true } as const;
    const doer = STEP_DOER[step];
    expect(outcome(writing(entry))).toBe(doer === 'supervisor' ? 'not_allowed' : 'step');
    expect(outcome(writing(entry, asSupervisor))).toBe(doer === 'holder' ? 'not_allowed' : 'step');
    expect(outcome(writing(entry, { ...asSupervisor, claim: { ...held, staff: jo } }))).toBe('step');
  });

  it('the emergency log is a supervisor’s, also after the end', () => {
    expect(outcome(writing(LOG))).toBe('not_allowed');
    for (const conversation of [talking, ended])
      expect(outcome(writing(LOG, asSupervisor), conversation)).toBe('log');
  });

  it('an open safety step is closed once, with who and why', () => {
    const how = { reason: 'said_since', by: jo, at: instant(9) } as const;
    expect(closeSafetyStep(talking, true, how)).toMatchObject({
      events: [{ ...how, type: 'safety_step_closed' }],
    });
    expect(closeSafetyStep(talking, false, how)).toEqual({ accepted: true, events: [] });
  });
});
