import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  readonly logLevel: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
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
    logLevel: given('LOG_LEVEL') ?? 'info',
    databaseUrl: given('DATABASE_URL'),
    redisUrl: given('REDIS_URL'),
  };
}

export interface ServerUrls {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** The environment of gateway, worker and migrate. */
export function serviceEnvironment(
  settings: Settings,
  { databaseUrl, redisUrl }: ServerUrls,
): NodeJS.ProcessEnv {
  const { root, keyringDir, port, url, logLevel } = settings;
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    // The demo signs in without a second factor, so it must not be reached from elsewhere.
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: 'wl',
    KEYRING_DIR: keyringDir,
    VISITOR_DIR: join(root, 'dist/visitor'),
    CONSOLE_DIR: join(root, 'dist/console'),
    WARMLINE_DEMO: '1',
    DEMO_SIGN_INS_FILE: DEMO_SIGN_INS,
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
