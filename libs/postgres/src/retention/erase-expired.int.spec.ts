import { randomBytes, randomUUID } from 'node:crypto';
import type { ConversationId } from '@warmline/kernel';
import { Scene } from '@warmline/test-kit';
import { AuditLogStore, type StoredGrowth } from '../audit/audit-log-store';
import { HelpReadModel } from '../help/help-read-model';
import type { EraseBatch } from './retention-store';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
});
afterAll(() => scene.close());

const erase = (batch: Partial<EraseBatch> = {}): Promise<number> =>
  scene.work.inTransaction(async (stores) =>
    stores.retention.eraseExpired({ kind: 'conversations', most: 50, ...batch }, await stores.now()),
  );
const daysAgo = (days: number): string => `(now() at time zone 'UTC')::date - ${days}`;
/** Ended, and its expiry day began so many days ago. */
const expired = async (days: number): Promise<ConversationId> => {
  const conversation = await scene.waiting();
  await scene.ended(conversation);
  await scene.database.sql(`update conversation set kek_day = ${daysAgo(days)} where id = $1`, [
    conversation,
  ]);
  await scene.database.sql('delete from audit_pending');
  return conversation;
};
const isThere = async (table: string, id: string): Promise<boolean> =>
  (await scene.database.count(`${table} where id = $1`, [id])) > 0;

describe('what supervisors are told of', () => {
  const late = async () => {
    const ms = 1;
    const spans = {
      ...{ unanswered: ms, unansweredInDanger: ms, asked: ms },
      ...{ danger: ms, dangerAgain: ms, away: ms },
      ...{ quietAfter: ms, quietExtended: ms, restAfterHeavy: ms },
    };
    return (await new HelpReadModel(scene.database.opened).loadHelp(scene.service, spans, true)).late;
  };

  it('[PRV4] a conversation that is still kept six hours after it expired', async () => {
    expect(await late()).toEqual({ erasure: false, log: false });
    await expired(2);
    expect(await late()).toEqual({ erasure: true, log: false });
    await erase();
    await scene.database.sql('delete from audit_pending');
    expect(await late()).toEqual({ erasure: false, log: false });
  });

  it('[PRV4] a conversation that is still kept six hours after two people agreed to erase it', async () => {
    const conversation = await scene.waiting();
    await scene.ended(conversation);
    const agreed = (hours: number): Promise<unknown> =>
      scene.database.sql(
        `update conversation set erasure_agreed_at = now() - $2 * interval '1 hour' where id = $1`,
        [conversation, hours],
      );
    await agreed(5);
    expect((await late())?.erasure).toBe(false);
    await agreed(7);
    expect((await late())?.erasure).toBe(true);
    await scene.database.sql('delete from audit_pending');
    await erase();
    await scene.database.sql('delete from audit_pending');
    expect((await late())?.erasure).toBe(false);
  });

  it('[AUD3] an audit row that has waited five minutes for its place in the log', async () => {
    await scene.database.sql(
      `insert into audit_entry (at, service_id, action, actor_kind) values (now() - interval '6 minutes', $1, 'wall_link_made', 'system')`,
      [scene.service],
    );
    expect(await late()).toEqual({ erasure: false, log: true });
    await scene.database.sql('delete from audit_pending');
    expect(await late()).toEqual({ erasure: false, log: false });
  });
});

describe('what nobody has dealt with', () => {
  it('[PRV4] keeps a conversation with a danger ending until it is written up, for 180 days at most', async () => {
    const [open, old] = [await expired(3), await expired(180)];
    for (const id of [open, old])
      await scene.database.sql(
        `insert into danger_ending (conversation_id, service_id, epoch, how, at) values ($1, $2, 1, 'visitor_left', now())`,
        [id, scene.service],
      );
    await erase();
    expect([await isThere('conversation', open), await isThere('conversation', old)]).toEqual([true, false]);
    await scene.database.sql('update danger_ending set written_at = now() where conversation_id = $1', [
      open,
    ]);
    await erase();
    expect(await isThere('conversation', open)).toBe(false);
  });

  it('[PRV4] keeps a complaint until it is closed, for 180 days at most', async () => {
    const complaint = async (days: number): Promise<string> => {
      const id = randomUUID();
      await scene.database.sql(
        `insert into complaint (id, service_id, at, words_sealed, dek_wrapped, kek_day) values ($1, $2, now(), $3, $3, ${daysAgo(days)})`,
        [id, scene.service, randomBytes(61)],
      );
      return id;
    };
    const [open, old] = [await complaint(3), await complaint(180)];
    await erase({ kind: 'complaints' });
    expect([await isThere('complaint', open), await isThere('complaint', old)]).toEqual([true, false]);
    const { id: staff } = await scene.person();
    await scene.database.sql('update complaint set closed_at = now(), closed_by = $2 where id = $1', [
      open,
      staff,
    ]);
    await erase({ kind: 'complaints' });
    expect(await isThere('complaint', open)).toBe(false);
  });
});

describe('a row that cannot be deleted', () => {
  it('[PRV4] can be passed over, and the others go', async () => {
    const [first, second] = [await expired(5), await expired(4)];
    expect(await erase({ most: 1, skip: 1 })).toBe(1);
    expect([await isThere('conversation', first), await isThere('conversation', second)]).toEqual([
      true,
      false,
    ]);
    expect(await erase()).toBe(1);
  });
});

describe('the salt of a conversation', () => {
  const grow = (): StoredGrowth => ({ range: { size: 0, heads: [] }, leaves: [], subtrees: [] });

  it('[AUD4] does not come back: the conversation waits until its audit rows are in the log', async () => {
    const conversation = await expired(3);
    await scene.database.sql(
      'insert into audit_pending select id from audit_entry where conversation_id = $1',
      [conversation],
    );
    expect(await erase()).toBe(0);
    const store = new AuditLogStore(scene.database.opened);
    await store.appendPending(await store.beginEpoch(), 1_000, grow);
    expect(await erase()).toBe(1);
    expect(await scene.database.count('audit_salt where of_id = $1', [conversation])).toBe(0);
  });

  it('[AUD4] does not come back with a row that enters the log after the erasure', async () => {
    const conversation = await expired(3);
    await erase();
    await scene.database.sql(
      'insert into audit_pending select id from audit_entry where conversation_id = $1',
      [conversation],
    );
    const store = new AuditLogStore(scene.database.opened);
    await store.appendPending(await store.beginEpoch(), 1_000, grow);
    expect(await scene.database.count('audit_salt where of_id = $1', [conversation])).toBe(0);
  });
});
