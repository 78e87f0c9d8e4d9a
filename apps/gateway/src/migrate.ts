import { parseArgs } from 'node:util';
import { database, grantRights, prepareRoles, type Database } from '@warmline/postgres';
import { CHARITY_LIMITS } from '@warmline/vocabulary';
import {
  BadConfiguration,
  migrationConfigFromEnvironment,
  type Config,
  type MigrationConfig,
} from './core/config';
import { refuseToStart } from './core/lifecycle';
import { requireOwner } from './core/postgres-at-start';
import { addService, prepareFirstStart, seedDemo } from './features/setup';

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

const NEW_SERVICE = ({ service, link }: { readonly service: string; readonly link: string }): string => `
  The service is set up. Start a gateway and a worker of its own with

    SERVICE_ID=${service}

  and its address as PUBLIC_URL. Then set up its first administrator with this link. It works once, for 24 hours, and nobody
  else should see it.

  ${link}

`;

/** `--new-service NAME --address URL`: one more service in this deployment. Null without. */
const wantedService = (): { readonly name: string; readonly publicUrl: string } | null => {
  const { values } = parseArgs({
    options: { 'new-service': { type: 'string' }, address: { type: 'string' } },
    strict: false,
  });
  const { 'new-service': name, address } = values;
  if (name === undefined) return null;
  if (typeof name !== 'string' || name.trim() === '' || name.length > CHARITY_LIMITS.name)
    throw new BadConfiguration(`--new-service: give its name, of up to ${CHARITY_LIMITS.name} characters.`);
  if (typeof address !== 'string' || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new BadConfiguration(
      '--address: give the address of the new service, such as https://young.example.',
    );
  return { name: name.trim(), publicUrl: address };
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
 * and a link for its first administrator. `--new-service` adds one more instead. Drills and benchmarks say `--demo` instead, and bring people of their own.
 */
const run = async (): Promise<void> => {
  const config = migrationConfigFromEnvironment();
  const wanted = wantedService();
  await makeRoles(config);
  const opened = await database({ url: config.DATABASE_OWNER_URL, poolSize: 2 }).initialize();
  try {
    await requireOwner(opened);
    const applied = await opened.runMigrations();
    await grantRights(opened);
    write(`${applied.length} migrations applied\n`);
    if (wanted === null) await prepareService(opened, config);
    else write(NEW_SERVICE(await addService(opened, wanted)));
  } finally {
    await opened.destroy();
  }
};

run().catch(refuseToStart);
