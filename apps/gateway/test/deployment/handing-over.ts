import { randomUUID } from 'node:crypto';
import type { Handover, StaffCommands } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import type { Deployment } from './deployment';
import { aBrief } from './payloads';
import { aResponder, type Console, type HeldHere } from './staff';
import { aVisitor, type Visitor } from './visitor';

type Proposal = Partial<StaffCommands['handover:propose']['payload']>;

/** A visitor on the first gateway, talking with a responder on the last who takes nobody else. */
export interface Talk {
  readonly visitor: Visitor;
  readonly sender: Console;
  readonly held: HeldHere;
}

export const aTalk = async (deployment: Deployment): Promise<Talk> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const sender = await aResponder(deployment, deployment.gateway(deployment.gateways.length - 1));
  const held = await sender.takes(visitor.id);
  await sender.must('availability:set', { availability: 'away' });
  await sender.reads(held);
  return { visitor, sender, held };
};

/** Waits until this colleague could be asked: a console is present a moment after it has come. */
export const untilFree = async (asking: Console, conversationId: string, colleague: Console) =>
  until('a colleague to be free', async () => {
    const { people } = await asking.must('handover:candidates', { conversationId });
    return people.some(({ id, standing }) => id === colleague.person.id && standing === 'free');
  });

/** Somebody, usually the sender, asks this colleague to take the conversation over. */
export const proposesTo = async (
  asking: Console,
  receiver: Console,
  proposal: Proposal & HeldHere,
): Promise<Handover> => {
  await untilFree(asking, proposal.conversationId, receiver);
  return asking.must('handover:propose', {
    handoverId: randomUUID(),
    to: { to: 'person', staffId: receiver.person.id },
    mustLeave: false,
    brief: aBrief(),
    ...proposal,
  });
};
