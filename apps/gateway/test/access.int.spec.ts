import { randomUUID } from 'node:crypto';
import { staffCommands, visitorCommands, type Reply } from '@warmline/contracts';
import { grants, type Action, type Relation } from '@warmline/identity';
import { fingerprint, Scene } from '@warmline/test-kit';
import { staffDoors } from '../src/responder/doors';
import { Deployment } from './deployment/deployment';
import {
  aConsole,
  aResponder,
  aSupervisor,
  aWrapUp,
  Console,
  signIn,
  type HeldHere,
} from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

type StaffCommand = keyof typeof staffCommands;

interface Target {
  readonly conversationId: string;
  readonly epoch: number;
  readonly offerId: string;
}
interface Asker {
  readonly page: Console;
  readonly relations: readonly Relation[];
}

/** A well-formed payload of each command about this conversation and offer. */
const payloads: Record<StaffCommand, (target: Target) => unknown> = {
  'desk:open': () => ({}),
  'availability:set': () => ({ availability: 'away' }),
  'offer:accept': ({ offerId }) => ({ offerId }),
  'offer:decline': ({ offerId }) => ({ offerId }),
  'timeline:read': ({ conversationId }) => ({ conversationId, after: 0 }),
  'message:send': ({ conversationId, epoch }) => ({ conversationId, epoch, id: randomUUID(), body: 'hello' }),
  'typing:set': ({ conversationId, epoch }) => ({ conversationId, epoch, typing: true }),
  'receipt:seen': ({ conversationId, epoch }) => ({ conversationId, epoch, seq: 1 }),
  'conversation:end': ({ conversationId, epoch }) => ({ conversationId, epoch, reason: 'went_quiet' }),
  'wrap_up:finish': ({ conversationId, epoch }) => ({ conversationId, epoch, wrapUp: aWrapUp() }),
  'board:open': () => ({}),
  'conversation:observe': ({ conversationId }) => ({ conversationId }),
  'conversation:unobserve': ({ conversationId }) => ({ conversationId }),
};
const commands = Object.keys(payloads) as StaffCommand[];
/** The last ones change what the others are asked about. */
const inOrder = [...commands].sort(
  (a, b) => Number(a === 'conversation:end') - Number(b === 'conversation:end'),
);

let deployment: Deployment;
let visitor: Visitor;
let target: Target;
let elsewhere: Target;
const askers: Record<string, Asker> = {};
let former: HeldHere;

const unknown = (): Target => ({ conversationId: randomUUID(), epoch: 1, offerId: randomUUID() });
const actionOf = (command: StaffCommand): Action =>
  deployment.gateway().app.get(staffDoors[command], { strict: false }).action;
const ask = (name: string, command: StaffCommand, about: Target): Promise<Reply<unknown>> =>
  page(name).tell(command, payloads[command](about));
const page = (name: string): Console => {
  const asker = askers[name];
  if (asker === undefined) throw new Error(`nobody is ${name}`);
  return asker.page;
};

/** A conversation of another service, with a holder and an open offer of its own. */
const ofAnotherService = async (): Promise<Target> => {
  const there = await Scene.elsewhere(deployment.database);
  const [holder, asked] = [await there.person(), await there.person()];
  const { conversation, epoch } = await there.held(holder.id);
  return {
    conversationId: conversation,
    epoch,
    offerId: await there.offered(await there.waiting(), asked.id),
  };
};

beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  visitor = await aVisitor().waitingAt(here);
  const before = await aResponder(deployment, here);
  former = await before.takes(visitor.id);
  await before.must('availability:set', { availability: 'away' });
  const scene = await Scene.elsewhere(deployment.database);
  Object.assign(scene, { service: deployment.service });
  await scene.lost({ conversation: visitor.id, epoch: former.epoch, staff: before.person.id });
  const holder = await aResponder(deployment, there);
  const held = await holder.takes(visitor.id);
  await holder.must('availability:set', { availability: 'away' });
  const asked = await aResponder(deployment, here);
  await aVisitor().waitingAt(there);
  const { id: offerId } = await asked.isOffered();
  const observer = await aSupervisor(deployment, here);
  await observer.must('conversation:observe', { conversationId: visitor.id });
  target = { ...held, offerId };
  elsewhere = await ofAnotherService();
  const staff: readonly Relation[] = ['self', 'service'];
  Object.assign(askers, {
    'a responder with no part in it': { page: await aConsole(deployment, there), relations: staff },
    'the former holder': { page: before, relations: staff },
    'the holder': { page: holder, relations: [...staff, 'holder', 'held'] },
    'a supervisor who does not observe': { page: await aSupervisor(deployment, there), relations: staff },
    'the observer': { page: observer, relations: [...staff, 'observer'] },
  } satisfies Record<string, Asker>);
});
afterAll(() => deployment.stop());

const WITHOUT_TARGET = new Set<StaffCommand>(['desk:open', 'availability:set', 'board:open']);
/** Ending what was never begun says nothing about what is there. */
const SAYS_NOTHING = new Set<StaffCommand>(['conversation:unobserve']);

const people = [
  'a responder with no part in it',
  'the former holder',
  'a supervisor who does not observe',
  'the observer',
  'the holder',
];
const cells = people.flatMap((name) => inOrder.map((command) => [name, command] as const));

