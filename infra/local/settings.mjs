import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePort } from './ports.mjs';

/** The folder this project was cloned into. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * @typedef {object} Settings
 * @property {string} root
 * @property {string} dataDir
 * @property {string} logDir
 * @property {number} port
 * @property {string} url
 * @property {string} logLevel
 * @property {string} [databaseUrl]
 * @property {string} [redisUrl]
 */

/**
 * @param {NodeJS.ProcessEnv} env an empty variable counts as none
 * @returns {Settings}
 */
export function readSettings(env) {
  const port = parsePort(env['PORT']);
  const dataDir = resolve(ROOT, env['WARMLINE_DATA_DIR'] || '.warmline');
  return {
    root: ROOT,
    dataDir,
    logDir: join(dataDir, 'logs'),
    port,
    url: `http://localhost:${port}`,
    logLevel: env['LOG_LEVEL'] || 'info',
    ...(env['DATABASE_URL'] ? { databaseUrl: env['DATABASE_URL'] } : {}),
    ...(env['REDIS_URL'] ? { redisUrl: env['REDIS_URL'] } : {}),
  };
}

/**
 * What gateway, worker and migrate find in their environment.
 *
 * @param {Settings} settings
 * @param {{ databaseUrl: string, redisUrl: string }} servers
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment({ root, dataDir, port, url, logLevel }, { databaseUrl, redisUrl }) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    // The demo signs in without a second factor, so it must not be reached from elsewhere.
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: 'wl',
    KEYRING_DIR: join(dataDir, 'keyring'),
    VISITOR_DIR: join(root, 'dist/visitor'),
    CONSOLE_DIR: join(root, 'dist/console'),
    WARMLINE_DEMO: '1',
    DEMO_SIGN_INS_FILE: join(root, 'tools/dev/stack/demo-sign-ins.json'),
    PUBLIC_URL: url,
    LOG_LEVEL: logLevel,
  };
}
