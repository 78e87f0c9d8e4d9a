// `npm run bench`: builds, and measures Warmline beside its baselines on a Postgres and a Redis of this run only, both as
// durable as `npm start` has them.
//
//   npm run bench                  every figure (about ten minutes)
//   npm run bench -- P1 P2         some
//   npm run bench -- --quick       fewer people and shorter blocks: shows that it runs; do not quote it
//   npm run bench -- P9 --full     also what takes many minutes: tables of ten million entries
//   npm run bench -- P1 --profile  also leaves processor profiles of the gateways in dist/profiles
//   npm run bench -- --json        one line of JSON a figure; progress goes to standard error
import { join } from 'node:path';
import { startWarmline } from '../../../tools/dev/checks/warmline-for-tests.ts';
import { Failure } from '../../../tools/dev/process/failure.ts';
import { freePort } from '../../../tools/dev/process/ports.ts';
import { inScratchFolder, type Session } from '../../../tools/dev/process/session.ts';
import { build } from '../../../tools/dev/stack/build.ts';
import { loadBundle } from '../../../tools/dev/stack/parse-bundle.ts';
import { removeCluster } from '../../../tools/dev/stack/postgres-cluster.ts';
import { programOf } from '../../../tools/dev/stack/services.ts';
import {
  migrationEnvironment,
  readSettings,
  ROOT,
  serviceEnvironment,
  type ServerUrls,
} from '../../../tools/dev/stack/settings.ts';
import { startStack } from '../../../tools/dev/stack/stack.ts';
import type { Resources } from '../src/resources';

const args = process.argv.slice(2);

const inDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: name }).href;

/** The same servers and users, for another database. */
const urlsIn = (name: string, urls: ServerUrls): ServerUrls => {
  const moved = (url: string | undefined): string | undefined =>
    url === undefined ? undefined : inDatabase(url, name);
  return {
    ...urls,
    databaseUrl: moved(urls.databaseUrl),
    ownerDatabaseUrl: moved(urls.ownerDatabaseUrl),
    sequencerDatabaseUrl: moved(urls.sequencerDatabaseUrl),
    adminDatabaseUrl: moved(urls.adminDatabaseUrl),
  };
};

/** Starts the servers, with the means to start what is measured on them. */
async function startBenchServers({ dataDir, logDir, children, progress }: Session): Promise<Resources> {
  const stack = await startStack({
    ...{ dataDir, database: 'postgres', children, progress },
    drills: { redisPrefix: 'bench_*' },
  });
  const settings = { ...readSettings({}), dataDir, logDir, keyringDir: join(dataDir, 'keyring') };
  return {
    root: ROOT,
    scratch: dataDir,
    environment: process.env,
    databaseUrlOf: (database) => inDatabase(stack.admin.databaseUrl, database),
    redisUrl: stack.admin.redisUrl,
    environmentOf: (name, { database, port, prefix }) => {
      const urls = urlsIn(new URL(database).pathname, stack.urls);
      return {
        ...serviceEnvironment(
          { ...settings, port, url: `http://127.0.0.1:${port}` },
          name === 'migrate' ? 'gateway' : name,
          urls,
        ),
        ...(name === 'migrate' ? migrationEnvironment(urls) : {}),
        REDIS_PREFIX: prefix,
      };
    },
    gateway: programOf(ROOT, 'gateway'),
    worker: programOf(ROOT, 'worker'),
    migrate: programOf(ROOT, 'migrate'),
    npmStart: async (folder) => {
      const { child, tookMs } = await startWarmline(children, folder);
      await children.stop(child);
      return tookMs;
    },
    freePort,
    say: (line) => progress.say(line),
  };
}

const out = args.includes('--json') ? process.stderr : process.stdout;
await inScratchFolder({ name: 'bench', out, keepsLogs: true }, async (session) => {
  session.onStopped(() => {
    removeCluster(join(session.dataDir, 'start'));
    removeCluster(session.dataDir);
  });
  await build(session, ['gateway', 'visitor', 'console', 'bench']);
  const resources = await startBenchServers(session);
  const { bench, BadArguments } = await loadBundle<typeof import('../src/bench')>('bench/bench.js');
  try {
    await bench(resources, { given: args, print: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    throw error instanceof BadArguments ? new Failure(error.message) : error;
  }
  return 0;
});
