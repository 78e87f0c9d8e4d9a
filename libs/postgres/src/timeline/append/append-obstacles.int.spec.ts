import { v7 as uuid } from 'uuid';
import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import { entryId, type ConversationId } from '@warmline/kernel';
import { FaultProxy, Scene, stretched, until } from '@warmline/test-kit';
import { AppendConnection } from './append-connection';
import { GroupCommit } from './group-commit';

let scene: Scene;
const connections: AppendConnection[] = [];
const connection = (): AppendConnection => {
  const opened = new AppendConnection(scene.database.url);
  connections.push(opened);
  return opened;
};
beforeAll(async () => {
  scene = await Scene.open();
});
afterAll(async () => {
  await Promise.all(connections.map((opened) => opened.close()));
  await scene.close();
});

const timeline = (conversation: ConversationId): Promise<Record<string, unknown>[]> =>
  scene.database.sql('select id from timeline_entry where conversation_id = $1', [conversation]);

const message = (conversation: ConversationId, text = 'hello'): MessageToAppend => ({
  conversation,
  id: entryId(uuid()),
  author: { role: 'visitor' },
  sealed: Buffer.from(text),
});

const seqOf = (outcome: AppendOutcome | undefined): number =>
  outcome !== undefined && 'seq' in outcome ? outcome.seq : 0;

/** As the gateway has it. */
const appenderOn = (line: AppendConnection): GroupCommit =>
  new GroupCommit(
    (messages) => line.append(messages),
    (conversations) => line.lockedAmong(conversations),
  );

describe('when something prevents an append', () => {
  it('[MSG1] a conversation that another transaction keeps locked delays no other, and is stored when it is free', async () => {
    const appender = appenderOn(connection());
    const [locked, free] = [await scene.waiting(), await scene.waiting()];
    await appender.append(message(free));
    let letGo = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isLocked = (): void => undefined;
    const taken = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const holder = scene.database.opened.transaction(async (tx) => {
      await tx.query('select 1 from conversation where id = $1 for update', [locked]);
      isLocked();
      await gone;
    });
    await taken;
    const held = [message(locked, 'one'), message(locked, 'two')].map((each) => appender.append(each));
    const since = performance.now();
    for (let round = 0; round < 10; round += 1) await appender.append(message(free));
    expect(performance.now() - since).toBeLessThan(stretched(2_000));
    expect(await timeline(locked)).toHaveLength(1);
    letGo();
    await holder;
    expect((await Promise.all(held)).map(seqOf)).toEqual([2, 3]);
  });

  it.each([
    { kind: 'half_open', silent: 'requests' },
    { kind: 'half_open', silent: 'replies' },
    { kind: 'black_hole' },
  ] as const)(
    '[MSG1] %j: a line that says nothing any more is given up and opened again, and the retry is stored once',
    async (fault) => {
      const url = new URL(scene.database.url);
      const proxy = await FaultProxy.before(Number(url.port));
      url.port = String(proxy.port);
      const line = new AppendConnection(url.href, { answerWithin: 500 });
      connections.push(line);
      const appender = appenderOn(line);
      const conversation = await scene.waiting();
      await appender.append(message(conversation));
      await proxy.set(fault);
      const once = message(conversation);
      await expect(appender.append(once)).rejects.toThrow();
      await proxy.set(null);
      const retried = await until('an answer to the retry', () => appender.append(once).catch(() => null));
      expect(seqOf(retried)).toBe(3);
      expect(await timeline(conversation)).toHaveLength(3);
      await line.close();
      await proxy.close();
    },
  );
});
