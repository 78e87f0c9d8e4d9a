import { database, type Database } from '@warmline/postgres';
import { configFromEnvironment, type Config } from './core/config';
import { refuseToStart } from './core/lifecycle';
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

/**
 * Brings the database to the newest shape. With WARMLINE_DEMO=1 it sets up the demo charity on an empty one; without, the
 * service of a charity, and a link for its first administrator. Drills and benchmarks say `--demo` instead, and bring people
 * of their own.
 */
const run = async (): Promise<void> => {
  const config = configFromEnvironment();
  const opened = await database({ url: config.DATABASE_URL, poolSize: 2 }).initialize();
  try {
    const applied = await opened.runMigrations();
    write(`${applied.length} migrations applied\n`);
    await prepareService(opened, config);
  } finally {
    await opened.destroy();
  }
};

run().catch(refuseToStart);
