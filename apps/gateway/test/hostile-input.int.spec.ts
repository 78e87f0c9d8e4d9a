import { randomUUID } from 'node:crypto';
import { staffCommands, visitorCommands, type Reply } from '@warmline/contracts';
import { fingerprint } from '@warmline/test-kit';
import { FRAME_MAX_BYTES, MESSAGE_MAX_CODE_POINTS, REFUSALS } from '@warmline/vocabulary';
import { Deployment } from './deployment/deployment';
import { aTarget, staffPayloads, visitorPayloads } from './deployment/payloads';
import { aConsole, aResponder, aSupervisor, aWrapUp, type Console, type HeldHere } from './deployment/staff';
import { strangePayloads } from './deployment/strange-payloads';
import { aVisitor, type Visitor } from './deployment/visitor';

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let supervisor: Console;
let anotherResponder: Console;
let anotherSupervisor: Console;
/** Strange payloads of a command. */
const STRANGE = 14;
/** A page may send 240 commands in 20 s. There are so many more pages that none is too fast. */
const MORE_PAGES = Math.ceil((Object.keys(staffCommands).length * STRANGE) / 200);
let moreResponders: Console[];
let moreSupervisors: Console[];
let held: HeldHere;
beforeAll(async () => {
  deployment = await Deployment.start();
  const here = deployment.gateway();
  visitor = await aVisitor().waitingAt(here);
  responder = await aResponder(deployment, here);
  supervisor = await aSupervisor(deployment, here);
  [anotherResponder, anotherSupervisor] = [
    await aConsole(deployment, here),
    await aSupervisor(deployment, here),
  ];
  const more = Array.from({ length: MORE_PAGES });
  moreResponders = await Promise.all(more.map(() => aConsole(deployment, here)));
  moreSupervisors = await Promise.all(more.map(() => aSupervisor(deployment, here)));
  held = await responder.takes(visitor.id);
  await responder.must('availability:set', { availability: 'away' });
});
afterAll(() => deployment.stop());

interface Forms {
  readonly [command: string]: {
    readonly payload: { safeParse(value: unknown): { readonly success: boolean } };
  };
}
interface Told {
  tell(command: string, ...given: unknown[]): Promise<Reply<unknown>>;
}

const named = new Set<string>(REFUSALS);

/** Sends what no form accepts to every command, by turns so that nobody is too fast, and expects each refused by name. */
const refusesAll = async (
  pages: readonly [Told, ...Told[]],
  forms: Forms,
  good: Readonly<Record<string, object>>,
): Promise<void> => {
  for (const [turn, [command, { payload }]] of Object.entries(forms).entries()) {
    const page = pages[turn % pages.length] ?? pages[0];
    const bad = strangePayloads(payload, good[command] ?? {}, STRANGE);
    expect(bad.length).toBeGreaterThan(5);
    for (const each of bad) {
      const reply = await page.tell(command, each);
      expect([command, each, reply]).toEqual([
        command,
        each,
        { ok: false, refusal: expect.stringMatching(/^(malformed|not_allowed)$/) },
      ]);
      expect(named.has(reply.ok ? '' : reply.refusal)).toBe(true);
    }
  }
};

/** Whatever `attack` does, no fact changes and the gateway goes on. */
const changesNothing = async (attack: () => Promise<void>): Promise<void> => {
  const before = await fingerprint(deployment.database);
  await attack();
  expect(await fingerprint(deployment.database)).toBe(before);
  expect((await fetch(`${deployment.gateway().url}/readyz`)).status).toBe(200);
};

const staffRefuses = (consoles: readonly [Console, ...Console[]]): Promise<void> =>
  changesNothing(() => refusesAll(consoles, staffCommands, staffPayloads({ ...aTarget(), ...held })));

