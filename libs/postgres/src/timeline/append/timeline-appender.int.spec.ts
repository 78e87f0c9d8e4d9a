import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { AppendOutcome, Author, MessageToAppend } from '@warmline/conversation';
import {
  InMemoryTimeline,
  timelineAppenderContract,
  type TimelineWorld,
} from '@warmline/conversation/testing';
import { conversationId, entryId, type ConversationId, type EntryId } from '@warmline/kernel';
import { Scene, until, type Held } from '@warmline/test-kit';
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

interface Row {
  readonly seq: number;
  readonly id: EntryId;
  readonly sealed: Buffer | null;
}
const timeline = (conversation: ConversationId): Promise<Row[]> =>
  scene.database.sql<Row & Record<string, unknown>>(
    'select seq, id, sealed from timeline_entry where conversation_id = $1 order by seq',
    [conversation],
  );

const visitor: Author = { role: 'visitor' };
const message = (conversation: ConversationId, text = 'hello', id = entryId(uuid())): MessageToAppend => ({
  conversation,
  id,
  author: visitor,
  sealed: Buffer.from(text),
});

/** The contract's world, on the real tables. */
const postgresWorld = async (): Promise<TimelineWorld> => {
  const line = connection();
  const holders = new Map<ConversationId, Held>();
  return {
    appender: new GroupCommit((messages) => line.append(messages)),
    newStaff: async () => (await scene.person()).id,
    start: () => scene.waiting(),
    take: async (conversation, staff) => {
      const held = await scene.held(staff, conversation);
      holders.set(conversation, held);
      return held.epoch;
    },
    lose: async (conversation) => {
      const held = holders.get(conversation);
      if (held !== undefined) await scene.lost(held);
    },
    end: (conversation) => scene.ended(conversation),
    leave: (conversation) => scene.left(conversation),
    endedEarlier: async (conversation, by) => {
      await scene.database.sql(
        `update conversation set ended_at = ended_at - $2 * interval '1 ms' where id = $1`,
        [conversation, by],
      );
    },
    timeline,
  };
};

describe('Postgres', () => {
  timelineAppenderContract(postgresWorld);
});

const seqOf = (outcome: AppendOutcome | undefined): number =>
  outcome !== undefined && 'seq' in outcome ? outcome.seq : 0;

/** Many writers, what each of them was told, and whether the tables agree. */
class Crowd {
  private readonly attempted = new Map<EntryId, MessageToAppend>();
  private readonly acknowledged = new Map<EntryId, Set<number>>();

  constructor(private readonly conversations: readonly ConversationId[]) {}

  /** Each pick is a conversation and a chance: one in ten sends an earlier message again. */
  async write(line: AppendConnection, picks: readonly (readonly [number, number])[]): Promise<void> {
    const earlier = [...this.attempted.values()];
    const batch = picks.map(([place, chance]) => {
      const again = chance === 0 ? earlier[earlier.length >> 1] : undefined;
      return again ?? message(this.conversations[place] ?? conversationId(uuid()), `body ${chance}`);
    });
    // An id comes once in a batch: the group commit sees to it.
    const once = [...new Map(batch.map((each) => [each.id, each])).values()];
    for (const each of once) this.attempted.set(each.id, each);
    const outcomes = await line.append(once);
    once.forEach(({ id }, place) => {
      const numbers = this.acknowledged.get(id) ?? new Set();
      this.acknowledged.set(id, numbers.add(seqOf(outcomes[place])));
    });
  }

  /** Answers how many messages are stored. */
  async storedAsTheModel(): Promise<number> {
    const model = new InMemoryTimeline();
    let stored = 0;
    for (const conversation of this.conversations) {
      const twin = await model.start();
      const rows = await timeline(conversation);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1));
      for (const { id, seq, sealed } of rows.slice(1)) {
        expect(this.acknowledged.get(id)).toEqual(new Set([seq]));
        expect(this.attempted.get(id)).toMatchObject({ conversation, sealed });
        const said = { conversation: twin, id, author: visitor, sealed: sealed ?? Buffer.of() };
        expect(await model.append(said)).toMatchObject({ outcome: 'new', seq });
      }
      stored += rows.length - 1;
    }
    expect(stored).toBe(this.acknowledged.size);
    return stored;
  }
}

describe('several gateways at once', () => {
  it('[MSG2] gives a retry on another connection, at the same moment, the same number', async () => {
    const conversation = await scene.waiting();
    const lines = Array.from({ length: 6 }, connection);
    for (let round = 0; round < 20; round += 1) {
      const once = message(conversation);
      const said = await Promise.all(lines.map((line) => line.append([once])));
      expect(new Set(said.map(([outcome]) => seqOf(outcome)))).toEqual(new Set([round + 2]));
      expect(said.filter(([outcome]) => outcome?.outcome === 'new')).toHaveLength(1);
    }
  });

  it('[MSG3] 24 writers with random batches in random conversations leave 1..N, as the model numbers them', async () => {
    const crowd = new Crowd(await Promise.all(Array.from({ length: 5 }, () => scene.waiting())));
    const picks = fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { minLength: 1, maxLength: 12 });
    const batches = fc.sample(picks, { numRuns: 24 * 8, seed: 2026 });
    const writers = Array.from({ length: 24 }, async (_, writer) => {
      const line = connection();
      for (const batch of batches.slice(writer * 8, writer * 8 + 8)) await crowd.write(line, batch);
    });
    await Promise.all(writers);
    expect(await crowd.storedAsTheModel()).toBeGreaterThan(500);
  });

  it('[MSG1] a batch with something impossible in it loses nothing of the rest', async () => {
    const line = connection();
    const appender = new GroupCommit((messages) => line.append(messages));
    const [here, there] = [await scene.waiting(), await scene.waiting()];
    const impossible = { ...message(here), id: 'not an id' as EntryId };
    const outcomes = await Promise.allSettled(
      [message(here), impossible, message(there), message(here)].map((each) => appender.append(each)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await timeline(here)).toHaveLength(3);
    expect(await timeline(there)).toHaveLength(2);
  });

  it('[MSG1] a connection that dies under way is opened again, and the retry is stored once', async () => {
    const line = connection();
    const appender = new GroupCommit((messages) => line.append(messages));
    const conversation = await scene.waiting();
    for (let round = 1; round <= 10; round += 1) {
      const once = message(conversation);
      const [outcome] = await Promise.allSettled([
        appender.append(once),
        scene.database.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'warmline-append' and datname = current_database()`,
        ),
      ]);
      const retried = await until('an answer to the retry', () => appender.append(once).catch(() => null));
      expect(seqOf(retried)).toBe(round + 1);
      if (outcome.status === 'fulfilled') expect(seqOf(outcome.value)).toBe(round + 1);
    }
    expect(await timeline(conversation)).toHaveLength(11);
  });
});
