import { Client } from 'pg';
import { Scene } from '@warmline/test-kit';
import { ROLES } from '../roles/role-rights';

let scene: Scene;
let app: Client;
let conversation: Awaited<ReturnType<Scene['waiting']>>;
beforeAll(async () => {
  scene = await Scene.open();
  conversation = await scene.waiting();
  await scene.ended(conversation);
  app = new Client({ connectionString: scene.database.urlOf(ROLES.app) });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await scene.close();
});

describe('what the app could do to erase what is kept', () => {
  it.each([
    `update conversation set kek_day = '2020-01-01'`,
    `update conversation set service_id = gen_random_uuid()`,
  ])('[PRV4] is refused by Postgres: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow('is never changed');
    await app.query('select * from erase_expired(1000)');
    expect(await scene.database.count('conversation where id = $1', [conversation])).toBe(1);
  });

  it('[PRV4] is refused for every table that expires, or goes with a conversation, and that the app may change', async () => {
    const open = await scene.database.sql<{ table: string; column: string }>(
      `select c.relname::text as table, a.attname::text as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege($1, c.oid, 'update')
         and not has_table_privilege($1, c.oid, 'delete')
         and (a.attname = 'kek_day' or exists (
           select 1 from pg_constraint k
           where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = 'conversation'::regclass
             and k.confdeltype <> 'c' and k.conkey[1] = a.attnum))
         and not exists (
           select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = c.relname || '_is_fixed' and a.attnum = any (t.tgattr))`,
      [ROLES.app],
    );
    expect(open).toEqual([]);
  });

  it('[PRV4] is nothing else: the app still changes the row otherwise', async () => {
    const changed = await app.query('update conversation set kek_day = kek_day, band = band where id = $1', [
      conversation,
    ]);
    expect(changed.rowCount).toBe(1);
  });
});
