import { randomUUID } from 'node:crypto';
import type { Entry, Handover, StaffCommands } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { ConnectedPages } from '../../src/socket/connected-pages';
import type { Deployment } from './deployment';
import { aBrief } from './payloads';
import { aResponder, type Console, type HeldHere } from './staff';
import { aVisitor, type Visitor } from './visitor';

type Proposal = Partial<StaffCommands['handover:propose']['payload']>;

/** A visitor on the first gateway and a responder on the last, who is away and gets no more offers. */
export interface HeldConversation {
  readonly visitor: Visitor;
  readonly sender: Console;
  readonly held: HeldHere;
}

export const aHeldConversation = async (deployment: Deployment): Promise<HeldConversation> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const sender = await aResponder(deployment, deployment.gateway(deployment.gateways.length - 1));
  const held = await sender.takes(visitor.id);
  await sender.must('availability:set', { availability: 'away' });
  await sender.reads(held);
  return { visitor, sender, held };
};

/** Waits until this colleague is free. A console counts as present a moment after it connects. */
export const untilFree = async (asking: Console, conversationId: string, colleague: Console) =>
  until('a colleague to be free', async () => {
    const { people } = await asking.must('handover:candidates', { conversationId });
    return people.some(({ id, status }) => id === colleague.person.id && status === 'free');
  });

/** The asking person, usually the sender, proposes the handover to this colleague. */
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

/** A conversation that its holder on one gateway hands over to a responder on another. */
export interface Warm extends HeldConversation {
  readonly receiver: Console;
  readonly handoverId: string;
}
type How = Partial<Pick<StaffCommands['handover:propose']['payload'], 'mustLeave' | 'brief'>>;

/** The steps of a handover, each with everything before it done. */
export const aHandoverOf = (deployment: Deployment, how: How = {}) => {
  const asked = async (): Promise<Warm> => {
    const conversation = await aHeldConversation(deployment);
    const receiver = await aResponder(deployment, deployment.gateway(0));
    const { id: handoverId } = await proposesTo(conversation.sender, receiver, {
      ...conversation.held,
      ...how,
    });
    return { ...conversation, receiver, handoverId };
  };
  const accepted = async (): Promise<Warm> => {
    const warm = await asked();
    await warm.receiver.must('handover:accept', { handoverId: warm.handoverId });
    return warm;
  };
  const joined = async (): Promise<Warm> => {
    const warm = await accepted();
    await warm.visitor.must('handover:answer', { handoverId: warm.handoverId, agrees: true });
    await warm.receiver.reads(warm.held);
    return warm;
  };
  const read = async (): Promise<Warm> => {
    const warm = await joined();
    await warm.receiver.must('handover:confirm_brief', { handoverId: warm.handoverId });
    return warm;
  };
  const passed = async (): Promise<Warm & { readonly now: HeldHere }> => {
    const warm = await read();
    const now = await warm.receiver.must('handover:take_control', { handoverId: warm.handoverId });
    return { ...warm, now };
  };
  return { asked, accepted, joined, read, passed };
};

/** Resolves when the server has removed this person from the conversation’s room. */
export const hearsNoMore = ({ gateways }: Deployment, conversation: string, { person }: Console) =>
  until('a console to be out of the room', async () =>
    gateways.every(({ app }) => {
      const { staff } = app.get(ConnectedPages, { strict: false });
      const members = staff?.adapter.rooms.get(`conversation:${conversation}`) ?? [];
      return ![...members].some((id) => staff?.sockets.get(id)?.data.person.staff === person.id);
    }),
  );

/** Makes the current step expire. */
export const runOut = ({ database }: Deployment, handoverId: string): Promise<unknown> =>
  database.sql(`update handover set expires_at = clock_timestamp() - interval '1 ms' where id = $1`, [
    handoverId,
  ]);

/** The stored state of a handover. */
export const storedHandover = ({ database }: Deployment, handoverId: string) =>
  database.one<{ state: string; reason: string | null; receiver_id: string | null }>(
    'select state, reason, receiver_id from handover where id = $1',
    [handoverId],
  );
/** Resolves with the reason when the handover reaches this state. */
export const becomes = async (
  deployment: Deployment,
  handoverId: string,
  state: string,
): Promise<string | null> => {
  const row = await until(`the handover to be ${state}`, async () => {
    const found = await storedHandover(deployment, handoverId);
    return found.state === state && found;
  });
  return row.reason;
};

/** The audited steps of one handover, oldest first. Who was shown its brief is no step. */
export const auditOf = async ({ database }: Deployment, handoverId: string): Promise<string[]> => {
  const rows = await database.sql<{ action: string }>(
    `select action from audit_entry where subject = $1 and action <> 'brief_shown' order by id`,
    [handoverId],
  );
  return rows.map(({ action }) => action);
};

/** Bodies and events of a timeline, in order. */
export const told = (entries: readonly Entry[]): (string | null)[] =>
  entries.map((entry) => (entry.kind === 'message' ? entry.body : entry.event));
