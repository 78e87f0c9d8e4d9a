import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, Failure } from './failure.mjs';
import { canReach, isRoot } from './postgres-account.mjs';
import { outsideFolder } from './postgres-binaries.mjs';

/** @typedef {import('./postgres-account.mjs').Account} Account */

/** @param {string} path */
function kindOf(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'none';
  return stat.isSymbolicLink() ? 'link' : 'folder';
}

/**
 * @param {string} from
 * @param {string} to
 */
function move(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    rmSync(from, { recursive: true });
  }
}

/**
 * Where the cluster of a data folder lies: in it as `postgres`, or, where the user that Postgres runs as cannot enter,
 * outside with a link in its place.
 *
 * @param {string} dataDir
 * @param {Account} account
 */
export function clusterFolder(dataDir, account) {
  const inside = join(dataDir, 'postgres');
  const kind = kindOf(inside);
  if (kind === 'link') return followLink(dataDir, inside);
  if (!isRoot() || canReach(account, dataDir)) return inside;
  return moveOut(dataDir, inside);
}

/**
 * @param {string} dataDir
 * @param {string} link
 */
function followLink(dataDir, link) {
  const expected = join(outsideFolder(dataDir), 'postgres');
  if (readlinkSync(link) === expected) return expected;
  throw new Failure(
    `${dataDir} was moved or copied away from its database in ${readlinkSync(link)}: ` +
      'move it back, or delete it to begin anew.',
  );
}

/**
 * @param {string} dataDir
 * @param {string} inside
 */
function moveOut(dataDir, inside) {
  const outside = join(outsideFolder(dataDir), 'postgres');
  // What a deleted data folder left behind: its password and keys are gone with it, so nobody can read it any more, and
  // whoever deleted the folder meant it to be gone.
  rmSync(outside, { recursive: true, force: true });
  mkdirSync(dirname(outside), { recursive: true, mode: 0o755 });
  if (kindOf(inside) === 'folder') move(inside, outside);
  symlinkSync(outside, inside);
  return outside;
}

/**
 * Removes a cluster made for a short time, wherever it lies.
 *
 * @param {string} dataDir
 */
export function removeCluster(dataDir) {
  const inside = join(dataDir, 'postgres');
  if (kindOf(inside) === 'link')
    rmSync(dirname(followLink(dataDir, inside)), { recursive: true, force: true });
  rmSync(inside, { recursive: true, force: true });
}

/**
 * Whoever owns the cluster must run it: another user of this machine may have made it before root came.
 *
 * @param {string} cluster
 * @param {Account} account
 * @returns {Account}
 */
export function ownerOf(cluster, account) {
  if (!isRoot() || !existsSync(cluster)) return account;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? account : { uid, gid };
}

/**
 * @param {string} folder
 * @param {Account} account
 */
export function makeFolderFor(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
}
