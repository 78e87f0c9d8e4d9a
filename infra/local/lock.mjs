import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, Failure } from './failure.mjs';
import { isRoot } from './postgres-account.mjs';
import { identityOf, isStill } from './process-identity.mjs';

/** @typedef {{ pid: number, identity: string, url: string }} Holder */

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function readHolder(file) {
  try {
    const { pid, identity, url } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(pid), identity: String(identity), url: String(url) };
  } catch {
    return undefined;
  }
}

/**
 * @param {string} own
 * @param {string} lock
 * @returns {boolean}
 */
function linkIfFree(own, lock) {
  try {
    // Unlike a rename, a link never replaces what is there, and the file is whole from the first moment.
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Sets the lock of a run that is gone aside. Between the look and the move another start may have done the same and locked
 * anew: then its lock is put back.
 *
 * @param {string} lock
 */
function setStaleAside(lock) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isStill(holder.pid, holder.identity)) linkIfFree(aside, lock);
  rmSync(aside, { force: true });
}

/**
 * @param {string} dataDir
 * @param {string} url
 */
function lockFolder(dataDir, url) {
  const lock = join(dataDir, 'start.lock');
  const own = `${lock}.${process.pid}`;
  const identity = identityOf(process.pid);
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity, url }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linkIfFree(own, lock)) return () => rmSync(lock, { force: true });
      const holder = readHolder(lock);
      if (holder !== undefined && isStill(holder.pid, holder.identity)) {
        throw new Failure(
          `Warmline is already running at ${holder.url} (process ${holder.pid}): use that, or stop it first.`,
        );
      }
      setStaleAside(lock);
    }
    throw new Failure('Several starts are under way at once: wait a moment, then try again.');
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Makes this process the only one that runs on a data folder.
 *
 * @param {string} dataDir made if missing
 * @param {string} url where this run will answer, for the message to a second one
 * @returns {() => void} gives the folder free
 */
export function takeLock(dataDir, url) {
  try {
    // Root lends Postgres a system user, who has to pass through; everything secret in here is closed by itself.
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    return lockFolder(dataDir, url);
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    throw new Failure(
      `Cannot write in ${dataDir} (${code}): make it writable for you, or choose another folder with WARMLINE_DATA_DIR.`,
    );
  }
}
