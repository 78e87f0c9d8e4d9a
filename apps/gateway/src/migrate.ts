import { database } from '@warmline/postgres';
import { configFromEnvironment } from './core/config';
import { refuseToStart } from './core/lifecycle';
import { seedDemo } from './features/setup';

/** Brings the database to the newest shape; with `--demo`, sets up the demo charity on an empty one. */
const run = async (): Promise<void> => {
  const config = configFromEnvironment();
  const opened = await database({ url: config.DATABASE_URL, poolSize: 2 }).initialize();
  try {
    const applied = await opened.runMigrations();
    const wantsDemo = process.argv.includes('--demo') && config.DEMO_SIGN_INS_FILE !== undefined;
    const seeded = wantsDemo && (await seedDemo(opened, config.DEMO_SIGN_INS_FILE ?? ''));
    process.stdout.write(`${applied.length} migrations applied${seeded ? ', demo service set up' : ''}\n`);
  } finally {
    await opened.destroy();
  }
};

run().catch(refuseToStart);
