import { conversationId } from '@warmline/kernel';
import type { ConversationReadModel } from '@warmline/postgres';
import type { Asker } from '../socket/fair-queue';
import type { VisitorPage } from '../socket/sockets';
import { VisitorTurns } from '../socket/visitor-turns';
import type { PagePresence } from '../staffing/page-presence';
import { VisitorConnections } from './visitor-connections';

const given = (turns: object = new VisitorTurns({ DATABASE_POOL: 2 })) => {
  const answers: { found: (row: unknown) => void; failed: (error: Error) => void }[] = [];
  const findByWorkingToken = (): Promise<unknown> =>
    new Promise((found, failed) => {
      answers.push({ found, failed });
    });
  const connections = new VisitorConnections(
    { findByWorkingToken } as unknown as ConversationReadModel,
    {} as PagePresence,
    turns as VisitorTurns,
  );
  const page = { socket: { data: { conversation: null } }, tokenHash: Buffer.alloc(32) };
  return { connections, page: page as unknown as VisitorPage, answers };
};

describe('recognising a page', () => {
  it('[OPS2] is one question to Postgres for each connection, however many commands come at once', async () => {
    const { connections, page, answers } = given();
    const all = Array.from({ length: 800 }, () => connections.recognise(page));
    answers[0]?.found(null);
    await Promise.all(all);
    await connections.recognise(page);
    expect(answers).toHaveLength(1);
  });

  it('is asked again after Postgres could not answer', async () => {
    const { connections, page, answers } = given();
    const first = connections.recognise(page);
    answers[0]?.failed(new Error('away'));
    await expect(first).rejects.toThrow('away');
    const second = connections.recognise(page);
    answers[1]?.found(null);
    await second;
    expect(answers).toHaveLength(2);
  });

  it('[SEC5] is urgent for the first start in danger of a page without a conversation, and once with the proof', async () => {
    const urgent: (boolean | undefined)[] = [];
    const { connections, page } = given({
      runCommand: async ({ isUrgent }: Asker) => {
        urgent.push(isUrgent);
        return { isRun: false, why: 'server_busy' };
      },
    });
    const starts = (from: VisitorPage) =>
      connections.runInTurn(from, {
        name: 'conversation:start',
        payload: { safety: 'danger' },
        run: () => new Promise(() => undefined),
      });
    for (let each = 0; each < 3; each += 1) await starts(page);
    await starts({ ...page, socket: { data: { conversation: 'one' } } } as unknown as VisitorPage);
    expect(urgent).toEqual([true, true, false, false]);
  });

  it('[SEC5] waits for a turn at the database, except to store a message once it is recognised', async () => {
    const { connections, page, answers } = given();
    const ran: string[] = [];
    const run = (name: string) =>
      connections.runInTurn(page, {
        name,
        payload: {},
        run: () => {
          ran.push(name);
          return new Promise(() => undefined);
        },
      });
    void run('typing:set');
    await new Promise(setImmediate);
    answers[0]?.found(null);
    void run('timeline:read');
    void run('message:send');
    await new Promise(setImmediate);
    // Of a pool of two, visitors use one connection. A message is stored over another one.
    expect(ran).toEqual(['typing:set', 'message:send']);
  });

  it('[SEC5] a start and an opening, which find the conversation themselves, ask no other question, and a challenge none', async () => {
    const { connections, page, answers } = given();
    const ran: string[] = [];
    for (const name of ['conversation:start', 'conversation:open', 'challenge:ask'])
      await connections.runInTurn(page, {
        name,
        payload: {},
        run: () => {
          ran.push(name);
          return Promise.resolve({ ok: true, value: {} });
        },
      });
    expect(ran).toEqual(['conversation:start', 'conversation:open', 'challenge:ask']);
    expect(answers).toEqual([]);
  });

  it('a message of a page that has started its conversation needs no turn, even while the database is busy', async () => {
    const { connections, page, answers } = given();
    const run = (name: string, ends: boolean) =>
      connections.runInTurn(page, {
        name,
        payload: {},
        run: () => (ends ? Promise.resolve({ ok: true, value: name }) : new Promise(() => undefined)),
      });
    page.socket.data.conversation = conversationId('0197f1a0-0000-7000-8000-000000000001');
    void run('timeline:read', false);
    expect(await run('message:send', true)).toEqual({ ok: true, value: 'message:send' });
    expect(answers).toEqual([]);
  });
});
