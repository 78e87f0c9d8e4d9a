import { database, grantRights, prepareRoles, type Database } from '@warmline/postgres';
import { migrationConfigFromEnvironment, type Config, type MigrationConfig } from './core/config';
import { refuseToStart } from './core/lifecycle';
import { requireOwner } from './core/postgres-at-start';
import { prepareFirstStart, seedDemo } from './features/setup';

const FIRST_START = (link: string): string => `
  Set up the first administrator with this link. It works once, for 24 hours, and nobody else should see it.

  ${link}

  Lost it? Run this again: it makes a new link, and the old one no longer works.

`;

const write = (words: string): void => void process.stdout.write(words);

/** The demo's people where they are wanted; otherwise the link of the first administrator while there is none. */
const prepareService = async (opened: Database, config: Config): Promise<void> => {
  if (config.WARMLINE_DEMO === '1' || process.argv.includes('--demo')) {
    const file = config.DEMO_SIGN_INS_FILE;
    if (file !== undefined && (await seedDemo(opened, file))) write('demo service set up\n');
    return;
  }
  const link = await prepareFirstStart(opened, config.PUBLIC_URL);
  if (link !== null) write(FIRST_START(link));
};

const makeRoles = async (config: MigrationConfig): Promise<void> => {
  if (config.DATABASE_ADMIN_URL === undefined) return;
  await prepareRoles({
    admin: config.DATABASE_ADMIN_URL,
    owner: config.DATABASE_OWNER_URL,
    app: config.DATABASE_URL,
    sequencer: config.DATABASE_SEQUENCER_URL,
    reader: config.DATABASE_READER_URL,
  });
  write('roles prepared\n');
};

/**
 * Brings the database to the newest shape, as its owner, and says who may do what with each table. With DATABASE_ADMIN_URL it
 * makes the roles first. With WARMLINE_DEMO=1 it sets up the demo charity on an empty one; without, the service of a charity,
 * and a link for its first administrator. Drills and benchmarks say `--demo` instead, and bring people of their own.
 */
const run = async (): Promise<void> => {
  const config = migrationConfigFromEnvironment();
  await makeRoles(config);
  const opened = await database({ url: config.DATABASE_OWNER_URL, poolSize: 2 }).initialize();
  try {
    await requireOwner(opened);
    const applied = await opened.runMigrations();
    await grantRights(opened);
    write(`${applied.length} migrations applied\n`);
    await prepareService(opened, config);
  } finally {
    await opened.destroy();
  }
};

run().catch(refuseToStart);
