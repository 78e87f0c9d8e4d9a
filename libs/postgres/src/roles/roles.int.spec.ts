import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { rolesWith } from '@warmline/identity';
import { TestDatabase } from '@warmline/test-kit';
import { database as openDatabase } from '../connection/database';
import { grantRights, handOver } from './prepare-roles';
import { APP_RIGHTS, ROLES, SEQUENCER_RIGHTS } from './role-rights';
import { ServerReadModel } from './server-read-model';

/** Rows of every table, as version 0.1.0 wrote them, when one superuser owned everything. */
const DUMP = new URL('../testing/version-0.1.0.sql', import.meta.url);

let fresh: TestDatabase;
let upgraded: TestDatabase;
beforeAll(async () => {
  fresh = await TestDatabase.clone();
  upgraded = await TestDatabase.empty();
  await upgraded.sql(await readFile(DUMP, 'utf8'));
  await handOver({ query: (sql) => upgraded.sql(sql) });
  const owned = await openDatabase({ url: upgraded.urlOf(ROLES.owner), poolSize: 1 }).initialize();
  await owned.runMigrations();
  await grantRights(owned);
  await owned.destroy();
});
afterAll(async () => {
  await fresh.close();
  await upgraded.close();
});

/** Runs one statement as a role. */
const runAs = async (role: keyof typeof ROLES, sql: string, on = fresh): Promise<unknown[]> => {
  const client = new Client({ connectionString: on.urlOf(ROLES[role]) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Rights of a role on each table and view, as Postgres lists them. */
const rightsOf = async (on: TestDatabase, role: string): Promise<Record<string, string[]>> => {
  const rows = await on.sql<{ name: string; rights: string[] }>(
    `select c.relname::text as name, coalesce(array_agg(lower(g.privilege_type)::text order by g.privilege_type)
       filter (where g.privilege_type is not null), '{}') as rights
     from pg_class c left join information_schema.role_table_grants g
       on g.table_schema = 'public' and g.table_name = c.relname and g.grantee = $1
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') group by c.relname`,
    [role],
  );
  return Object.fromEntries(rows.map(({ name, rights }) => [name, rights]));
};

const decided = {
  // TypeORM's own record of the migrations that ran.
  migrations: [],
  // With the salts, leaves could be linked to rows.
  audit_salt: [],
  ...Object.fromEntries(
    Object.entries(APP_RIGHTS).map(([name, rights]) => [name, rights.split(', ').sort()]),
  ),
};

describe('the roles of the database', () => {
  it('[AUD2] gateway and worker have exactly the rights that are decided for each table and view', async () => {
    expect(await rightsOf(fresh, ROLES.app)).toEqual(decided);
  });

  it('[AUD2] a database of version 0.1.0 gives everyone the same rights once it is upgraded', async () => {
    for (const role of [...Object.values(ROLES), 'PUBLIC'])
      expect(await rightsOf(upgraded, role)).toEqual(await rightsOf(fresh, role));
    const foreign = await upgraded.sql(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relowner <> '${ROLES.owner}'::regrole`,
    );
    expect(foreign).toEqual([]);
  });

  it('[AUD2] handing over and granting a second time changes nothing', async () => {
    const before = await rightsOf(upgraded, ROLES.app);
    await handOver({ query: (sql) => upgraded.sql(sql) });
    await grantRights({ query: (sql) => runAs('owner', sql, upgraded) });
    expect(await rightsOf(upgraded, ROLES.app)).toEqual(before);
  });

  it('[SEC1] Postgres knows the roles of the permissions table, and no other', async () => {
    await upgraded.sql(`insert into permission_role values ('hold.decide', 'responder')`);
    await grantRights({ query: (sql) => runAs('owner', sql, upgraded) });
    for (const one of [fresh, upgraded]) {
      const roles = await one.sql<{ role: string }>(
        `select role from permission_role where permission = 'hold.decide'`,
      );
      expect(roles.map(({ role }) => role).sort()).toEqual([...rolesWith('hold.decide')].sort());
    }
    await expect(
      runAs('app', `insert into permission_role values ('hold.decide', 'auditor')`),
    ).rejects.toThrow('permission denied');
  });

  it.each([
    `update audit_entry set action = 'nothing'`,
    'delete from audit_entry',
    'truncate audit_entry',
    'select 1 from audit_entry',
    'alter table audit_entry disable trigger all',
    'drop table audit_entry',
    `update timeline_entry set at = now()`,
    `update danger_ending_note set at = now()`,
    'delete from conversation',
    'delete from staff',
    'create table mine (id integer)',
    'alter table staff add column mine integer',
    `select pg_read_file('/etc/passwd')`,
    `copy (select 1) to program 'true'`,
    'create role mine',
    `set role ${ROLES.owner}`,
    'select 1 from migrations',
  ])('[AUD2] gateway and worker may not: %s', async (sql) => {
    for (const on of [fresh, upgraded])
      await expect(runAs('app', sql, on)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('[AUD2] a right that is given by mistake changes no audit row, and a superuser neither', async () => {
    const tempted = await TestDatabase.clone();
    await tempted.sql(`grant select, update, delete, truncate on audit_entry to ${ROLES.app}`);
    const changes = [
      `update audit_entry set action = 'nothing'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ];
    for (const sql of changes) {
      await expect(runAs('app', sql, tempted)).rejects.toThrow('audit rows are only added');
      await expect(tempted.sql(sql)).rejects.toThrow('audit rows are only added');
      // A migration may: it runs as the owner.
      await runAs('owner', sql, tempted);
    }
    await tempted.close();
  });

  it('[AUD2] gateway and worker may not make temporary tables', async () => {
    await expect(runAs('app', 'create temporary table mine (id integer)', upgraded)).rejects.toThrow(
      'permission denied',
    );
  });

  it('[AUD2] the reader sees every table and sequence, and changes none', async () => {
    for (const table of await fresh.tables()) await runAs('reader', `select 1 from "${table}" limit 1`);
    await expect(runAs('reader', `update staff set name = 'Mallory'`)).rejects.toThrow('permission denied');
    await expect(runAs('reader', 'create table mine (id integer)')).rejects.toThrow('permission denied');
  });

  it('[AUD2] the sequencer has exactly the rights that the audit log needs', async () => {
    const needed = Object.entries(SEQUENCER_RIGHTS).map(([name, rights]) => [
      name,
      rights.split(', ').sort(),
    ]);
    const found = Object.entries(await rightsOf(fresh, ROLES.sequencer)).filter(
      ([, rights]) => rights.length > 0,
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(needed));
  });

  it.each([
    `update audit_entry set action = 'nothing'`,
    'insert into audit_entry default values',
    'delete from audit_entry',
    'insert into audit_pending values (1)',
    `update audit_leaf set hash = ''`,
    'delete from audit_leaf',
    `update audit_checkpoint set note = ''`,
    'delete from audit_checkpoint',
    'delete from audit_key',
    'delete from audit_tree',
    'delete from audit_salt',
    'select 1 from conversation',
    'select 1 from staff',
    `select * from append_messages('{}', '{}', '{}', '{}', '{}', '{}')`,
    'create table mine (id integer)',
    `set role ${ROLES.app}`,
    `set role ${ROLES.owner}`,
  ])('[AUD2] the sequencer may not: %s', async (sql) => {
    for (const on of [fresh, upgraded])
      await expect(runAs('sequencer', sql, on)).rejects.toThrow('permission denied');
  });

  it.each([
    'select 1 from audit_pending',
    'delete from audit_pending',
    'select 1 from audit_salt',
    `insert into audit_leaf values (0, 1, '')`,
    'update audit_tree set size = 0',
    `insert into audit_checkpoint (size, note) values (0, '')`,
    `insert into audit_key (public_key) values ('')`,
    'alter table audit_entry disable trigger audit_entry_is_pending',
  ])('[AUD2] gateway and worker may not keep the log themselves: %s', async (sql) => {
    for (const on of [fresh, upgraded])
      await expect(runAs('app', sql, on)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the role that a process connects as', () => {
  const powersOf = async (url: string): Promise<readonly string[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const query = async (sql: string, parameters: unknown[]): Promise<unknown> =>
      (await client.query<Record<string, unknown>>(sql, parameters)).rows;
    const { powers } = await new ServerReadModel({ query }).loadRole();
    await client.end();
    return powers;
  };
  /** The powers of a new role, which is dropped again. */
  const powersOfNew = async (role: string, attributes: string): Promise<readonly string[]> => {
    const url = new URL(fresh.url);
    await fresh.sql(`create role ${role} login password '${url.password}' ${attributes}`);
    url.username = role;
    try {
      return await powersOf(url.href);
    } finally {
      await fresh.sql(`drop role ${role}`);
    }
  };

  it('[AUD2] the app has none of the powers that refuse a start', async () => {
    expect(await powersOf(fresh.urlOf(ROLES.app))).toEqual([]);
    expect(await powersOf(upgraded.urlOf(ROLES.app))).toEqual([]);
  });

  it('[AUD2] a superuser and the owner are recognised', async () => {
    expect(await powersOf(fresh.url)).toEqual(['is a superuser']);
    expect(await powersOf(fresh.urlOf(ROLES.owner))).toEqual(['owns the tables']);
  });

  it.each([
    ['createdb', 'has CREATEDB'],
    ['createrole', 'has CREATEROLE'],
    ['bypassrls', 'has BYPASSRLS'],
    ['replication', 'has REPLICATION'],
    [`in role ${ROLES.owner}`, 'owns the tables'],
  ])('[AUD2] a role with "%s" is recognised', async (attributes, power) => {
    expect(await powersOfNew(`someone_${attributes.replaceAll(' ', '_')}`, attributes)).toEqual([power]);
  });
});