describe('every staff command, by everyone', () => {
  it('is in the list below', () => {
    expect([...commands].sort()).toEqual(Object.keys(staffCommands).sort());
  });

  it.each(cells)('[SEC1] %s: %s', async (name, command) => {
    const { page: asking, relations } = askers[name] ?? { page: page(name), relations: [] };
    const granted = grants(actionOf(command), asking.person.role);
    const isRelated = granted.some((relation) => relations.includes(relation));
    if (isRelated) {
      const reply = await ask(name, command, target);
      const refusal = reply.ok ? 'none' : reply.refusal;
      expect(['none', 'not_ended']).toContain(refusal);
      // Relations are to one thing: another service’s is as unknown to them as one that does not exist.
      if (WITHOUT_TARGET.has(command)) return;
    }
    const before = await fingerprint(deployment.database);
    const foreign = await ask(name, command, isRelated ? elsewhere : target);
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(await ask(name, command, unknown())));
    const expected = granted.length === 0 ? 'not_allowed' : 'not_found';
    if (!SAYS_NOTHING.has(command) || !isRelated) expect(foreign).toEqual({ ok: false, refusal: expected });
    expect(await ask(name, command, elsewhere)).toEqual(foreign);
    expect(await fingerprint(deployment.database)).toBe(before);
  });

  it('[SEC1] [ASG2] a former holder under the epoch they had: everything is refused as stale, nothing changes', async () => {
    const before = await fingerprint(deployment.database);
    const stale = { ...target, ...former };
    for (const command of ['message:send', 'typing:set', 'receipt:seen', 'conversation:end'] as const)
      expect(await ask('the former holder', command, stale)).toEqual({ ok: false, refusal: 'stale_epoch' });
    expect(await ask('the former holder', 'timeline:read', stale)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
    expect(await ask('the former holder', 'wrap_up:finish', stale)).toEqual({
      ok: false,
      refusal: 'already_wrapped_up',
    });
    expect(await fingerprint(deployment.database)).toBe(before);
  });
});

describe('every visitor command', () => {
  const forms: Record<keyof typeof visitorCommands, unknown> = {
    'conversation:start': { startId: randomUUID(), safety: 'safe', name: '', language: 'en' },
    'conversation:open': {},
    'conversation:end': {},
    'timeline:read': { after: 0 },
    'message:send': { id: randomUUID(), body: 'hello' },
    'typing:set': { typing: true },
    'receipt:seen': { seq: 1 },
  };
  const others = Object.entries(forms).filter(([command]) => command !== 'conversation:start');

  it('[SEC1] of a page without a conversation finds nothing and changes nothing', async () => {
    const newcomer = await aVisitor().arrivingAt(deployment.gateway());
    const before = await fingerprint(deployment.database);
    for (const [command, payload] of others)
      expect([command, await newcomer.tell(command, payload)]).toEqual([
        command,
        { ok: false, refusal: 'not_found' },
      ]);
    expect(await fingerprint(deployment.database)).toBe(before);
  });

  it('[SEC1] of another visitor reaches their own conversation only', async () => {
    const rowsOf = () =>
      deployment.database.sql(
        'select c.*, (select count(*) from timeline_entry e where e.conversation_id = c.id) as entries from conversation c where id = $1',
        [visitor.id],
      );
    const other = await aVisitor().waitingAt(deployment.gateway());
    const before = await rowsOf();
    for (const [command, payload] of others.reverse())
      expect(await other.tell(command, payload)).toMatchObject({ ok: true });
    for (const [command, payload] of others)
      expect(await other.tell(command, { ...(payload as object), conversationId: visitor.id })).toEqual({
        ok: false,
        refusal: 'malformed',
      });
    expect(await rowsOf()).toEqual(before);
  });

  it('[SEC1] sent to the staff’s namespace, or the other way round, is no command', async () => {
    const newcomer = await aVisitor().arrivingAt(deployment.gateway());
    for (const command of commands.filter((name) => !(name in forms)))
      expect(await newcomer.tell(command, payloads[command](target))).toEqual({
        ok: false,
        refusal: 'unknown_command',
      });
    for (const command of ['conversation:start', 'conversation:open', 'constructor', '__proto__'])
      expect(await page('the observer').tell(command, {})).toEqual({ ok: false, refusal: 'unknown_command' });
  });
});

describe('a session that is over', () => {
  it('[SEC1] opens no socket, and its open one is closed and hears nothing more', async () => {
    const person = page('the observer');
    const other = await aVisitor().waitingAt(deployment.gateway());
    await person.must('conversation:observe', { conversationId: other.id });
    const closed = person.closes();
    await fetch(`${deployment.gateway(1).url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: person.cookie },
    });
    await closed;
    person.forget();
    await other.says('after the sign-out');
    await page('a supervisor who does not observe').hears('board:changed', ({ waiting }) =>
      waiting.some(({ conversationId, messages }) => conversationId === other.id && messages === 1),
    );
    expect([person.notices('timeline:appended'), person.notices('board:changed')]).toEqual([[], []]);
    await expect(Console.connected(deployment.gateway(), person)).rejects.toThrow('not_signed_in');
    const cookie = await signIn(deployment.gateway(), person.person);
    const again = await Console.connected(deployment.gateway(), { person: person.person, cookie });
    expect(await again.refusal('timeline:read', { conversationId: other.id, after: 0 })).toBe('not_found');
  });
});
