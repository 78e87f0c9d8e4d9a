import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChildProcesses, readChildRecord } from './child-processes.ts';
import { errorCode, Failure } from './failure.ts';
import { startOrphanGuard } from './orphan-guard.ts';
import { parseObjectFile } from './parse-json.ts';
import { identityOf, isRoot, isSameProcess } from './process-identity.ts';
import { stopAll } from './stop-process.ts';

/** Makes a data folder with its folder of logs. */
export function makeDataDir(dataDir: string): void {
  // Root starts Postgres as a system user, who has to pass through; everything secret in here is closed by itself.
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
}

/** Stops the children that an earlier run left behind in a data folder, and guards those of this run. */
export async function reclaimDataDir(dataDir: string): Promise<ChildProcesses> {
  makeDataDir(dataDir);
  await stopAll(readChildRecord(dataDir).children);
  startOrphanGuard(dataDir);
  return new ChildProcesses(dataDir);
}

interface Holder {
  readonly pid: number;
  readonly identity: string;
  readonly url: string;
}

/** The run that holds a lock, if it is still alive. */
function liveHolder(lock: string): Holder | undefined {
  const { pid, identity = '', url } = parseObjectFile(lock);
  const holder = { pid: Number(pid), identity: String(identity), url: String(url) };
  return isSameProcess(holder.pid, holder.identity) ? holder : undefined;
}

function linkIfFree(own: string, lock: string): boolean {
  try {
    // A link never replaces a file, unlike a rename, and the file is whole from the first moment.
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a run that is gone. If another run has just taken it, that lock is put back. */
function removeStale(lock: string): void {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (liveHolder(aside) !== undefined) linkIfFree(aside, lock);
  rmSync(aside, { force: true });
}

function takeLock(lock: string, url: string): void {
  const own = `${lock}.${process.pid}`;
  const holder: Holder = { pid: process.pid, identity: identityOf(process.pid), url };
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linkIfFree(own, lock)) return;
      const other = liveHolder(lock);
      if (other !== undefined) {
        throw new Failure(
          `Warmline is already running at ${other.url} (process ${other.pid}): use that, or stop it first.`,
        );
      }
      removeStale(lock);
    }
    throw new Failure('Several starts are under way at once: wait a moment, then try again.');
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Makes this process the only one that runs on a data folder. The folder is made if missing.
 *
 * @param url where this run will answer, for the message to a second one
 * @returns a function that frees the folder
 */
export function lockDataDir(dataDir: string, url: string): () => void {
  const lock = join(dataDir, 'start.lock');
  try {
    makeDataDir(dataDir);
    takeLock(lock, url);
    return () => rmSync(lock, { force: true });
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    throw new Failure(
      `Cannot write in ${dataDir} (${code}): make it writable for you, or choose another folder with WARMLINE_DATA_DIR.`,
    );
  }
}
