import { randomUUID } from 'node:crypto';
import type { ConversationId } from '@warmline/kernel';
import { holdOf, type FirstWait } from '@warmline/routing';
import { Scene } from '@warmline/test-kit';
import { BAND_REASONS, BANDS } from '@warmline/vocabulary';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
});
afterAll(() => scene.close());

const BOTH = [false, true];
const every: FirstWait[] = BANDS.flatMap((band) =>
  BAND_REASONS.flatMap((because) =>
    [0, 1].flatMap((epoch) =>
      [0, 2].flatMap((messages) =>
        BOTH.flatMap((wasSeen) =>
          BOTH.flatMap((needsProof) =>
            BOTH.map((setAside) => ({ band, because, epoch, messages, wasSeen, needsProof, setAside })),
          ),
        ),
      ),
    ),
  ),
);
const holdsOf = async (where = ''): Promise<Record<string, unknown>[]> =>
  scene.database.sql(
    `select band, band_because as because, epoch, visitor_messages as messages, page_seen_at is not null as "wasSeen",
       needs_proof as "needsProof", set_aside_at is not null as "setAside", hold
     from conversation ${where}`,
  );
const seen = (ids: readonly ConversationId[]) =>
  scene.work.inTransaction((stores) => stores.conversations.noteSeen(ids));

describe('the hold that Postgres derives', () => {
  it('[RTE1] [SEC5] is the hold of the rule, for every state that decides it', async () => {
    for (const { band, because, epoch, messages, wasSeen, needsProof, setAside } of every) {
      const conversation = await scene.waiting({ band });
      await scene.database.sql(
        `update conversation set band_because = $2, epoch = $3, visitor_messages = $4,
           page_seen_at = case when $5 then clock_timestamp() end, needs_proof = $6,
           set_aside_at = case when $7 then clock_timestamp() end where id = $1`,
        [conversation, because, epoch, messages, wasSeen, needsProof, setAside],
      );
    }
    const rows = await holdsOf();
    expect(rows).toHaveLength(every.length);
    const stored = rows.map(({ hold, ...wait }) => [JSON.stringify(wait), hold]);
    expect(new Map(stored as [string, unknown][])).toEqual(
      new Map(every.map((wait) => [JSON.stringify(wait), holdOf(wait)])),
    );
  });
});

describe('a chat that is set aside', () => {
  it.each([
    ['a word of its visitor', 'visitor_messages = visitor_messages + 1'],
    ['a more urgent band', 'band = 2'],
    ['a new safety answer', 'safety_at = clock_timestamp()'],
  ])('[SEC5] is brought back by %s, and the live index reads it again', async (_, change) => {
    const conversation = await scene.waiting({ band: 3 });
    const where = `where id = '${conversation}'`;
    await scene.database.sql(
      `update conversation set visitor_messages = 2, set_aside_at = clock_timestamp() ${where}`,
    );
    await scene.database.sql(`update conversation set last_seq = 9 ${where}`);
    expect(await holdsOf(where)).toMatchObject([{ hold: 'set_aside' }]);
    await scene.database.sql('delete from outbox');
    await scene.database.sql(`update conversation set ${change} ${where}`);
    expect(await holdsOf(where)).toMatchObject([{ setAside: false, hold: null }]);
    expect(await scene.database.sql('select kind, subject from outbox')).toEqual([
      { kind: 'conversation', subject: conversation },
    ]);
  });
});

describe('a page that was here for half a minute', () => {
  it('[SEC5] is noted once, and the live index reads the conversation again', async () => {
    const conversation = await scene.waiting({ band: 1 });
    await scene.database.sql('delete from outbox');
    await seen([conversation]);
    await seen([conversation]);
    expect(await holdsOf(`where id = '${conversation}'`)).toMatchObject([{ hold: 'silent' }]);
    expect(await scene.database.sql('select kind, subject from outbox')).toEqual([
      { kind: 'conversation', subject: conversation },
    ]);
  });

  it('is not noted for someone who does not wait any more, or does not exist', async () => {
    const gone = await scene.waiting({ band: 1 });
    await scene.database.sql(`update conversation set state = 'ended' where id = $1`, [gone]);
    await scene.database.sql('delete from outbox');
    await seen([gone, randomUUID() as ConversationId]);
    expect(await scene.database.count('outbox')).toBe(0);
  });
});
