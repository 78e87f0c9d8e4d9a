import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyDayReadModel, KeyringCanaryStore, UnitOfWork } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import {
  canaryOpens,
  ConversationKeys,
  KeyDestroyed,
  Keyring,
  open,
  type WrappedKey,
} from '@warmline/sealing';
import { until, type TestDatabase } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aResponder, aWrapUp } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { ForgetKeysJob } from '../../core/forget-keys-job';
import { SERVICE } from '../../core/service-settings';
import { DestroyKeys } from './destroy-keys';
import { EraseExpired } from './erase-expired';
import { KeepCanaries } from './keep-canaries';

const CANARY = `canary ${randomBytes(9).toString('hex')}`;
const today = (): string => new Date().toISOString().slice(0, 10);

let deployment: Deployment;
/** Here words are kept for 90 days. */
let keeping: RunningGateway;
/** Started while words were kept for no day at all: what begins here expires as it ends. */
let expiring: RunningGateway;
/** Chats that go on are written here. */
let going: Visitor;
let kept: Visitor;
let expired: Visitor;
/** The files of the database, from before anything was erased. */
let backup: TestDatabase;
/** What the backup told while the key of its day was there. */
let openedBefore: readonly (string | null)[];

const of = (gateway: RunningGateway) => ({
  days: gateway.app.get(KeyDayReadModel, { strict: false }),
  work: gateway.app.get(UnitOfWork, { strict: false }),
  keyring: gateway.app.get(Keyring, { strict: false }),
  keys: gateway.app.get(ConversationKeys, { strict: false }),
  hints: gateway.app.get(Hints, { strict: false }),
  service: gateway.app.get<{ id: never }>(SERVICE, { strict: false }),
});

/** The destroyer of one process; a test may break a part of it. */
const destroyer = (gateway: RunningGateway, broken: Partial<ReturnType<typeof of>> = {}): DestroyKeys => {
  const { days, work, keyring, keys, hints, service } = { ...of(gateway), ...broken };
  return new DestroyKeys(days, work, keyring, keys, hints, service as never);
};

const erase = (): Promise<void> => new EraseExpired(of(keeping).work).eraseAll();
const files = (): Promise<string[]> => readdir(deployment.config.KEYRING_DIR);
const audited = (action: string): Promise<number> =>
  deployment.database.count('audit_entry where action = $1', [action]);

/** The key of a conversation, as the backup has it. */
const wrappedOf = ({ id }: Visitor): Promise<WrappedKey> =>
  backup.one<{ conversation: string; dekWrapped: Buffer; kekDay: string }>(
    `select id as conversation, dek_wrapped as "dekWrapped", kek_day::text as "kekDay" from conversation where id = $1`,
    [id],
  );

/** Its messages, as someone reads them who has the backup and the keyring as it is now. */
const textsOf = async (visitor: Visitor): Promise<(string | null)[]> => {
  const keys = new ConversationKeys(await Keyring.openFolder(deployment.config.KEYRING_DIR));
  const key = await keys.unwrap(await wrappedOf(visitor));
  const entries = await backup.sql<{ id: string; role: 'visitor'; sealed: Buffer }>(
    `select id, author_role as role, sealed from timeline_entry
     where conversation_id = $1 and kind = 'message' order by seq`,
    [visitor.id],
  );
  return entries.map(({ id: entry, role, sealed }) => key.open(sealed, { entry, role }));
};

