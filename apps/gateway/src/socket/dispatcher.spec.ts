import fc from 'fast-check';
import { z } from 'zod';
import { visitorCommands } from '@warmline/contracts';
import type { Permission, PermissionRole } from '@warmline/identity';
import { makeLog } from '../core/log';
import { done } from '../core/replies';
import type { RegisteredCommand } from './commands';
import { Dispatcher, type SenderLimits } from './dispatcher';

interface Page {
  readonly id: string;
  readonly role: PermissionRole;
}
const page: Page = { id: 'page-1', role: 'visitor' };
const CANARY = 'i-am-what-somebody-wrote';

const given = (limits: SenderLimits = { COMMANDS_PER_20S: 240, MESSAGES_PER_20S: 40 }) => {
  const lines: string[] = [];
  const handled: unknown[] = [];
  const echo = (permission: Permission, payload: z.ZodType): RegisteredCommand<Page> => ({
    payload,
    permission,
    run: async (_page, parsed) => {
      handled.push(parsed);
      return done(parsed);
    },
  });
  const breaks = (run: () => Promise<never>): RegisteredCommand<Page> => ({
    payload: z.unknown(),
    permission: 'conversation.open',
    run,
  });
  const dispatcher = new Dispatcher<Page>({
    commands: new Map([
      ['message:send', echo('conversation.write', visitorCommands['message:send'].payload)],
      ['typing:set', echo('conversation.write', visitorCommands['typing:set'].payload)],
      ['live_view:open', echo('board.read', z.strictObject({}))],
      ['command:rejects', breaks(() => Promise.reject(new Error(CANARY)))],
      [
        'command:throws',
        breaks(() => {
          throw new Error(CANARY);
        }),
      ],
    ]),
    permissionRolesOf: ({ role }) => [role],
    limitKeyOf: ({ id }) => id,
    limits,
    log: makeLog('debug', 'gateway', { write: (line) => lines.push(line) }),
  });
  const send = (command: string, payload: unknown, by = page) =>
    dispatcher.dispatch({ page: by, command, payload });
  return { send, handled, lines };
};
const refused = (refusal: string) => ({ ok: false, refusal });
const typing = { typing: true };

describe('the dispatcher', () => {
  it('runs a well-formed command and gives back its answer', async () => {
    const { send, handled } = given();
    expect(await send('typing:set', typing)).toEqual({ ok: true, value: typing });
    expect(handled).toEqual([typing]);
  });

  it.each(['nothing:known', '', '__proto__', 'constructor', 'toString', 'message:send '])(
    'knows no command %j',
    async (command) => {
      expect(await given().send(command, {})).toEqual(refused('unknown_command'));
    },
  );

  it.each([
    undefined,
    null,
    [],
    'typing',
    { typing: 'yes' },
    { typing: true, as: 'supervisor' },
    { $gt: '' },
  ])('refuses a malformed payload before the command runs: %j', async (payload) => {
    const { send, handled } = given();
    expect(await send('typing:set', payload)).toEqual(refused('malformed'));
    expect(handled).toEqual([]);
  });

  it('[SEC1] refuses a command without permission, and does not say whether its payload was right', async () => {
    const { send, handled } = given();
    for (const role of ['anyone', 'visitor', 'responder'] as const)
      for (const payload of [{}, { wrong: 'form' }])
        expect(await send('live_view:open', payload, { id: 'p', role })).toEqual(refused('not_allowed'));
    expect(handled).toEqual([]);
    expect(await send('live_view:open', {}, { id: 'p', role: 'supervisor' })).toMatchObject({ ok: true });
  });

  it.each(['command:rejects', 'command:throws'])(
    '[PRV2] answers `unavailable` when %s fails, and logs only the kind of error',
    async (command) => {
      const { send, lines } = given();
      expect(await send(command, { body: CANARY })).toEqual(refused('unavailable'));
      expect(lines).toHaveLength(1);
      expect(lines.join()).not.toContain(CANARY);
      expect(JSON.parse(lines.join())).toMatchObject({ command, err: { kind: 'Error' } });
    },
  );

  it('refuses more than 240 commands of a page in 20 s, malformed ones included, and no other page’s', async () => {
    const { send } = given();
    for (let sent = 0; sent < 240; sent += 1) await send('typing:set', sent % 2 === 0 ? typing : 'malformed');
    expect(await send('typing:set', typing)).toEqual(refused('too_fast'));
    expect(await send('typing:set', typing, { ...page, id: 'page-2' })).toMatchObject({ ok: true });
  });

  it('refuses more than 40 messages of a page in 20 s, and no other command', async () => {
    const { send, handled } = given();
    const message = { id: '00000000-0000-4000-8000-000000000001', body: 'hello' };
    for (let sent = 0; sent < 40; sent += 1)
      expect(await send('message:send', message)).toMatchObject({ ok: true });
    expect(await send('message:send', message)).toEqual(refused('too_fast'));
    expect(handled).toHaveLength(40);
    expect(await send('typing:set', typing)).toMatchObject({ ok: true });
  });

  it('takes its limits from the configuration', async () => {
    const { send } = given({ COMMANDS_PER_20S: 3, MESSAGES_PER_20S: 1 });
    const message = { id: '00000000-0000-4000-8000-000000000001', body: 'hello' };
    expect(await send('message:send', message)).toMatchObject({ ok: true });
    expect(await send('message:send', message)).toEqual(refused('too_fast'));
    expect(await send('typing:set', typing)).toMatchObject({ ok: true });
    expect(await send('typing:set', typing)).toEqual(refused('too_fast'));
  });

  it('never rejects, whatever it is sent', async () => {
    const { send } = given();
    const anyCommand = fc.oneof(
      fc.string(),
      fc.constantFrom('message:send', 'typing:set', 'live_view:open', 'command:throws'),
    );
    await fc.assert(
      fc.asyncProperty(anyCommand, fc.anything(), fc.uuid(), async (command, payload, id) => {
        expect(await send(command, payload, { ...page, id })).toEqual({
          ok: false,
          refusal: expect.stringMatching(/^(unknown_command|malformed|not_allowed|unavailable)$/),
        });
      }),
      { seed: 60_023, numRuns: 300 },
    );
  });
});
