import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import {
  aHandoverOf,
  auditOf,
  becomes,
  hearsNoMore,
  storedHandover,
  told,
} from '../../../test/deployment/handing-over';
import { aBrief } from '../../../test/deployment/payloads';
import { aSupervisor } from '../../../test/deployment/staff';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const handover = aHandoverOf;
const message = (body = 'hello') => ({ id: randomUUID(), body });

describe('a warm handover', () => {
  it('[HND3] a receiver sees the brief with the offer, and nothing of the conversation before the visitor says yes', async () => {
    const { visitor, sender, receiver, handoverId, held } = await handover(deployment).asked();
    await sender.says(held, 'one moment');
    const desk = await receiver.must('desk:open', {});
    expect(desk.handovers).toMatchObject([
      {
        id: handoverId,
        state: 'offered',
        brief: aBrief(),
        briefRead: false,
        receiver: { id: receiver.person.id },
      },
    ]);
    const reading = { conversationId: visitor.id, after: 0 };
    expect(await receiver.refusal('timeline:read', reading)).toBe('not_found');
    expect(await receiver.must('handover:accept', { handoverId })).toMatchObject({ state: 'visitor_asked' });
    await sender.says(held, 'Jo would come in');
    expect(await receiver.refusal('timeline:read', reading)).toBe('not_found');
    expect(receiver.notices('timeline:appended')).toEqual([]);
    await visitor.must('handover:answer', { handoverId, agrees: true });
    expect(told((await receiver.must('timeline:read', reading)).entries)).toEqual([
      'started',
      'joined',
      'one moment',
      'Jo would come in',
      'joined',
    ]);
    // Their own coming, at the most.
    const heard = receiver.notices('timeline:appended').flatMap(({ entries }) => told(entries));
    expect(heard.filter((text) => text !== 'joined')).toEqual([]);
  });

  it('[HND4] a visitor is asked by name, and told who has joined and who has left', async () => {
    const { visitor, sender, receiver, handoverId } = await handover(deployment).accepted();
    const [from, to] = [sender.person.name, receiver.person.name];
    const view = await visitor.hears('conversation:changed', (heard) => heard.handover !== null);
    expect(view.handover).toEqual({ id: handoverId, state: 'asked', from, to });
    expect(view.responder?.name).toBe(from);
    const answered = await visitor.must('handover:answer', { handoverId, agrees: true });
    expect(answered.handover).toEqual({ id: handoverId, state: 'joined', from, to });
    await receiver.must('handover:confirm_brief', { handoverId });
    await receiver.must('handover:take_control', { handoverId });
    expect((await visitor.opens()).responder?.name).toBe(to);
    await receiver.must('handover:settle', { handoverId });
    expect((await visitor.opens()).handover).toBeNull();
    const { entries } = await visitor.reads();
    expect(entries.map((entry) => [told([entry])[0], entry.name])).toEqual([
      ['started', ''],
      ['joined', from],
      ['joined', to],
      ['left', from],
    ]);
  });

  it('[HND4] a visitor is told and not asked when the sender must leave, before anyone joins', async () => {
    const { visitor, handoverId, sender, receiver } = await handover(deployment, { mustLeave: true }).asked();
    const reply = await receiver.must('handover:accept', { handoverId });
    expect(reply).toMatchObject({ state: 'joined', mustLeave: true });
    const { entries } = await visitor.reads();
    expect(entries.slice(2).map((entry) => [told([entry])[0], entry.name])).toEqual([
      ['must_leave', sender.person.name],
      ['joined', receiver.person.name],
    ]);
  });

  it('[HND3] control does not pass before the brief is read', async () => {
    const { receiver, handoverId, held, visitor } = await handover(deployment).joined();
    expect(await receiver.refusal('handover:take_control', { handoverId })).toBe('brief_unread');
    expect(await receiver.refusal('message:send', { ...held, ...message() })).toBe('not_found');
    expect(await storedHandover(deployment, handoverId)).toMatchObject({ state: 'joined' });
    await receiver.must('handover:confirm_brief', { handoverId });
    await receiver.must('handover:confirm_brief', { handoverId });
    expect(await receiver.must('handover:take_control', { handoverId })).toEqual({
      conversationId: visitor.id,
      epoch: held.epoch + 1,
    });
  });

  it('[HND2] [ASG2] a sender’s writes are refused as stale from the moment control has passed', async () => {
    const { sender, receiver, handoverId, held, visitor } = await handover(deployment).read();
    await sender.says(held, 'still me');
    const passes = await Promise.all(
      Array.from({ length: 24 }, () => receiver.ask('handover:take_control', { handoverId })),
    );
    const now = { conversationId: visitor.id, epoch: held.epoch + 1 };
    expect(passes).toEqual(passes.map(() => ({ ok: true, value: now })));
    expect(await sender.refusal('message:send', { ...held, ...message('too late') })).toBe('stale_epoch');
    expect(await sender.refusal('message:send', { ...now, ...message('forged') })).toBe('not_found');
    expect(await sender.refusal('conversation:end', { ...held, reason: 'went_quiet' })).toBe('stale_epoch');
    await receiver.says(now, 'now me');
    const holdings = await deployment.database.sql(
      'select epoch, staff_id, ended_at is null as open from holding where conversation_id = $1 order by epoch',
      [visitor.id],
    );
    expect(holdings).toEqual([
      { epoch: held.epoch, staff_id: sender.person.id, open: false },
      { epoch: now.epoch, staff_id: receiver.person.id, open: true },
    ]);
    const bodies = told((await visitor.reads()).entries);
    expect(bodies.slice(-2)).toEqual(['still me', 'now me']);
  });

  it('[HND2] [ASG2] the sender’s messages end where the receiver’s begin, even if both write while control passes', async () => {
    const { sender, receiver, handoverId, held, visitor } = await handover(deployment).read();
    const sending = Promise.all(
      Array.from({ length: 12 }, () =>
        sender.ask('message:send', { ...held, ...message('from the sender') }),
      ),
    );
    const now = await receiver.must('handover:take_control', { handoverId });
    await receiver.says(now, 'from the receiver');
    const replies = await sending;
    const stored = replies.filter((reply) => reply.ok).length;
    for (const reply of replies) if (!reply.ok) expect(reply.refusal).toBe('stale_epoch');
    const bodies = told((await visitor.reads()).entries).filter((body) => body?.startsWith('from') === true);
    expect(bodies).toEqual([...Array.from({ length: stored }, () => 'from the sender'), 'from the receiver']);
  });

  it('[HND2] sender and receiver both get the visitor’s messages from joining to leaving, and then the receiver alone', async () => {
    const { visitor, sender, receiver, handoverId } = await handover(deployment).joined();
    const both = async (body: string): Promise<void> => {
      await visitor.says(body);
      for (const console of [sender, receiver])
        await console.hears('timeline:appended', ({ entries }) => told(entries).includes(body));
    };
    await both('before control passes');
    await receiver.must('handover:confirm_brief', { handoverId });
    const now = await receiver.must('handover:take_control', { handoverId });
    await both('after control has passed');
    expect(told((await sender.reads(now)).entries)).toContain('after control has passed');
    await receiver.must('handover:settle', { handoverId });
    await hearsNoMore(deployment, visitor.id, sender);
    sender.forget();
    await visitor.must('typing:set', { typing: true });
    await visitor.says('for the receiver');
    await receiver.hears('timeline:appended', ({ entries }) => told(entries).includes('for the receiver'));
    await sender.must('desk:open', {});
    expect([sender.notices('timeline:appended'), sender.notices('typing:changed')]).toEqual([[], []]);
    expect(await sender.refusal('timeline:read', { conversationId: visitor.id, after: 0 })).toBe('not_found');
  });

  it('[AUD1] each step of a handover has one audit row that says who did it', async () => {
    const { receiver, sender, handoverId, now } = await handover(deployment).passed();
    await receiver.must('handover:settle', { handoverId });
    expect(await auditOf(deployment, handoverId)).toEqual([
      'handover_proposed',
      'handover_offered',
      'handover_accepted',
      'visitor_asked',
      'visitor_agreed',
      'handover_joined',
      'brief_read',
      'control_passed',
      'handover_left',
    ]);
    const [passed] = await deployment.database.sql(
      `select actor_id, whom, epoch from audit_entry where subject = $1 and action = 'control_passed'`,
      [handoverId],
    );
    expect(passed).toEqual({ actor_id: receiver.person.id, whom: sender.person.id, epoch: now.epoch });
  });

  it('[AUD1] a brief that someone was merely asked to take is recorded as read by them, once', async () => {
    const { sender, receiver, handoverId, visitor } = await handover(deployment).asked();
    const desks = await Promise.all(
      [receiver, receiver, receiver, sender].map((person) => person.must('desk:open', {})),
    );
    expect(desks.map(({ handovers }) => handovers[0]?.brief)).toEqual(desks.map(() => aBrief()));
    await receiver.must('handover:decline', { handoverId });
    await receiver.must('desk:open', {});
    const read = await deployment.database.sql(
      `select actor_id, conversation_id from audit_entry where subject = $1 and action = 'brief_shown'`,
      [handoverId],
    );
    expect(read).toEqual([{ actor_id: receiver.person.id, conversation_id: visitor.id }]);
  });

  it('a handover is on both desks, and on the live view without its text', async () => {
    const { visitor, sender, receiver, handoverId } = await handover(deployment).joined();
    const supervisor = await aSupervisor(deployment);
    const { handovers, conversations } = await supervisor.must('live_view:open', {});
    const open = handovers.filter(({ id }) => id === handoverId);
    expect(open).toMatchObject([{ state: 'joined', sender: { name: sender.person.name } }]);
    expect(JSON.stringify(handovers)).not.toContain(aBrief().situation);
    expect(conversations).toMatchObject([{ conversationId: visitor.id, handovers: 0 }]);
    await receiver.must('handover:confirm_brief', { handoverId });
    const now = await receiver.must('handover:take_control', { handoverId });
    await receiver.says(now, 'hello, I am here now');
    const { caseload, handovers: theirs } = await receiver.must('desk:open', {});
    expect(caseload).toMatchObject([{ ...now, state: 'talking', handovers: 1 }]);
    expect(theirs).toMatchObject([{ state: 'control_passed', briefRead: true, receiverHasWritten: true }]);
    const old = await sender.must('desk:open', {});
    expect(old).toMatchObject({ caseload: [], handovers: [{ state: 'control_passed' }] });
  });

  it('a handover ends by itself when no one says that the visitor is settled', async () => {
    const { handoverId, visitor, sender } = await handover(deployment).passed();
    await deployment.database.sql('update handover set expires_at = clock_timestamp() where id = $1', [
      handoverId,
    ]);
    await becomes(deployment, handoverId, 'left');
    expect(told((await visitor.reads()).entries).at(-1)).toBe('left');
    await hearsNoMore(deployment, visitor.id, sender);
  });
});