/** Every sealed text of a conversation, in every table. */
const sealedIn = async (database: TestDatabase, conversation: string): Promise<Buffer[]> => {
  const columns = await database.sql<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.columns k on k.table_name = c.table_name and k.column_name = 'conversation_id'
     where c.table_schema = 'public' and c.data_type = 'bytea'`,
  );
  const found: Buffer[] = [];
  for (const { table, column } of columns) {
    const rows = await database.sql<{ sealed: Buffer }>(
      `select ${column} as sealed from ${table} where conversation_id = $1 and ${column} is not null`,
      [conversation],
    );
    found.push(...rows.map(({ sealed }) => sealed));
  }
  return found;
};

const rowsAbout = async (conversation: string): Promise<string[]> => {
  const tables = await deployment.database.sql<{ table: string }>(
    `select table_name as table from information_schema.columns
     where table_schema = 'public' and column_name = 'conversation_id' and table_name <> 'audit_entry'`,
  );
  const left: string[] = [];
  for (const { table } of tables)
    if ((await deployment.database.count(`${table} where conversation_id = $1`, [conversation])) > 0)
      left.push(table);
  return left;
};

/** A whole conversation with words in several places, by the person who holds it. */
const conversationAt = async (gateway: RunningGateway): Promise<Visitor> => {
  const visitor = await aVisitor().named(CANARY).waitingAt(gateway);
  const holder = await aResponder(deployment, gateway);
  const held = await holder.takes(visitor.id);
  await visitor.says(`message ${CANARY}`);
  await holder.says(held, `answer ${CANARY}`);
  await holder.must('note:add', { ...held, id: randomUUID(), note: `note ${CANARY}` });
  await holder.must('safety:record', {
    ...held,
    entryId: randomUUID(),
    entry: { kind: 'act', act: 'agreed_plan', words: `record ${CANARY}` },
  });
  await holder.must('availability:set', { availability: 'away' });
  await visitor.tell('conversation:end', {});
  await holder.tell('wrap_up:finish', { ...held, wrapUp: aWrapUp(CANARY) });
  return visitor;
};

beforeAll(async () => {
  deployment = await Deployment.start();
  keeping = deployment.gateway();
  kept = await conversationAt(keeping);
  await deployment.database.sql('alter table service drop constraint service_keeps_days_check');
  await deployment.database.sql('update service set keeps_days = 0');
  expiring = await deployment.startGateway();
  expired = await conversationAt(expiring);
  await deployment.stopWorker();
  await deployment.database.sql('delete from audit_pending');
  await deployment.database.sql('update service set keeps_days = 90');
  backup = await deployment.database.copyFiles();
  openedBefore = await textsOf(expired);
  going = await aVisitor().waitingAt(await deployment.startGateway());
});
afterAll(async () => {
  await backup.close();
  await deployment.stop();
});

describe('the key of a day to come', () => {
  it('[PRV4] gets a canary from the worker, and no other day does', async () => {
    const { keyring } = of(keeping);
    await keyring.findOrMake('2099-12-31');
    const canaries = keeping.app.get(KeyringCanaryStore, { strict: false });
    const stored = (): Promise<number> =>
      deployment.database.count('keyring_canary where day = $1', ['2099-12-31']);
    expect(await stored()).toBe(0);
    await new KeepCanaries(canaries, keyring).keepAll();
    expect(await stored()).toBe(1);
    const days = await canaries.loadDays();
    const canary = days.find(({ day }) => day === '2099-12-31')?.canary;
    expect(canary == null ? null : await canaryOpens(keyring, '2099-12-31', canary)).toBe(true);
  });
});

describe('what has expired', () => {
  it('[PRV4] keeps its key while one row of its day is left', async () => {
    await destroyer(keeping).destroyDue();
    expect(await files()).toContain(`${today()}.key`);
    expect(await audited('key_destroyed')).toBe(0);
  });

  it('[MSG5] [PRV4] is erased while a message of another conversation is written, and holds it up in no way', async () => {
    await deployment.database.session(async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ conversations: number }>('select * from erase_expired(50)');
      expect(rows.map(({ conversations }) => conversations)).toEqual([1]);
      // Everything is deleted, and nothing is committed.
      const acknowledged = await going.says('still there?');
      expect(acknowledged.seq).toBeGreaterThan(0);
      await client.query('rollback');
    });
    expect(await rowsAbout(expired.id)).toContain('timeline_entry');
  });

  it('[PRV4] leaves no row about it in any table, apart from the audit: it is one of a count', async () => {
    const before = await rowsAbout(kept.id);
    await erase();
    expect(await rowsAbout(expired.id)).toEqual([]);
    expect(await deployment.database.count('conversation where id = $1', [expired.id])).toBe(0);
    expect(await deployment.database.count('audit_salt where of_id = $1', [expired.id])).toBe(0);
    expect(await rowsAbout(kept.id)).toEqual(before);
    const { contacts } = await deployment.database.one<{ contacts: number }>(
      'select sum(contacts)::integer as contacts from past_contact',
    );
    expect(contacts).toBe(1);
    expect(await audited('conversations_erased')).toBe(1);
    await erase();
    expect(await audited('conversations_erased')).toBe(1);
  });
});

describe('the key of a day without rows', () => {
  const dies = (): never => {
    throw new Error('killed here');
  };

  it('[PRV4] is destroyed after all when a process dies before it touched the file', async () => {
    const keyring = Object.assign(Object.create(of(keeping).keyring) as Keyring, { destroy: dies });
    await expect(destroyer(keeping, { keyring }).destroyDue()).rejects.toThrow('killed here');
    expect(await files()).toContain(`${today()}.key`);
    expect(await audited('key_destroyed')).toBe(0);
  });

  it('[PRV4] is not recorded as destroyed while a check still finds it', async () => {
    const keyring = Object.assign(Object.create(of(keeping).keyring) as Keyring, {
      destroy: () => undefined,
    });
    await expect(destroyer(keeping, { keyring }).destroyDue()).rejects.toThrow('still there');
    expect(await audited('key_destroyed')).toBe(0);
  });

  it('[PRV4] is recorded after all when a process dies between the file and the audit', async () => {
    let transactions = 0;
    const { work } = of(keeping);
    const dying = Object.assign(Object.create(work) as UnitOfWork, {
      inTransaction: (...parts: Parameters<UnitOfWork['inTransaction']>) =>
        (transactions += 1) > 1 ? dies() : work.inTransaction(...parts),
    });
    await expect(destroyer(keeping, { work: dying }).destroyDue()).rejects.toThrow('killed here');
    expect(await files()).not.toContain(`${today()}.key`);
    expect(await audited('key_destroyed')).toBe(0);
    await destroyer(keeping).destroyDue();
    expect(await audited('key_destroyed')).toBe(1);
    expect(await deployment.database.count('keyring_canary where day = $1', [today()])).toBe(0);
    expect(
      await deployment.database.count('destroyed_key where day = $1 and destroyed_at is not null', [today()]),
    ).toBe(1);
  });

  it('[PRV4] is recorded once, however often the job runs', async () => {
    await destroyer(keeping).destroyDue();
    expect(await audited('key_destroyed')).toBe(1);
  });

  it('[PRV4] is gone from the memory of every process, with what it wrapped', async () => {
    for (const gateway of [keeping, expiring]) {
      const { keyring, keys } = of(gateway);
      await until('the keys to be forgotten', async () => {
        const days = [...keyring.endingInMemory, ...keys.wrappersInMemory];
        return !days.includes(today());
      });
      expect(keys.find(expired.id)).toBeNull();
    }
    expect(of(deployment.gateway(2)).keys.find(going.id)).not.toBeNull();
  });

  it('[PRV4] is recorded once when two processes destroy it, and no day holds up the others', async () => {
    const { keyring } = of(keeping);
    for (const day of ['2020-01-01', '2020-01-02']) await keyring.findOrMake(day);
    const before = await audited('key_destroyed');
    const failing = Object.assign(Object.create(keyring) as Keyring, {
      destroy: (day: string) => (day === '2020-01-01' ? dies() : keyring.destroy(day)),
    });
    await expect(destroyer(keeping, { keyring: failing }).destroyDue()).rejects.toThrow('killed here');
    expect(await audited('key_destroyed')).toBe(before + 1);
    await Promise.all([destroyer(keeping).destroyDue(), destroyer(expiring).destroyDue()]);
    expect(await audited('key_destroyed')).toBe(before + 2);
  });

  it('[PRV4] is destroyed again, and recorded again once, when a copy of its file is put back', async () => {
    const before = await audited('key_destroyed');
    await of(expiring).keyring.findOrMake(today());
    expect(await files()).toContain(`${today()}.key`);
    await destroyer(keeping).destroyDue();
    await expiring.app.get(ForgetKeysJob, { strict: false }).forgetDestroyed();
    expect(await files()).not.toContain(`${today()}.key`);
    expect(of(expiring).keyring.endingInMemory).not.toContain(today());
    await destroyer(keeping).destroyDue();
    expect(await audited('key_destroyed')).toBe(before + 1);
  });
});

describe('a backup of the database from before', () => {
  it('[PRV4] decrypts nothing that has expired, with the keyring as it is now', async () => {
    expect(openedBefore).toEqual([`message ${CANARY}`, `answer ${CANARY}`]);
    await expect(textsOf(expired)).rejects.toThrow(KeyDestroyed);
    const old = await wrappedOf(expired);
    expect((await sealedIn(backup, expired.id)).length).toBeGreaterThan(3);
    for (const name of (await files()).filter((file) => file.endsWith('.key'))) {
      const key = Buffer.from(await readFile(join(deployment.config.KEYRING_DIR, name), 'utf8'), 'base64');
      const place = { conversation: expired.id, entry: 'key', role: 'system', keyId: old.kekDay } as const;
      expect(() => open(key, old.dekWrapped, place)).toThrow();
    }
  });

  it('[PRV4] still opens what has not expired', async () => {
    expect(await textsOf(kept)).toEqual([`message ${CANARY}`, `answer ${CANARY}`]);
  });
});
