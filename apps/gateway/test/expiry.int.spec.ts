import { randomBytes, randomUUID } from 'node:crypto';
import type { Reply } from '@warmline/contracts';
import { Deployment } from './deployment/deployment';
import { proposesTo } from './deployment/handing-over';
import { aBrief, aTarget, staffPayloads, visitorPayloads, type Target } from './deployment/payloads';
import type { RunningGateway } from './deployment/running';
import { aResponder, aSupervisor, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, Visitor } from './deployment/visitor';

/** In every text of the conversation. */
const CANARY = `canary ${randomBytes(9).toString('hex')}`;

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
let visitor: Visitor;
let holder: Console;
let receiver: Console;
let supervisor: Console;
let held: HeldHere;
let target: Target;

/** What each of these people is told by every command about the conversation. */
const answers = async (page: Console): Promise<Map<string, Reply<unknown>>> => {
  const told = new Map<string, Reply<unknown>>();
  for (const [command, payload] of Object.entries(staffPayloads(target)))
    told.set(command, await page.tell(command, payload));
  return told;
};

const readings = async (): Promise<string> =>
  JSON.stringify([
    await visitor.reads(),
    await holder.reads(held),
    await holder.tell('note:read', { conversationId: held.conversationId, after: 0 }),
    await holder.tell('private:read', { ...held, after: 0 }),
    await holder.tell('desk:open', {}),
    await supervisor.tell('safety:open', { conversationId: held.conversationId }),
    await supervisor.tell('live_view:open', {}),
    await supervisor.reads(held),
    await receiver.tell('desk:open', {}),
  ]);

/** Everything that can be written about a conversation, by everyone who may. */
const isWrittenAbout = async (): Promise<void> => {
  await visitor.says(`message ${CANARY}`);
  await holder.says(held, `answer ${CANARY}`);
  await holder.must('note:add', { ...held, id: randomUUID(), note: `note ${CANARY}` });
  await holder.must('safety:record', {
    ...held,
    entryId: randomUUID(),
    entry: { kind: 'act', act: 'agreed_plan', words: `record ${CANARY}` },
  });
  await supervisor.must('conversation:observe', { conversationId: visitor.id });
  await holder.must('private:say', { ...held, id: randomUUID(), word: `lane ${CANARY}` });
};

beforeAll(async () => {
  deployment = await Deployment.start();
  // A conversation of this service expires on the day it starts, so it is expired the moment it ends.
  await deployment.database.sql('alter table service drop constraint service_keeps_days_check');
  await deployment.database.sql('update service set keeps_days = 0');
  here = await deployment.startGateway();
  there = await deployment.startGateway();
  visitor = await aVisitor().named(CANARY).waitingAt(here);
  holder = await aResponder(deployment, there);
  held = await holder.takes(visitor.id);
  await holder.must('availability:set', { availability: 'away' });
  supervisor = await aSupervisor(deployment, here);
  await isWrittenAbout();
  receiver = await aResponder(deployment, here);
  const brief = aBrief(`brief ${CANARY}`);
  const { id: handoverId } = await proposesTo(holder, receiver, { ...held, brief });
  target = { ...aTarget(), ...held, handoverId };
  // Nothing is erased while the refusals are tested.
  await deployment.stopWorker();
});
afterAll(() => deployment.stop());

/** What ends a reading, says that a sound was heard, or opens the history: what was done is left, without a word. */
const tellsNothing = (command: string): boolean =>
  /^(conversation:unobserve|help:heard|history:.*)$/.test(command);

describe('a conversation past its expiry day', () => {
  it('[PRV4] is read by everyone who may while it goes on', async () => {
    const told = await readings();
    for (const kind of ['message', 'answer', 'note', 'lane', 'record', 'brief'])
      expect(told).toContain(`${kind} ${CANARY}`);
  });

  it('[PRV4] once ended is refused at once by every command, to everyone, also where its key is in memory', async () => {
    const { id } = visitor;
    // Expired by the moment it is answered, the end is not told: the page knows that it asked.
    await visitor.tell('conversation:end', {});
    const stored = await deployment.database.one<{ state: string }>(
      'select state from conversation where id = $1',
      [id],
    );
    expect(stored.state).toBe('ended');
    for (const page of [holder, receiver, supervisor]) {
      for (const [command, reply] of await answers(page)) {
        expect([command, JSON.stringify(reply).includes(CANARY)]).toEqual([command, false]);
        const names = JSON.stringify(
          Object.entries(staffPayloads(target)).find(([name]) => name === command),
        );
        if (!names.includes(id) || tellsNothing(command)) continue;
        expect([command, reply.ok]).toEqual([command, false]);
      }
    }
    expect(JSON.stringify(await supervisor.tell('live_view:open', {}))).not.toContain(id);
    expect(JSON.stringify(await holder.tell('desk:open', {}))).not.toContain(id);
  });

  it('[PRV4] once ended the token of its visitor is refused at once, also from a new page', async () => {
    const again = await Visitor.connected(there, visitor.token);
    for (const [command, payload] of Object.entries(visitorPayloads(target))) {
      if (command === 'conversation:start' || command === 'challenge:ask') continue;
      const reply = await again.tell(command, payload);
      expect([command, JSON.stringify(reply).includes(CANARY)]).toEqual([command, false]);
      expect([command, reply.ok]).toEqual([command, false]);
    }
  });

  it('[PRV4] is not found again by its id on any route, and is in no list', async () => {
    const routes = ['/api/session', '/api/content', '/api/service', '/api/account'];
    for (const route of routes) {
      const answer = await fetch(`${there.url}${route}`, { headers: { cookie: supervisor.cookie } });
      expect(await answer.text()).not.toContain(CANARY);
    }
  });
});
