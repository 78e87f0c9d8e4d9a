import { randomUUID } from 'node:crypto';
import type { ConversationId, HandoverId, StaffId } from '@warmline/kernel';
import { ConversationReadModel, type ConversationRow } from '@warmline/postgres';
import { aHandoverIn, Scene, until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aHandoverOf, aHeldConversation, proposesTo, untilFree } from '../../../test/deployment/handing-over';
import { aBrief } from '../../../test/deployment/payloads';
import { aResponder, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { AcceptOffer } from '../offers/accept-offer';
import { MakeOffer } from '../offers/make-offer';
import { AnswerHandover } from './answer-handover';
import { Colleagues } from './colleagues';
import { HandoverOffers } from './handover-offers';

let deployment: Deployment;
let scene: Scene;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
  scene = await Scene.elsewhere(deployment.database);
  Object.assign(scene, { service: deployment.service });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const of = <Type>(type: abstract new (...given: never[]) => Type): Type =>
  deployment.gateway().app.get<Type>(type, { strict: false });
const aHeld = async () => scene.held((await scene.person()).id);
const carriedBy = async (staff: StaffId): Promise<number> => {
  const { load } = await deployment.database.one<{ load: number }>(
    `select ((select count(*) from holding where staff_id = $1 and ended_at is null)
      + (select count(*) from handover where receiver_id = $1 and state in ('visitor_asked', 'joined')))::integer as load`,
    [staff],
  );
  return load;
};
const shiftEndsIn = ({ person }: Console, minutes: number): Promise<unknown> =>
  deployment.database.sql(
    `with ending as (
       update shift set ends_at = clock_timestamp() + $2 * interval '1 minute' where staff_id = $1 and ended_at is null
     )
     update staff set shift_ends_at = clock_timestamp() + $2 * interval '1 minute' where id = $1`,
    [person.id, minutes],
  );

describe('the capacity of a receiver', () => {
  it('[ASG3] an accepted handover counts, and no one accepts beyond their capacity', async () => {
    const { receiver, visitor } = await aHandoverOf(deployment).accepted();
    const other = await aHeldConversation(deployment);
    const { people } = await other.sender.must('handover:candidates', { conversationId: other.visitor.id });
    expect(people).toContainEqual(expect.objectContaining({ id: receiver.person.id, status: 'full' }));
    const asking = {
      ...other.held,
      handoverId: randomUUID(),
      to: { to: 'person', staffId: receiver.person.id } as const,
      mustLeave: false,
      brief: aBrief(),
    };
    expect(await other.sender.refusal('handover:propose', asking)).toBe('at_capacity');
    const waiting = await aVisitor().waitingAt(deployment.gateway(0));
    const board = await aResponder(deployment, deployment.gateway(1));
    expect((await board.isOffered()).conversationId).toBe(waiting.id);
    await visitor.must('conversation:end', {});
    await untilFree(other.sender, other.visitor.id, receiver);
    await other.sender.must('handover:propose', asking);
  });

  it('[ASG3] [RTE2] of many offers and handovers at the same moment a receiver takes one', async () => {
    const people = await Promise.all(
      Array.from({ length: 4 }, () => scene.person({ availability: 'available' })),
    );
    for (const [round, { id: staff }] of people.entries()) {
      const [held, conversation] = [await aHeld(), await scene.waiting()];
      const handover = await aHandoverIn(scene, { held, to: staff });
      // The one open offer beside the one open handover, past every check: only accepting is tried here.
      const offer = await scene.offered(conversation, staff);
      const accept = {
        handover: () =>
          of(AnswerHandover)
            .acceptHandover(staff, handover)
            .catch(() => ({ ok: true })),
        offer: () => of(AcceptOffer).acceptOffer(staff, offer),
      };
      // By turns one is a little earlier, the other is, or nobody.
      if (round === 0) await accept.handover();
      if (round === 1) await accept.offer();
      const replies = await Promise.all(
        Array.from({ length: 24 }, (_, turn) => (turn % 2 === 0 ? accept.handover() : accept.offer())),
      );
      expect(await carriedBy(staff)).toBe(1);
      expect(replies.some((reply) => !reply.ok)).toBe(true);
    }
  });
});

const rowOf = async (conversation: ConversationId): Promise<ConversationRow> => {
  const row = await of(ConversationReadModel).findConversation(conversation);
  if (row === null) throw new Error('there is no such conversation');
  return row;
};

describe('open offers', () => {
  it('[RTE2] of 24 offers and handovers at once a responder has one open', async () => {
    await deployment.stopWorker();
    const { id: staff } = (await aResponder(deployment)).person;
    const visitor = await rowOf(await scene.waiting());
    await until('them to be free', async () =>
      (await of(Colleagues).freeCandidates(visitor)).some((one) => one.staff === staff),
    );
    const [waiting, handovers] = [
      await Promise.all(Array.from({ length: 12 }, () => scene.waiting())),
      await Promise.all(Array.from({ length: 12 }, async () => aHandoverIn(scene, { held: await aHeld() }))),
    ];
    await Promise.all([
      ...waiting.map((conversation) =>
        of(MakeOffer).makeOffer({ conversation, staff, opensFor: 60_000, surge: false }),
      ),
      ...handovers.map((id) => asks(id)),
    ]);
    const open = await deployment.database.count('offer where staff_id = $1 and outcome is null', [staff]);
    const asked = await deployment.database.count(`handover where receiver_id = $1 and state = 'offered'`, [
      staff,
    ]);
    expect(open + asked).toBe(1);
    // A worker does not start while conversations are open whose keys are missing, and those of the scene are made up.
    await deployment.clear();
    await deployment.startWorker();
  });

  const asks = async (id: HandoverId): Promise<void> => {
    const { conversation } = await deployment.database.one<{ conversation: never }>(
      'select conversation_id as conversation from handover where id = $1',
      [id],
    );
    await of(HandoverOffers).offerToNext(id, await rowOf(conversation));
  };

  it('[RTE5] a handover is not offered to a person in a cool-down, on a break or without training', async () => {
    const { sender, held } = await aHeldConversation(deployment);
    const colleague = await aResponder(deployment, deployment.gateway(0));
    const { id } = colleague.person;
    await untilFree(sender, held.conversationId, colleague);
    const propose = () => ({
      ...held,
      handoverId: randomUUID(),
      to: { to: 'person', staffId: id } as const,
      mustLeave: false,
      brief: aBrief(),
    });
    for (const [hinder, undo] of [
      [
        'update staff set cool_down_since = now() where id = $1',
        'update staff set cool_down_since = null where id = $1',
      ],
      ['update staff set break_wanted = true where id = $1', 'delete from staff_break where staff_id = $1'],
      ['delete from training_record where staff_id = $1', 'select $1::uuid'],
    ] as const) {
      await deployment.database.sql(hinder, [id]);
      expect(await sender.refusal('handover:propose', propose())).toBe('not_available');
      const { people } = await sender.must('handover:candidates', { conversationId: held.conversationId });
      expect(people.find((person) => person.id === id)?.status).toBe('away');
      await deployment.database.sql(undo, [id]);
    }
  });

  it('[RTE2] a person with an open handover gets no offer from the queue, and the other way round', async () => {
    const { sender, held, receiver, handoverId } = await aHandoverOf(deployment).asked();
    const waiting = await aVisitor().waitingAt(deployment.gateway(0));
    const proposal = { conversation: waiting.id, staff: receiver.person.id, opensFor: 60_000, surge: false };
    expect(await of(MakeOffer).makeOffer(proposal)).toBe(false);
    const other = await aResponder(deployment, deployment.gateway(1));
    expect((await other.isOffered()).conversationId).toBe(waiting.id);
    expect((await receiver.must('desk:open', {})).offer).toBeNull();
    await receiver.must('handover:decline', { handoverId });
    const to = { to: 'person', staffId: other.person.id } as const;
    const asking = { ...held, handoverId: randomUUID(), to, mustLeave: false, brief: aBrief() };
    expect(await sender.refusal('handover:propose', asking)).toBe('not_available');
  });
});

describe('the end of a shift', () => {
  it('[RTE2] a person gets no offer or handover in the last half hour of a shift', async () => {
    const { sender, held, visitor } = await aHeldConversation(deployment);
    const tired = await aResponder(deployment, deployment.gateway(0));
    await untilFree(sender, visitor.id, tired);
    await shiftEndsIn(tired, 29);
    expect((await tired.must('desk:open', {})).offersPaused).toBe(true);
    const asking = { handoverId: randomUUID(), to: { to: 'person', staffId: tired.person.id } as const };
    const proposal = { ...held, ...asking, mustLeave: false, brief: aBrief() };
    expect(await sender.refusal('handover:propose', proposal)).toBe('not_available');
    const waiting = await aVisitor().waitingAt(deployment.gateway(1));
    const fresh = await aResponder(deployment, deployment.gateway(1));
    expect((await fresh.isOffered()).conversationId).toBe(waiting.id);
    expect((await tired.must('desk:open', {})).offer).toBeNull();
  });

  it('a handover is due in the last quarter of an hour of a shift, once for each conversation', async () => {
    const { sender, held } = await aHeldConversation(deployment);
    const due = async (console: Console): Promise<unknown> =>
      (await console.must('desk:open', {})).caseload.map(({ handoverDue }) => handoverDue);
    await shiftEndsIn(sender, 16);
    expect(await due(sender)).toEqual([false]);
    await shiftEndsIn(sender, 14);
    expect(await due(sender)).toEqual([true]);
    const receiver = await aResponder(deployment, deployment.gateway(0));
    const { id: handoverId } = await proposesTo(sender, receiver, { ...held, mustLeave: true });
    expect(await due(sender)).toEqual([false]);
    await receiver.must('handover:accept', { handoverId });
    await receiver.must('handover:confirm_brief', { handoverId });
    await receiver.must('handover:take_control', { handoverId });
    await receiver.must('handover:settle', { handoverId });
    await shiftEndsIn(receiver, 5);
    expect(await due(receiver)).toEqual([false]);
    await until('the desk to be told', async () =>
      receiver.notices('desk:changed').some(({ caseload }) => caseload.length === 1),
    );
  });
});
