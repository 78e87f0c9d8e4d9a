import { database } from '@warmline/postgres';
import { configFromEnvironment } from './core/config';
import { refuseToStart } from './core/lifecycle';
import { seedDemo } from './features/setup';

/**
 * Brings the database to the newest shape; with WARMLINE_DEMO=1, sets up the demo charity on an empty one. Drills and
 * benchmarks say `--demo` instead, and bring people of their own.
 */
const run = async (): Promise<void> => {
  const config = configFromEnvironment();
  const opened = await database({ url: config.DATABASE_URL, poolSize: 2 }).initialize();
  try {
    const applied = await opened.runMigrations();
    const wantsDemo = config.WARMLINE_DEMO === '1' || process.argv.includes('--demo');
    const file = wantsDemo ? config.DEMO_SIGN_INS_FILE : undefined;
    const seeded = file !== undefined && (await seedDemo(opened, file));
    process.stdout.write(`${applied.length} migrations applied${seeded ? ', demo service set up' : ''}\n`);
  } finally {
    await opened.destroy();
  }
};

run().catch(refuseToStart);
