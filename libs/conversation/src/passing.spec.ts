import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { PassReason } from './events';
import { pass } from './passing';
import { aConversation } from './testing/a-conversation';

const at = instant(5_000);
const [sam, kim] = [numbered.staff(1), numbered.staff(2)];
const about = { service: numbered.service(1), conversation: numbered.conversation(1), at };
const toKim = { to: kim, reason: 'handed_over', at } as const;
const began = { type: 'holding_began', ...about, staff: kim, epoch: 4 };

describe('passing a conversation on', () => {
  it('[HND2] ends the one holding and begins the next, under the next epoch, in one step', () => {
    expect(pass(aConversation().afterHoldings(2).heldBy(sam), toKim)).toEqual({
      accepted: true,
      events: [
        { type: 'holding_passed', ...about, staff: sam, epoch: 3, to: kim, reason: 'handed_over' },
        began,
      ],
    });
  });

  it.each<PassReason>(['handed_over', 'safety', 'responder_gone', 'quality'])('says why: %s', (reason) => {
    const decision = pass(aConversation().heldBy(sam), { ...toKim, reason });
    expect(decision).toMatchObject({ events: [{ reason }, {}] });
  });

  it('[ASG1] from the queue only begins: nobody held it', () => {
    expect(pass(aConversation().afterHoldings(3).waiting(), toKim)).toEqual({
      accepted: true,
      events: [began],
    });
  });

  it('to its holder changes nothing, so that twice is once', () => {
    expect(pass(aConversation().heldBy(kim), toKim)).toEqual({ accepted: true, events: [] });
  });

  it('a conversation can be passed on after a quick exit, because a responder must decide', () => {
    const decision = pass(aConversation().leftByVisitorWhileHeldBy(sam), toKim);
    expect(decision).toMatchObject({ events: [{ type: 'holding_passed' }, { type: 'holding_began' }] });
  });

  it('is refused after the end', () => {
    const ended = aConversation().afterHoldings(1).ended();
    expect(pass(ended, toKim)).toEqual({ accepted: false, refusal: 'conversation_ended' });
  });
});
