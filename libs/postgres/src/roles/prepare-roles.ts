import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { rolesWith, type Permission } from '@warmline/identity';
import { APP_FUNCTIONS, APP_RIGHTS, ROLES, SEQUENCER_FUNCTIONS, SEQUENCER_RIGHTS } from './role-rights';

/** Runs a statement: a client of `pg`, or a database of TypeORM. */
interface Runner {
  query(sql: string): Promise<unknown>;
}

const { owner, app, sequencer, reader } = ROLES;

const ROUNDS = 4_096;

/**
 * What Postgres stores of a password (RFC 5803). It is computed here, so that the password itself is neither sent nor logged.
 *
 * @param salt 16 random bytes
 */
export const scramVerifier = (password: string, salt: Buffer): string => {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ROUNDS, 32, 'sha256');
  const keyFor = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest();
  const [saltText, ...keys] = [salt, stored, keyFor('Server Key')].map((bytes) => bytes.toString('base64'));
  return `SCRAM-SHA-256$${ROUNDS}:${saltText}$${keys.join(':')}`;
};

/** Under names that may be used in SQL as they are. */
const createRole = (role: string): string => `
  do $$ begin
    if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role}; end if;
  end $$;`;

/** The admin must be a member of the owner to hand tables over. A superuser needs no membership. */
const JOIN_OWNER = `
  do $$ begin
    if not pg_has_role(current_user, '${owner}', 'usage') then execute format('grant ${owner} to %I', current_user); end if;
  end $$;`;

/** Hands over everything in the schema that belongs to another role. Sequences of identity columns follow their tables. */
const HAND_OVER = `
  do $$
  declare
    thing text;
  begin
    execute format('alter database %I owner to ${owner}', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to ${app}, ${sequencer}, ${reader}', current_database());
    if (select nspowner <> 'pg_database_owner'::regrole from pg_namespace where nspname = 'public') then
      alter schema public owner to pg_database_owner;
    end if;
    for thing in
      select format('%s public.%I', case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, c.relname)
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and c.relowner <> '${owner}'::regrole
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'e', 'i') and d.classid = 'pg_class'::regclass)
      union all
      select format('function %s', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proowner <> '${owner}'::regrole
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
      execute 'alter ' || thing || ' owner to ${owner}';
    end loop;
  end $$;`;

/** Makes the roles of the database where they are missing. Nobody can connect as one until it has a password. */
export const createRoles = async (admin: Runner): Promise<void> => {
  for (const role of Object.values(ROLES)) await admin.query(createRole(role));
};

/** Gives a database with all its tables to the owner. The roles must be there. Doing it again changes nothing. */
export const handOver = async (admin: Runner): Promise<void> => {
  await admin.query(JOIN_OWNER);
  await admin.query(HAND_OVER);
};

/** Lets a role connect. Without a password only where the server knows it by other means, such as its system user. */
export const allowConnections = async (
  admin: Runner,
  role: (typeof ROLES)[keyof typeof ROLES],
  password: string,
): Promise<void> => {
  const secret = password === '' ? '' : ` password '${scramVerifier(password, randomBytes(16))}'`;
  await admin.query(`alter role ${role} login${secret}`);
};

const grants = (rights: Readonly<Record<string, string>>, role: string): string =>
  Object.entries(rights)
    .map(([table, may]) => `grant ${may} on ${table} to ${role};`)
    .join('\n      ');

const calls = (functions: readonly string[], role: string): string => `
      for called in select oid::regprocedure from pg_proc
        where pronamespace = 'public'::regnamespace and proname in (${functions.map((name) => `'${name}'`).join(', ')})
      loop
        execute format('grant execute on function %s to ${role}', called);
      end loop;`;

/** Permissions that Postgres checks as well: no app alone says that two people decided. */
const CHECKED: readonly Permission[] = ['hold.decide'];

const checkedRoles = CHECKED.flatMap((permission) =>
  rolesWith(permission).map((role) => `('${permission}', '${role}')`),
).join(', ');

/**
 * Gives each role its rights on each table, view and function, and takes all others away, in one transaction: a running gateway
 * never sees a moment without them. Run it as the owner after the migrations.
 */
export const grantRights = async (database: Runner): Promise<void> => {
  await database.query(`
    do $$
    declare
      called text;
    begin
      revoke create on schema public from public;
      grant usage on schema public to ${app}, ${sequencer}, ${reader};
      revoke all on all tables in schema public from public, ${app}, ${sequencer}, ${reader};
      revoke all on all sequences in schema public from public, ${app}, ${sequencer}, ${reader};
      revoke all on all functions in schema public from public, ${app}, ${sequencer}, ${reader};
      ${grants(APP_RIGHTS, app)}
      ${grants(SEQUENCER_RIGHTS, sequencer)}
      ${calls(APP_FUNCTIONS, app)}
      ${calls(SEQUENCER_FUNCTIONS, sequencer)}
      delete from permission_role where (permission, role) not in (${checkedRoles});
      insert into permission_role (permission, role) values ${checkedRoles} on conflict do nothing;
      grant select on all tables in schema public to ${reader};
      grant select on all sequences in schema public to ${reader};
    end $$;`);
};

export interface RoleUrls {
  /** Of a superuser, or of a role that may create roles and owns the database. */
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
  /** Without one, nobody can connect as the sequencer, and no worker starts. */
  readonly sequencer?: string | undefined;
  /** Without one, nobody can connect as the reader. */
  readonly reader?: string | undefined;
}

const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

/** Makes or repairs the roles, sets the passwords that the URLs name, and gives the database to the owner. */
export const prepareRoles = async (urls: RoleUrls): Promise<void> => {
  const admin = new Client({ connectionString: urls.admin, connectionTimeoutMillis: 3_000 });
  await admin.connect();
  try {
    await createRoles(admin);
    await allowConnections(admin, owner, passwordIn(urls.owner));
    await allowConnections(admin, app, passwordIn(urls.app));
    if (urls.sequencer !== undefined) await allowConnections(admin, sequencer, passwordIn(urls.sequencer));
    if (urls.reader !== undefined) await allowConnections(admin, reader, passwordIn(urls.reader));
    await handOver(admin);
  } finally {
    await admin.end();
  }
};
