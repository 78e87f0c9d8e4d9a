import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let supervisor: Console;
let held: HeldHere;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
beforeEach(async () => {
  visitor = await aVisitor().waitingAt(deployment.gateway(0));
  await visitor.says('a canary');
  responder = await aResponder(deployment, deployment.gateway(1));
  held = await responder.takes(visitor.id);
  supervisor = await aSupervisor(deployment, deployment.gateway(0));
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const recorded = (action: string): Promise<{ actor_id: string }[]> =>
  deployment.database.sql<{ actor_id: string }>(
    'select actor_id from audit_entry where action = $1 and conversation_id = $2',
    [action, visitor.id],
  );

describe('reading a conversation', () => {
  it('[AUD1] the reading of a conversation is recorded once for each console, with the reader', async () => {
    await responder.reads(held);
    await responder.reads(held, 2);
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    await supervisor.reads(held);
    expect(await recorded('conversation_read')).toEqual([{ actor_id: responder.person.id }]);
    expect(await recorded('observation_began')).toEqual([{ actor_id: supervisor.person.id }]);
    const again = await responder.again(deployment.gateway(0));
    await again.reads(held);
    expect(await recorded('conversation_read')).toHaveLength(2);
  });

  it('[AUD1] nobody reads along with themselves', async () => {
    const { epoch } = await supervisor.must('conversation:take_over', {
      conversationId: visitor.id,
      reason: 'safety',
    });
    expect(epoch).toBeGreaterThan(held.epoch);
    expect(await supervisor.refusal('conversation:observe', { conversationId: visitor.id })).toBe(
      'not_found',
    );
    expect(await recorded('observation_began')).toEqual([]);
  });

  it('[AUD1] who reads along is told of the end, and from then on opens it only with a purpose', async () => {
    const about = { conversationId: visitor.id };
    await supervisor.must('conversation:observe', about);
    await responder.must('note:add', { ...held, id: randomUUID(), note: 'a canary of a note' });
    const act = { kind: 'act', act: 'agreed_plan', words: 'a canary of a plan' } as const;
    await responder.must('safety:record', { ...held, entryId: randomUUID(), entry: act });
    const ended = supervisor.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'event' && entry.event === 'ended'),
    );
    await visitor.must('conversation:end', {});
    await ended;
    supervisor.forget();
    const other = await aSupervisor(deployment, deployment.gateway(1));
    for (const page of [supervisor, other]) {
      expect(await page.refusal('conversation:observe', about)).toBe('conversation_ended');
      expect(await page.refusal('safety:open', about)).toBe('conversation_ended');
      for (const command of ['timeline:read', 'note:read'] as const)
        expect(await page.refusal(command, { ...about, after: 0 })).toBe('not_found');
      const entry = { ...act, act: 'emergency_services', words: 'called them' } as const;
      const written = { ...about, epoch: null, entryId: randomUUID(), entry };
      expect((await page.must('safety:record', written)).acts).toMatchObject([{ by: page.person.name }]);
    }
    expect(other.everything()).not.toContain('canary');
    expect((await responder.must('note:read', { ...about, after: 0 })).notes).toHaveLength(1);
    const { written } = await other.must('history:open', { ...about, purpose: 'safeguarding' });
    expect(JSON.stringify(written)).toContain('a canary of a plan');
  });

  it('[AUD1] nothing of a conversation is sent when its reading cannot be recorded', async () => {
    await deployment.database.sql(
      `alter table audit_entry add constraint unwritable check (action not in ('conversation_read', 'observation_began')) not valid`,
    );
    const asked = [
      await responder.ask('timeline:read', { conversationId: visitor.id, after: 0 }),
      await supervisor.ask('conversation:observe', { conversationId: visitor.id }),
      await supervisor.ask('timeline:read', { conversationId: visitor.id, after: 0 }),
    ];
    await visitor.says('another canary');
    await responder.must('desk:open', {});
    expect(asked.map((reply) => (reply.ok ? 'an answer' : reply.refusal))).toEqual([
      'unavailable',
      'unavailable',
      'not_found',
    ]);
    for (const page of [responder, supervisor]) expect(page.everything()).not.toContain('canary');
    await deployment.database.sql('alter table audit_entry drop constraint unwritable');
    expect((await responder.reads(held)).entries).toHaveLength(4);
  });
});

describe('observing', () => {
  it('observing is shown to the responder, brings what is written, and ends when the page is closed', async () => {
    const observation = await supervisor.must('conversation:observe', { conversationId: visitor.id });
    expect(observation).toMatchObject({ state: 'talking', responderName: responder.person.name });
    await responder.hears(
      'desk:changed',
      ({ caseload: [item] }) => item?.observers[0] === supervisor.person.name,
    );
    await visitor.says('seen by three');
    await supervisor.hears('timeline:appended', ({ entries }) =>
      entries.some(({ kind }) => kind === 'message'),
    );
    responder.forget();
    supervisor.leave();
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.observers.length === 0);
    expect(await recorded('observation_ended')).toHaveLength(1);
  });

  it('an observer who ends it gets and reads nothing more', async () => {
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    await supervisor.must('conversation:unobserve', { conversationId: visitor.id });
    await responder.reads(held);
    supervisor.forget();
    await visitor.says('not for the supervisor');
    await responder.hears('timeline:appended');
    expect(await supervisor.refusal('timeline:read', { conversationId: visitor.id, after: 0 })).toBe(
      'not_found',
    );
    expect(supervisor.notices('timeline:appended')).toEqual([]);
  });
});
