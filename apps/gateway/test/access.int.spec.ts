import { staffCommands, visitorCommands, type Reply } from '@warmline/contracts';
import { grants, type Permission, type Relation } from '@warmline/identity';
import { aHelpCallIn, fingerprint, Scene } from '@warmline/test-kit';
import { STAFF_COMMANDS } from '../src/app/command-tables';
import type { StaffCommandTable } from '../src/socket/commands';
import { DRASTIC, NOT_YET, SAYS_NOTHING, WITHOUT_TARGET } from './deployment/command-answers';
import { Deployment } from './deployment/deployment';
import { proposesTo } from './deployment/handing-over';
import { aTarget, staffPayloads, visitorPayloads, type Target } from './deployment/payloads';
import { aConsole, aResponder, aSupervisor, Console, signIn, type HeldHere } from './deployment/staff';
import { aTargetIn } from './deployment/target-in';
import { aVisitor, type Visitor } from './deployment/visitor';

type StaffCommand = keyof typeof staffCommands;

interface Asker {
  readonly page: Console;
  readonly relations: readonly Relation[];
}

const commands = Object.keys(staffCommands) as StaffCommand[];
/** The last ones change what the others are asked about. */
const LAST: readonly StaffCommand[] = ['handover:withdraw', 'conversation:end'];
const inOrder = [...commands].sort((a, b) => LAST.indexOf(a) - LAST.indexOf(b));

let deployment: Deployment;
let visitor: Visitor;
let target: Target;
let elsewhere: Target;
const askers: Record<string, Asker> = {};
let former: HeldHere;
/** Writes straight to the database, in the service of these people. */
let sameService: Scene;

const permissionOf = (command: StaffCommand): Permission =>
  deployment.gateway().app.get<StaffCommandTable>(STAFF_COMMANDS, { strict: false })[command].permission;
const ask = (name: string, command: StaffCommand, about: Target): Promise<Reply<unknown>> =>
  page(name).tell(command, staffPayloads(about)[command]);
const page = (name: string): Console => {
  const asker = askers[name];
  if (asker === undefined) throw new Error(`nobody is ${name}`);
  return asker.page;
};

/** Of a conversation that nobody else here needs. */
const aReviewHere = async (marking: Console): Promise<string> => {
  const ended = await aVisitor().waitingAt(deployment.gateway());
  const responder = await aResponder(deployment);
  await responder.takes(ended.id);
  await responder.must('availability:set', { availability: 'away' });
  await ended.must('conversation:end', {});
  return (await marking.must('review:mark', { conversationId: ended.id })).reviewId;
};

beforeAll(async () => {
  // Each person sends every command, several times: that is faster than anyone may.
  const more = { COMMANDS_PER_20S: '1000000', MESSAGES_PER_20S: '1000000' };
  deployment = await Deployment.start({ gateways: 2, more });
  const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  visitor = await aVisitor().waitingAt(here);
  const before = await aResponder(deployment, here);
  former = await before.takes(visitor.id);
  await before.must('availability:set', { availability: 'away' });
  sameService = await Scene.elsewhere(deployment.database);
  Object.assign(sameService, { service: deployment.service });
  await sameService.lost({ conversation: visitor.id, epoch: former.epoch, staff: before.person.id });
  const holder = await aResponder(deployment, there);
  const held = await holder.takes(visitor.id);
  await holder.must('availability:set', { availability: 'away' });
  const receiver = await aResponder(deployment, here);
  const { id: handoverId } = await proposesTo(holder, receiver, held);
  await receiver.must('handover:accept', { handoverId });
  await receiver.must('availability:set', { availability: 'away' });
  const asked = await aResponder(deployment, here);
  await aVisitor().waitingAt(there);
  const { id: offerId } = await asked.isOffered();
  const observer = await aSupervisor(deployment, here);
  await observer.must('conversation:observe', { conversationId: visitor.id });
  const staffId = (await sameService.person()).id;
  const callId = await aHelpCallIn(sameService);
  const reviewId = await aReviewHere(await aSupervisor(deployment, here));
  target = { ...held, offerId, handoverId, staffId, callId, reviewId };
  elsewhere = await aTargetIn(await Scene.elsewhere(deployment.database));
  const staff: readonly Relation[] = ['self', 'service'];
  Object.assign(askers, {
    'a responder with no part in it': { page: await aConsole(deployment, there), relations: staff },
    'the former holder': { page: before, relations: staff },
    'the receiver': { page: receiver, relations: [...staff, 'party'] },
    'the holder, who hands it over': { page: holder, relations: [...staff, 'holder', 'held', 'party'] },
    'a supervisor who does not observe': { page: await aSupervisor(deployment, there), relations: staff },
    'the observer': { page: observer, relations: [...staff, 'observer'] },
  } satisfies Record<string, Asker>);
  // Every offer is made. Without a worker nothing changes while the tests run.
  await deployment.stopWorker();
});
afterAll(() => deployment.stop());

const spared = async (command: StaffCommand): Promise<Target> =>
  DRASTIC.has(command) ? aTargetIn(sameService) : { ...target, callId: await aHelpCallIn(sameService) };

/** Each side of a handover has its own commands. */
const isOfOtherSide = (name: string, command: StaffCommand): boolean =>
  (name === 'the receiver' && command === 'handover:withdraw') ||
  (name.startsWith('the holder') && permissionOf(command) === 'handover.receive');
const isGranted = (name: string, command: StaffCommand): boolean => {
  const { page: asking, relations } = askers[name] ?? { page: page(name), relations: [] };
  const granted = grants(permissionOf(command), asking.person.role);
  return granted.some((relation) => relations.includes(relation)) && !isOfOtherSide(name, command);
};

