import { Client } from 'pg';
import { allowConnections, createRoles, database, grantRights, handOver, ROLES } from '@warmline/postgres';

const TEMPLATE = 'warmline_template';
const DRAFT = 'warmline_template_draft';
/** Any fixed number: keeps specs of one run from migrating the template twice. */
const LOCK = 7_100;

/** The same server, another database. */
export const inDatabase = (url: string, name: string): string => {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
};

/** One statement, or several under one session, as the superuser. */
export const asSuperuser = async <Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The same server and database as another role. In a cluster made for tests all have the password of the superuser. */
export const asRole = (url: string, role: string): string => {
  const other = new URL(url);
  other.username = role;
  return other.href;
};

/** As `migrate` does it: the roles, the tables as the owner, and everyone's rights. */
const migrate = async (url: string): Promise<void> => {
  const password = decodeURIComponent(new URL(url).password);
  await asSuperuser(url, async (client) => {
    await createRoles(client);
    for (const role of Object.values(ROLES)) await allowConnections(client, role, password);
    await handOver(client);
  });
  const draft = await database({ url: asRole(url, ROLES.owner), poolSize: 1 }).initialize();
  await draft.runMigrations();
  await grantRights(draft);
  await draft.destroy();
};

/** Returns the name of the template. The first caller of a run migrates it. */
export const templateDatabase = (url: string): Promise<string> =>
  asSuperuser(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${DRAFT} with (force)`);
      await client.query(`create database ${DRAFT}`);
      await migrate(inDatabase(url, DRAFT));
      await client.query(`alter database ${DRAFT} rename to ${TEMPLATE}`);
    }
    return TEMPLATE;
  });
