import { isExpired, isOver, type Keeping } from '@warmline/conversation';
import { DAY, instant, later, type Instant } from '@warmline/kernel';
import { TestDatabase } from '@warmline/test-kit';

const MIDNIGHT = instant(Date.UTC(2027, 2, 1));

let database: TestDatabase;
beforeAll(async () => {
  database = await TestDatabase.clone();
});
afterAll(() => database.close());

const inPostgres = async ({ state, expiryDay }: Omit<Keeping, 'isOpen'>, now: Instant): Promise<boolean> => {
  const { expired } = await database.one<{ expired: boolean }>(
    `select conversation_expired(c, $3::timestamptz) as expired
     from (select (jsonb_populate_record(null::conversation, jsonb_build_object('state', $1::text, 'kek_day', $2::text))).*) c`,
    [state, expiryDay, new Date(now)],
  );
  return expired;
};

describe('the expiry of a conversation', () => {
  it('[PRV4] is judged by Postgres as by the rule, to the millisecond', async () => {
    const moments = [-DAY, -1, 0, 1, DAY].map((span) => later(MIDNIGHT, span));
    for (const state of ['waiting', 'talking', 'ended'] as const)
      for (const now of moments) {
        const keeping = { state, expiryDay: '2027-03-01', isOpen: false };
        expect([state, now, await inPostgres(keeping, now)]).toEqual([state, now, isExpired(keeping, now)]);
      }
  });

  it('[PRV4] of an open case is judged by Postgres as by the rule, to the millisecond', async () => {
    for (const isOpen of [true, false])
      for (const days of [0, 180])
        for (const span of [-1, 0, 1]) {
          const now = later(MIDNIGHT, days * DAY + span);
          const { over } = await database.one<{ over: boolean }>(
            `select case_expired('2027-03-01', $1::boolean, $2::timestamptz) as over`,
            [isOpen, new Date(now)],
          );
          expect([isOpen, now, over]).toEqual([isOpen, now, isOver('2027-03-01', isOpen, now)]);
        }
  });

  it('[PRV4] is that of every table whose words have a day’s key: the key waits for all of them', async () => {
    const tables = await database.sql<{ table: string }>(
      `select c.table_name as table from information_schema.columns c
       where c.table_schema = 'public' and c.column_name = 'kek_day' order by 1`,
    );
    const { body } = await database.one<{ body: string }>(
      `select prosrc as body from pg_proc where proname = 'erase_expired'`,
    );
    const names = tables.map(({ table }) => table);
    expect(names).toEqual(['complaint', 'conversation', 'practice']);
    // A new one is erased by this function, and `findDue` waits for it.
    for (const name of names) expect(body).toMatch(`from ${name} `);
  });

  it('[PRV4] reaches every table that belongs to a conversation', async () => {
    const tables = await database.sql<{ table: string; cascades: boolean }>(
      `select k.conrelid::regclass::text as table, bool_or(k.confdeltype = 'c') as cascades from pg_constraint k
       where k.contype = 'f' and k.confrelid = 'conversation'::regclass group by 1 order by 1`,
    );
    const { body } = await database.one<{ body: string }>(
      `select prosrc as body from pg_proc where proname = 'erase_conversations'`,
    );
    const left = tables.filter(({ table, cascades }) => !cascades && !body.includes(`delete from ${table} `));
    expect(left).toEqual([]);
  });
});
