import { readFile } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { Scene, TestDatabase } from '@warmline/test-kit';
import { database, type Database } from '../connection/database';
import { ROLES } from '../roles/role-rights';
import { AuditKeyStore, AuditLogStore, LostLead, type Grow } from './audit-log-store';

let scene: Scene;
let opened: Database;
let store: AuditLogStore;
beforeAll(async () => {
  scene = await Scene.open();
  opened = await database({ url: scene.database.urlOf(ROLES.sequencer), poolSize: 2 }).initialize();
  store = new AuditLogStore(opened);
});
afterAll(async () => {
  await opened.destroy();
  await scene.close();
});

/** Hashes that show only which row is where. */
const grow: Grow = ({ size, heads }, entries) => {
  expect(entries.every(({ salt }) => salt.length === 32)).toBe(true);
  const leaves = entries.map(({ entry }, place) => ({
    index: size + place,
    entry: entry.id,
    hash: Buffer.alloc(32, Number(entry.id)),
  }));
  return { range: { size: size + leaves.length, heads }, leaves, subtrees: [] };
};
const logged = async (): Promise<string[]> =>
  (await scene.database.sql<{ id: string }>('select entry_id as id from audit_leaf order by index')).map(
    ({ id }) => id,
  );
const rows = async (): Promise<string[]> =>
  (await scene.database.sql<{ id: string }>('select id from audit_entry order by id')).map(({ id }) => id);

/** An audit row in a transaction that is still open. */
const writing = async (client: PoolClient): Promise<string> => {
  await client.query('begin');
  const { rows: added } = await client.query<{ id: string }>(
    `insert into audit_entry (service_id, action, actor_kind) values ($1, 'wrapped_up', 'system') returning id`,
    [scene.service],
  );
  return added[0]?.id ?? '';
};

describe('the audit log', () => {
  it('[AUD3] takes every committed row, in batches, and each of them once', async () => {
    for (let count = 0; count < 3; count += 1) await scene.waiting();
    const epoch = await store.beginEpoch();
    expect(await store.appendPending(epoch, 2, grow)).toBe(2);
    expect(await store.appendPending(epoch, 100, grow)).toBe((await rows()).length - 2);
    expect(await store.appendPending(epoch, 100, grow)).toBe(0);
    expect(await logged()).toEqual(await rows());
  });

  it('[AUD3] neither waits for a transaction that is still open, nor passes it over', async () => {
    const epoch = await store.beginEpoch();
    await scene.database.session(async (client) => {
      const slow = await writing(client);
      await scene.waiting();
      await store.appendPending(epoch, 100, grow);
      const all = await rows();
      expect(await logged()).toEqual(all);
      expect(all).not.toContain(slow);
      await client.query('commit');
      await store.appendPending(epoch, 100, grow);
      // It came later, so it is later in the log, whatever its number is.
      expect((await logged()).at(-1)).toBe(slow);
    });
  });

  it('[AUD3] leaves a row pending when the batch fails, and takes it in the next', async () => {
    const epoch = await store.beginEpoch();
    await scene.waiting();
    const before = await logged();
    const failing = store.appendPending(epoch, 100, () => {
      throw new Error('killed here');
    });
    await expect(failing).rejects.toThrow('killed here');
    expect(await logged()).toEqual(before);
    await store.appendPending(epoch, 100, grow);
    expect(await logged()).toHaveLength(before.length + 1);
  });

  it('[AUD3] is changed by the newest epoch alone', async () => {
    const old = await store.beginEpoch();
    const epoch = await store.beginEpoch();
    await scene.waiting();
    await expect(store.appendPending(old, 100, grow)).rejects.toThrow(LostLead);
    await expect(store.saveCheckpoint(old, 1, 'a note')).rejects.toThrow(LostLead);
    expect(await store.findUnsigned(old)).toBeNull();
    expect(await store.appendPending(epoch, 100, grow)).toBe(1);
  });

  it('is unsigned until a checkpoint has its size', async () => {
    const epoch = await store.beginEpoch();
    const size = (await logged()).length;
    expect(await store.findUnsigned(epoch)).toEqual({ size, heads: [] });
    await store.saveCheckpoint(epoch, size, 'a note');
    expect(await store.findUnsigned(epoch)).toBeNull();
  });

  it('[AUD3] takes no row twice, and none that does not exist, whatever is written to the pending table', async () => {
    const epoch = await store.beginEpoch();
    const before = await logged();
    await scene.database.sql('insert into audit_pending values ($1), (999999999)', [before[0]]);
    await store.appendPending(epoch, 100, grow);
    expect(await logged()).toEqual(before);
    expect(await scene.database.count('audit_pending')).toBe(0);
  });

  it('[AUD3] has the rows of an older version to take first', async () => {
    const upgraded = await TestDatabase.empty();
    await upgraded.sql(await readFile(new URL('../testing/version-0.1.0.sql', import.meta.url), 'utf8'));
    await upgraded.opened.runMigrations();
    const older = await upgraded.count('audit_entry');
    const pending = await upgraded.count('audit_pending join audit_entry on entry_id = id');
    await upgraded.close();
    expect(older).toBeGreaterThan(0);
    expect(pending).toBe(older);
  });

  it('has one name for life, and remembers its keys', async () => {
    const keys = new AuditKeyStore(opened);
    const { origin } = await keys.loadLog();
    expect(origin).toMatch(/^warmline\/audit\/[0-9a-f-]{36}$/);
    await keys.recordKey('one');
    await keys.recordKey('one');
    await keys.recordKey('two');
    expect(await keys.loadLog()).toEqual({ origin, keys: ['one', 'two'] });
  });
});