describe('input of any kind', () => {
  it('to every command of a visitor is refused by name and changes nothing', () =>
    changesNothing(() => refusesAll([visitor], visitorCommands, visitorPayloads(aTarget()))));

  it('to every command of a responder is refused by name and changes nothing', () =>
    staffRefuses([anotherResponder, ...moreResponders]));

  it('to every command of a supervisor is refused by name and changes nothing', () =>
    staffRefuses([anotherSupervisor, ...moreSupervisors]));

  it('as a message is judged by what a person would count, and refused by name', () =>
    changesNothing(async () => {
      const send = (body: string) => visitor.refusal('message:send', { id: randomUUID(), body });
      for (const body of ['', ' ', '\n\t\u2003']) expect(await send(body)).toBe('empty_message');
      expect(await send('x'.repeat(MESSAGE_MAX_CODE_POINTS + 1))).toBe('message_too_long');
      expect(await send('👋'.repeat(MESSAGE_MAX_CODE_POINTS + 1))).toBe('message_too_long');
    }));

  it('in the wrong order is refused by name and changes nothing', () =>
    changesNothing(async () => {
      expect(await responder.refusal('wrap_up:finish', { ...held, wrapUp: aWrapUp() })).toBe('not_ended');
      const [old] = await deployment.database.sql<{ id: string }>('select id from offer limit 1');
      expect(await supervisor.refusal('offer:accept', { offerId: old?.id ?? '' })).toBe('not_found');
      const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' } as const;
      expect(await visitor.refusal('conversation:start', start)).toBe('already_started');
      expect(
        await responder.refusal('message:send', { ...held, epoch: 9, id: randomUUID(), body: 'x' }),
      ).toBe('not_found');
    }));

  it('after the end is refused by name', async () => {
    const other = await aVisitor().waitingAt(deployment.gateway());
    await other.must('conversation:end', {});
    await changesNothing(async () => {
      await other.must('conversation:end', {});
      expect(await other.refusal('message:send', { id: randomUUID(), body: 'late' })).toBe(
        'conversation_ended',
      );
    });
  });
});

describe('frames of any kind', () => {
  it('of a command nobody knows, with no acknowledgement, or with too many parts, change nothing', () =>
    changesNothing(async () => {
      expect(await visitor.tell('no:such', {})).toEqual({ ok: false, refusal: 'unknown_command' });
      expect(await visitor.tell('hasOwnProperty', {})).toEqual({ ok: false, refusal: 'unknown_command' });
      visitor.socket.emit('conversation:end', {});
      visitor.socket.emit('message:send', { id: randomUUID(), body: 'no acknowledgement' });
      visitor.socket.emit('message:send');
      responder.socket.emit('conversation:end', { ...held, reason: 'went_quiet' });
      expect(await visitor.tell('message:send')).toEqual({ ok: false, refusal: 'malformed' });
      const extra = await visitor.tell('message:send', 'x', { id: randomUUID(), body: 'in the wrong place' });
      expect(extra).toEqual({ ok: false, refusal: 'malformed' });
      await responder.must('desk:open', {});
    }));

  it('with bytes in them are refused or close their own socket only', () =>
    changesNothing(async () => {
      const page = await visitor.again(deployment.gateway());
      const answer = page
        .tell('message:send', { id: randomUUID(), body: Buffer.from('bytes') })
        .catch(() => null);
      const outcome = await Promise.race([answer, page.closes().then(() => null)]);
      expect(outcome === null || outcome.ok === false).toBe(true);
      await visitor.must('conversation:open', {});
    }));

  it('over 64 KB close their own socket only', () =>
    changesNothing(async () => {
      for (const big of ['x'.repeat(FRAME_MAX_BYTES), 'x'.repeat(2_000_000)]) {
        const page = await visitor.again(deployment.gateway());
        const closed = page.closes();
        page.socket.emit('message:send', { id: randomUUID(), body: big }, () => undefined);
        await closed;
      }
      await visitor.must('conversation:open', {});
      await responder.must('desk:open', {});
    }));

  it('that are no protocol at all close their own line only', () =>
    changesNothing(async () => {
      const garbage = [
        '',
        '4',
        '42',
        '42[',
        '451-["x"]',
        '42/visitor,["message:send"',
        '49999999999-["x"]',
        '{"a":1}',
        '\u0000',
        '4'.repeat(5_000),
      ];
      for (const text of garbage) {
        const page = await visitor.again(deployment.gateway());
        page.sendsRaw(text);
        await page.ask('conversation:open', {}).catch(() => 'the line was closed');
        page.leave();
      }
      for (const query of [
        '',
        '?EIO=99',
        '?EIO=4&transport=__proto__',
        '?EIO=4&transport=polling&sid=__proto__',
      ])
        expect((await fetch(`${deployment.gateway().url}/socket.io/${query}`)).status).toBe(400);
      await visitor.must('conversation:open', {});
    }));
});
