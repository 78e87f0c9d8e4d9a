// `npm run keys:rotate`: changes the main key that wraps the keyring, for what `npm start` runs or for servers of your own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inScratchFolder } from '../process/session.ts';
import { build } from '../stack/build.ts';
import { runningDatabaseUrl } from '../stack/postgres-cluster.ts';
import { readSettings, ROOT, serviceEnvironment } from '../stack/settings.ts';

/** It needs nothing but the database. */
const NO_OTHERS = {
  ownerDatabaseUrl: undefined,
  adminDatabaseUrl: undefined,
  sequencerDatabaseUrl: undefined,
  redisUrl: undefined,
  workerRedisUrl: undefined,
};

await inScratchFolder({ name: 'keys-rotate', out: process.stderr }, async (session) => {
  const settings = readSettings(process.env);
  const databaseUrl = settings.given.databaseUrl ?? runningDatabaseUrl(settings.dataDir);
  await build(session, ['gateway']);
  const urls = { ...NO_OTHERS, databaseUrl };
  const env = serviceEnvironment(settings, 'gateway', urls);
  const program = join(ROOT, 'dist/gateway/rotate-keys.js');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  return status ?? 2;
});
