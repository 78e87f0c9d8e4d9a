import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from './failure.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { clusterFolder, makeFolderFor, ownerOf } from './postgres-data.mjs';
import { newPassword, readSecret, writeSecret } from './secret-file.mjs';

/** @typedef {import('./postgres-account.mjs').Account} Account */

/**
 * @typedef {object} Cluster
 * @property {string} native folder of the binaries
 * @property {string} folder
 * @property {Account} account whom it runs as
 * @property {string} password of the superuser
 */

export const SUPERUSER = 'postgres';

/**
 * The cluster of a data folder, made if there is none; not yet running.
 *
 * @param {string} dataDir
 * @returns {Promise<Cluster>}
 */
export async function readyCluster(dataDir) {
  const lent = postgresAccount();
  const folder = clusterFolder(dataDir, lent);
  const account = ownerOf(folder, lent);
  const native = postgresBinaries(account);
  const passwordFile = join(dataDir, 'postgres.password');
  const isMade = existsSync(join(folder, 'PG_VERSION'));
  const known = readSecret(passwordFile);
  if (isMade && known === '') {
    throw new Failure(`${passwordFile} is missing: put it back, or delete ${dataDir} to begin anew.`);
  }
  const cluster = { native, folder, account, password: isMade ? known : newPassword() };
  if (!isMade) {
    writeSecret(passwordFile, cluster.password);
    await makeCluster(cluster);
  }
  return cluster;
}

/** @param {Cluster} cluster */
async function makeCluster({ native, folder, account, password }) {
  // Made beside its place and renamed: a start that was interrupted leaves nothing half made behind.
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.first-password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  makeFolderFor(unfinished, account);
  writeSecret(passwordFile, password, account);
  try {
    await initialise({ native, account, unfinished, passwordFile });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/** @param {{ native: string, account: Account, unfinished: string, passwordFile: string }} task */
async function initialise({ native, account, unfinished, passwordFile }) {
  const args = [`--pgdata=${unfinished}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  args.push('--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8');
  // Sorting must be the same on every machine, whatever languages its system has.
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  try {
    await promisify(execFile)(join(native, 'bin', 'initdb'), args, { ...account, cwd: '/', env });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const reason = words.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? 'no reason given';
    throw new Failure(`Postgres could not make its data folder (${reason.trim()}).`);
  }
}
