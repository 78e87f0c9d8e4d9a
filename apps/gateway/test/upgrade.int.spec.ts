import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { conversationId, entryId, instant, serviceId, type ServiceId } from '@warmline/kernel';
import {
  AppendConnection,
  ConversationReadModel,
  database as openDatabase,
  grantRights,
  handOver,
  OpeningReadModel,
  ROLES,
  TimelineReadModel,
  UnitOfWork,
  type ConversationRow,
  type Database,
} from '@warmline/postgres';
import { ConversationKeys, Keyring } from '@warmline/sealing';
import { TestDatabase } from '@warmline/test-kit';

/** Rows of every table, written by version 0.1.0: a conversation that Robin has with Sam, and what goes on around it. */
const DUMP = new URL('../../../libs/postgres/src/testing/version-0.1.0.sql', import.meta.url);
const PAGE_TOKEN = createHash('sha256').update('the token of an upgraded page').digest();
const KEY = { day: '2099-01-01', content: 'RxuyixTFHwKgyPYcKPVIBhnAchvcEMUinObcmb8l/Ds=' };

let database: TestDatabase;
/** As gateway and worker open it. */
let opened: Database;
let work: UnitOfWork;
let service: ServiceId;
let keyring: string;
beforeAll(async () => {
  database = await TestDatabase.empty();
  await database.sql(await readFile(DUMP, 'utf8'));
  await handOver({ query: (sql) => database.sql(sql) });
  const owned = await openDatabase({ url: database.urlOf(ROLES.owner), poolSize: 1 }).initialize();
  await owned.runMigrations();
  await grantRights(owned);
  await owned.destroy();
  opened = await openDatabase({ url: database.urlOf(ROLES.app), poolSize: 2 }).initialize();
  work = new UnitOfWork(opened);
  service = serviceId((await database.one<{ id: string }>('select id from service')).id);
  keyring = await mkdtemp(join(tmpdir(), 'warmline-keyring-'));
  await writeFile(join(keyring, `${KEY.day}.key`), KEY.content);
});
afterAll(async () => {
  await opened.destroy();
  await database.close();
  await rm(keyring, { recursive: true });
});

const robins = async (): Promise<ConversationRow> => {
  const found = await new ConversationReadModel(opened).findByToken(PAGE_TOKEN);
  if (found === null) throw new Error('the conversation is gone');
  return found;
};

describe('a database of version 0.1.0, once upgraded,', () => {
  it('finds the conversation by its page and opens what was written in it', async () => {
    const { id, dekWrapped, kekDay, nameSealed } = await robins();
    const keys = new ConversationKeys(await Keyring.openFolder(keyring));
    const key = await keys.unwrap({ conversation: id, dekWrapped, kekDay });
    const { entries } = await new TimelineReadModel(opened).loadPage(id, 0, 100);
    const texts = entries.flatMap(({ id: entry, sealed, authorRole }) =>
      sealed === null || authorRole === null ? [] : [key.open(sealed, { entry, role: authorRole })],
    );
    expect(key.open(nameSealed ?? Buffer.of(), { entry: 'name', role: 'visitor' })).toBe('Robin');
    expect(texts).toEqual(['Is anyone there?', 'I am here, Robin.']);
  });

  it('gives the next message the next number', async () => {
    const { id, lastSeq } = await robins();
    const append = new AppendConnection(database.urlOf(ROLES.app));
    const message = {
      conversation: id,
      id: entryId(uuid()),
      author: { role: 'visitor' },
      sealed: Buffer.of(1),
    } as const;
    const [outcome] = await append.append([message]);
    await append.close();
    expect(outcome).toMatchObject({ outcome: 'new', seq: lastSeq + 1 });
  });

  it('knows who signed in and who holds the conversation', async () => {
    await work.inTransaction(async (stores) => {
      const sam = await stores.staff.findBySignInName('sam');
      const { id, epoch } = await robins();
      expect(sam).toMatchObject({ name: 'Sam', role: 'responder', availability: 'available', capacity: 2 });
      expect(await stores.holdings.findHolding(id, epoch)).toMatchObject({ staffId: sam?.id, endedAt: null });
      expect(await stores.staff.findOpenSessions(sam?.id ?? stop('nobody is called Sam'))).toHaveLength(1);
    });
  });

  it('is as closed as a supervisor left it', async () => {
    const { situation, rules } = await new OpeningReadModel(opened).loadOpening(service);
    expect(situation.override).toMatchObject({ setting: 'closed', reason: 'incident' });
    expect(situation.standardBound).toBe(12 * 60_000);
    expect(rules.hours.weekly?.size).toBe(1);
  });

  it('has its open offer, which can be declined', async () => {
    const { conversation } = await database.one<{ conversation: string }>(
      'select conversation_id as conversation from offer where outcome is null',
    );
    await work.inTransaction(async (stores) => {
      const id = await stores.offers.findOpenFor(conversationId(conversation));
      const offer = await stores.offers.lock(id ?? stop('there is no open offer'));
      if (offer === null) return stop('the offer is gone');
      const { staff, conversation: about } = offer;
      const fact = { service, conversation: about, staff, offer: offer.id, at: await stores.now() };
      await stores.offers.close({ type: 'offer_declined', ...fact });
      expect(await stores.offers.findOpenOf(staff)).toBeNull();
    });
  });

  it('remembers the last surge request', async () => {
    const last = await work.inTransaction((stores) => stores.surgeRequests.lockLast(service));
    expect(last?.askedAt).toBeGreaterThan(instant(0));
  });

  it('derives by its triggers what it derived before', async () => {
    await database.sql(
      `insert into topic (service_id, topic, label, heavy, in_use) values ($1, 'war', 'War', true, true)`,
      [service],
    );
    await database.sql(`insert into own_limit (service_id, rule, own) values ($1, 'hours_in_day', 6)`, [
      service,
    ]);
    await database.sql(`update staff set availability = 'away' where sign_in_name = 'sam'`);
    const { heavy, limits } = await database.one<{ heavy: string[]; limits: Record<string, number> }>(
      'select heavy_topics as heavy, wellbeing as limits from service',
    );
    expect(heavy).toEqual(['exams', 'sexual_violence', 'war']);
    expect(limits).toEqual({ hours_in_week: 15, hours_in_day: 6 });
    expect(
      await database.count(
        `capacity_span c join staff s on s.id = c.staff_id where s.sign_in_name = 'sam' and ended_at is null`,
      ),
    ).toBe(0);
  });
});

const stop = (reason: string): never => {
  throw new Error(reason);
};