/** That of the database after the last refusal; null where a command that was granted may have changed it since. */
let newest: string | null = null;
const unchangedSince = async (): Promise<string> => newest ?? fingerprint(deployment.database);

const people = [
  'a responder with no part in it',
  'the former holder',
  'a supervisor who does not observe',
  'the observer',
  'the receiver',
  'the holder, who hands it over',
];
const cells = people.flatMap((name) => inOrder.map((command) => [name, command] as const));

describe('every staff command, by everyone', () => {
  it('is in the list below', () => {
    expect([...commands].sort()).toEqual(Object.keys(staffCommands).sort());
  });

  it.each(cells)('[SEC1] %s: %s', async (name, command) => {
    const { role } = page(name).person;
    const isRelated = isGranted(name, command);
    if (isRelated) {
      newest = null;
      const reply = await ask(name, command, role === 'supervisor' ? await spared(command) : target);
      expect([NOT_YET[command]].flat()).toContain(reply.ok ? undefined : reply.refusal);
      // Relations are to one thing: another service’s is as unknown to them as one that does not exist.
      if (WITHOUT_TARGET.has(command)) return;
    }
    const before = isRelated ? await fingerprint(deployment.database) : await unchangedSince();
    const foreign = await ask(name, command, isRelated ? elsewhere : target);
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(await ask(name, command, aTarget())));
    const isForbidden = grants(permissionOf(command), role).length === 0;
    const refused = { ok: false, refusal: isForbidden ? 'not_allowed' : 'not_found' };
    if (!SAYS_NOTHING.has(command) || !isRelated) expect(foreign).toEqual(refused);
    expect(await ask(name, command, elsewhere)).toEqual(foreign);
    newest = await fingerprint(deployment.database);
    expect(newest).toBe(before);
  });

  it('[SEC1] [ASG2] a former holder under the epoch they had: everything is refused as stale, nothing changes', async () => {
    const before = await fingerprint(deployment.database);
    const stale = { ...target, ...former };
    for (const command of ['message:send', 'typing:set', 'receipt:seen', 'conversation:end'] as const)
      expect(await ask('the former holder', command, stale)).toEqual({ ok: false, refusal: 'stale_epoch' });
    for (const command of ['timeline:read', 'handover:candidates', 'handover:propose'] as const)
      expect(await ask('the former holder', command, stale)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await ask('the former holder', 'wrap_up:finish', stale)).toEqual({
      ok: false,
      refusal: 'already_wrapped_up',
    });
    expect(await fingerprint(deployment.database)).toBe(before);
  });
});

describe('every visitor command', () => {
  const othersAbout = (handoverId: string) =>
    Object.entries(visitorPayloads({ handoverId })).filter(
      // A page that has no conversation yet may send these.
      ([command]) => command !== 'conversation:start' && command !== 'challenge:ask',
    );

  it('[SEC1] of a page without a conversation finds nothing and changes nothing', async () => {
    const newcomer = await aVisitor().arrivingAt(deployment.gateway());
    const before = await fingerprint(deployment.database);
    for (const [command, payload] of othersAbout(target.handoverId))
      expect([command, await newcomer.tell(command, payload)]).toEqual([
        command,
        { ok: false, refusal: 'not_found' },
      ]);
    expect(await fingerprint(deployment.database)).toBe(before);
  });

  it('[SEC1] of another visitor reaches their own conversation only', async () => {
    const rowsOf = () =>
      deployment.database.sql(
        `select c.*, (select count(*) from timeline_entry e where e.conversation_id = c.id) as entries,
           (select array_agg(h.state) from handover h where h.conversation_id = c.id) as handovers
         from conversation c where id = $1`,
        [visitor.id],
      );
    const other = await aVisitor().waitingAt(deployment.gateway());
    const before = await rowsOf();
    const notTheirs = { ok: false, refusal: 'not_found' };
    for (const [command, payload] of othersAbout(target.handoverId).reverse())
      expect(await other.tell(command, payload)).toMatchObject(
        /^(handover|after_chat):/.test(command) ? notTheirs : { ok: true },
      );
    for (const [command, payload] of othersAbout(target.handoverId))
      expect(await other.tell(command, { ...(payload as object), conversationId: visitor.id })).toEqual({
        ok: false,
        refusal: 'malformed',
      });
    expect(await rowsOf()).toEqual(before);
  });

  it('[SEC1] sent to the staff’s namespace, or the other way round, is no command', async () => {
    const newcomer = await aVisitor().arrivingAt(deployment.gateway());
    for (const command of commands.filter((name) => !(name in visitorCommands)))
      expect(await newcomer.tell(command, staffPayloads(target)[command])).toEqual({
        ok: false,
        refusal: 'unknown_command',
      });
    for (const command of ['conversation:start', 'handover:answer', 'constructor', '__proto__'])
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
    await page('a supervisor who does not observe').seesLiveView(({ waiting }) =>
      waiting.some(({ conversationId, messages }) => conversationId === other.id && messages === 1),
    );
    expect([person.notices('timeline:appended'), person.notices('live_view:changed')]).toEqual([[], []]);
    await expect(Console.connected(deployment.gateway(), person)).rejects.toThrow('not_signed_in');
    const cookie = await signIn(deployment.gateway(), person.person);
    const again = await Console.connected(deployment.gateway(), { person: person.person, cookie });
    expect(await again.refusal('timeline:read', { conversationId: other.id, after: 0 })).toBe('not_found');
  });
});
