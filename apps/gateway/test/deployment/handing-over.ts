import { randomUUID } from 'node:crypto';
import type { Entry, Handover, StaffCommands } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { ConnectedPages } from '../../src/socket/connected-pages';
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
    return people.some(({ id, status: standing }) => id === colleague.person.id && standing === 'free');
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

/** A talk that its holder on one gateway hands over to a responder on the other. */
export interface Warm extends Talk {
  readonly receiver: Console;
  readonly handoverId: string;
}
type How = Partial<Pick<StaffCommands['handover:propose']['payload'], 'mustLeave' | 'brief'>>;

/** The steps of a handover, each with everything before it done. */
export const aHandoverOf = (deployment: Deployment, how: How = {}) => {
  const asked = async (): Promise<Warm> => {
    const talk = await aTalk(deployment);
    const receiver = await aResponder(deployment, deployment.gateway(0));
    const { id: handoverId } = await proposesTo(talk.sender, receiver, { ...talk.held, ...how });
    return { ...talk, receiver, handoverId };
  };
  const accepted = async (): Promise<Warm> => {
    const warm = await asked();
    await warm.receiver.must('handover:accept', { handoverId: warm.handoverId });
    await warm.receiver.reads(warm.held);
    return warm;
  };
  const joined = async (): Promise<Warm> => {
    const warm = await accepted();
    await warm.visitor.must('handover:answer', { handoverId: warm.handoverId, agrees: true });
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

/** When the server has noticed that this person may hear the conversation no longer. */
export const hearsNoMore = ({ gateways }: Deployment, conversation: string, { person }: Console) =>
  until('a console to be out of the room', async () =>
    gateways.every(({ app }) => {
      const { staff } = app.get(ConnectedPages, { strict: false });
      const members = staff?.adapter.rooms.get(`conversation:${conversation}`) ?? [];
      return ![...members].some((id) => staff?.sockets.get(id)?.data.person.staff === person.id);
    }),
  );

/** The present step has lasted too long. */
export const runOut = ({ database }: Deployment, handoverId: string): Promise<unknown> =>
  database.sql(`update handover set expires_at = clock_timestamp() - interval '1 ms' where id = $1`, [
    handoverId,
  ]);

/** How a handover stands, in the tables. */
export const standing = ({ database }: Deployment, handoverId: string) =>
  database.one<{ state: string; reason: string | null; receiver_id: string | null }>(
    'select state, reason, receiver_id from handover where id = $1',
    [handoverId],
  );
/** Resolves when it stands so. */
export const becomes = async (
  deployment: Deployment,
  handoverId: string,
  state: string,
): Promise<string | null> => {
  const row = await until(`the handover to be ${state}`, async () => {
    const found = await standing(deployment, handoverId);
    return found.state === state && found;
  });
  return row.reason;
};

/** Facts of one handover as the audit has them, oldest first. */
export const auditOf = async ({ database }: Deployment, handoverId: string): Promise<string[]> => {
  const rows = await database.sql<{ action: string }>(
    'select action from audit_entry where subject = $1 order by id',
    [handoverId],
  );
  return rows.map(({ action }) => action);
};

/** Bodies and events of a timeline, in order. */
export const told = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => (entry.kind === 'message' ? entry.body : entry.event));
