import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../process/failure.ts';
import { parseJsonFile, parseObjects } from '../process/parse-json.ts';
import { parsePort } from '../process/ports.ts';

/** The folder this project was cloned into. */
export const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
export const DEMO_SIGN_INS = join(ROOT, 'tools/dev/stack/demo-sign-ins.json');

export interface Settings {
  /** Where `dist` and `node_modules` are. */
  readonly root: string;
  readonly dataDir: string;
  readonly logDir: string;
  /** Beside the data folder, so that a backup of the data has no key. */
  readonly keyringDir: string;
  readonly port: number;
  readonly url: string;
  /** The demo charity with its published sign-ins. Without it, a service of one's own that begins with a set-up link. */
  readonly isDemo: boolean;
  readonly logLevel: string;
  /** Servers of the operator's own, with the users they have made there. */
  readonly given: Partial<ServerUrls>;
}

/** On unless it is turned off. Anything else is a slip that would start the wrong one of the two. */
function parseDemo(text: string | undefined): boolean {
  if (text !== undefined && text !== '0' && text !== '1')
    throw new Failure(`WARMLINE_DEMO is 1 for the demo, or 0 for a service of your own, not "${text}".`);
  return text !== '0';
}

/** @param env an empty variable counts as none */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const port = parsePort(given('PORT'));
  const dataDir = resolve(ROOT, given('WARMLINE_DATA_DIR') ?? '.warmline');
  return {
    root: ROOT,
    dataDir,
    logDir: join(dataDir, 'logs'),
    keyringDir: resolve(ROOT, given('KEYRING_DIR') ?? `${dataDir}-keyring`),
    port,
    url: `http://localhost:${port}`,
    isDemo: parseDemo(given('WARMLINE_DEMO')),
    logLevel: given('LOG_LEVEL') ?? 'info',
    given: {
      databaseUrl: given('DATABASE_URL'),
      ownerDatabaseUrl: given('DATABASE_OWNER_URL'),
      adminDatabaseUrl: given('DATABASE_ADMIN_URL'),
      sequencerDatabaseUrl: given('DATABASE_SEQUENCER_URL'),
      redisUrl: given('REDIS_URL'),
      workerRedisUrl: given('WORKER_REDIS_URL'),
    },
  };
}

/** What each process connects to, as a user of its own that may do only what this process needs. */
export interface ServerUrls {
  /** Of gateway and worker. */
  readonly databaseUrl: string | undefined;
  /** Of migrate, and of nobody else. */
  readonly ownerDatabaseUrl: string | undefined;
  /** With it migrate makes the roles. */
  readonly adminDatabaseUrl: string | undefined;
  /** Of the worker, for the audit log. */
  readonly sequencerDatabaseUrl: string | undefined;
  /** Of the gateway. */
  readonly redisUrl: string | undefined;
  /** Of the worker; the gateway's by default. */
  readonly workerRedisUrl: string | undefined;
}

const NOT_OF_ALL = [
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'DATABASE_READER_URL',
  'DATABASE_SEQUENCER_URL',
];

/** This process's environment without what only `migrate` or the worker may know. */
function inherited(): NodeJS.ProcessEnv {
  const secret = new Set(NOT_OF_ALL.flatMap((name) => [name, `${name}_FILE`]));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !secret.has(name)));
}

/** What `migrate` gets beside the environment of the gateway. */
export const migrationEnvironment = (urls: ServerUrls): NodeJS.ProcessEnv => ({
  ...(process.env['DATABASE_READER_URL'] === undefined
    ? {}
    : { DATABASE_READER_URL: process.env['DATABASE_READER_URL'] }),
  DATABASE_OWNER_URL: urls.ownerDatabaseUrl,
  DATABASE_ADMIN_URL: urls.adminDatabaseUrl,
  DATABASE_SEQUENCER_URL: urls.sequencerDatabaseUrl,
});

/** The environment of gateway and worker. */
export function serviceEnvironment(
  settings: Settings,
  name: 'gateway' | 'worker',
  { databaseUrl, sequencerDatabaseUrl, redisUrl, workerRedisUrl = redisUrl }: ServerUrls,
): NodeJS.ProcessEnv {
  const { root, keyringDir, port, url, isDemo, logLevel } = settings;
  return {
    ...inherited(),
    NODE_ENV: 'production',
    PORT: String(port),
    // The demo signs in without a second factor, so it must not be reached from elsewhere.
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    ...(name === 'worker' ? { DATABASE_SEQUENCER_URL: sequencerDatabaseUrl } : {}),
    REDIS_URL: name === 'gateway' ? redisUrl : workerRedisUrl,
    REDIS_PREFIX: 'wl',
    KEYRING_DIR: keyringDir,
    VISITOR_DIR: join(root, 'dist/visitor'),
    CONSOLE_DIR: join(root, 'dist/console'),
    LAUNCHER_DIR: join(root, 'dist/launcher'),
    ...(isDemo ? { WARMLINE_DEMO: '1', DEMO_SIGN_INS_FILE: DEMO_SIGN_INS } : { WARMLINE_DEMO: '0' }),
    PUBLIC_URL: url,
    LOG_LEVEL: logLevel,
  };
}

/** A line for each person of the demo. */
export function demoSignIns(): string[] {
  return parseObjects(parseJsonFile(DEMO_SIGN_INS)).map(
    ({ role, signInName, password }) =>
      `    ${String(role).padEnd(15)}${String(signInName).padEnd(6)}${String(password)}`,
  );
}
