import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { SAFETY_ANSWERS, SAFETY_CHOICES } from '@warmline/vocabulary';
import { answerOf, setSafetyAnswer, type WishedSafety } from './safety';
import { aConversation } from './testing/a-conversation';

const [sam, kim] = [numbered.staff(1), numbered.staff(2)];
const talking = aConversation().afterHoldings(1).heldBy(sam);

const wish = (over: Partial<WishedSafety> = {}): WishedSafety => ({
  answer: 'not_safe_now',
  reason: null,
  by: sam,
  role: 'responder',
  claim: { staff: sam, epoch: 2, held: true },
  at: instant(5_000),
  ...over,
});

describe('the safety answer', () => {
  it('has one for each choice of the visitor’s page', () => {
    expect(SAFETY_CHOICES.map(answerOf).sort()).toEqual([...SAFETY_ANSWERS].sort());
  });

  it.each([
    ['did_not_say', 'not_safe_now', true],
    ['said_safe', 'not_sure', true],
    ['did_not_say', 'said_safe', true],
    ['not_safe_now', 'not_sure', false],
    ['not_safe_now', 'did_not_say', false],
    ['not_sure', 'said_safe', false],
  ] as const)('[SAF3] from %s to %s needs no reason: %s', (before, answer, isFree) => {
    const without = setSafetyAnswer(talking, before, wish({ answer }));
    expect(without.accepted ? without.events[0]?.to : without.refusal).toBe(
      isFree ? answer : 'reason_needed',
    );
    const decision = setSafetyAnswer(talking, before, wish({ answer, reason: 'said_since' }));
    expect(decision).toMatchObject({ events: [{ to: answer, reason: isFree ? null : 'said_since' }] });
  });

  it('is set by its holder alone, and by any supervisor', () => {
    const stale = wish({ claim: { staff: kim, epoch: 1, held: true } });
    expect(setSafetyAnswer(talking, 'not_sure', stale)).toMatchObject({ refusal: 'stale_epoch' });
    const stranger = wish({ claim: { staff: kim, epoch: 2, held: false } });
    expect(setSafetyAnswer(talking, 'not_sure', stranger)).toMatchObject({ refusal: 'not_found' });
    const supervisor = wish({ by: kim, role: 'supervisor', claim: null });
    for (const state of [talking, aConversation().waiting()])
      expect(setSafetyAnswer(state, 'not_sure', supervisor)).toMatchObject({
        events: [{ by: kim, role: 'supervisor', to: 'not_safe_now' }],
      });
    expect(setSafetyAnswer(aConversation().ended(), 'not_sure', supervisor)).toMatchObject({
      refusal: 'conversation_ended',
    });
  });

  it('stays as it is when it is set again', () => {
    expect(setSafetyAnswer(talking, 'not_safe_now', wish())).toEqual({ accepted: true, events: [] });
  });
});
