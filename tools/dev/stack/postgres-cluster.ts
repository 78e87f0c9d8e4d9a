import { execFile } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, Failure } from '../process/failure.ts';
import { isRoot } from '../process/process-identity.ts';
import { canReach, postgresAccount, type Account } from './postgres-account.ts';
import { outsideFolder, postgresBinaries } from './postgres-binaries.ts';
import { newPassword, readSecret, writeSecret } from './secret-file.ts';

export const SUPERUSER = 'postgres';

/** A database folder with what is needed to start a server on it. */
export interface Cluster {
  /** Folder of the binaries. */
  readonly native: string;
  readonly folder: string;
  /** The user it runs as. */
  readonly account: Account;
  /** Of the superuser. */
  readonly password: string;
}

/** The cluster's folder: in the data folder, or outside with a link if the user of Postgres cannot enter it. */
export function clusterFolder(dataDir: string, account: Account): string {
  const inside = join(dataDir, 'postgres');
  if (lstatSync(inside, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    return followLink(dataDir, inside);
  return isRoot() && !canReach(account, dataDir) ? moveOut(dataDir, inside) : inside;
}

function followLink(dataDir: string, link: string): string {
  const expected = join(outsideFolder(dataDir), 'postgres');
  const actual = readlinkSync(link);
  if (actual === expected) return expected;
  throw new Failure(
    `${dataDir} was moved or copied away from its database in ${actual}: move it back, or delete it to start again.`,
  );
}

function moveOut(dataDir: string, inside: string): string {
  const outside = join(outsideFolder(dataDir), 'postgres');
  // What is here belonged to a data folder that was deleted, together with its password and keys: nobody can read it.
  rmSync(outside, { recursive: true, force: true });
  mkdirSync(dirname(outside), { recursive: true, mode: 0o755 });
  if (existsSync(inside)) moveFolder(inside, outside);
  symlinkSync(outside, inside);
  return outside;
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    rmSync(from, { recursive: true });
  }
}

/** Removes the cluster of a temporary data folder, also if it is outside. */
export function removeCluster(dataDir: string): void {
  const inside = join(dataDir, 'postgres');
  if (lstatSync(inside, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    rmSync(dirname(followLink(dataDir, inside)), { recursive: true, force: true });
  }
  rmSync(inside, { recursive: true, force: true });
}

/** Its owner must run a cluster: an ordinary user may have made it before root came. */
function ownerOf(folder: string, account: Account): Account {
  if (!isRoot() || !existsSync(folder)) return account;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? account : { uid, gid };
}

/** The cluster of a data folder, made if there is none. It is not running yet. */
export async function readyCluster(dataDir: string): Promise<Cluster> {
  const lent = postgresAccount();
  const folder = clusterFolder(dataDir, lent);
  const account = ownerOf(folder, lent);
  const native = postgresBinaries(account);
  const passwordFile = join(dataDir, 'postgres.password');
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const password = readSecret(passwordFile);
    if (password !== '') return { native, folder, account, password };
    throw new Failure(`${passwordFile} is missing: put it back, or delete ${dataDir} to start again.`);
  }
  const cluster = { native, folder, account, password: newPassword() };
  writeSecret(passwordFile, cluster.password);
  await makeCluster(cluster);
  return cluster;
}

async function makeCluster({ native, folder, account, password }: Cluster): Promise<void> {
  // Made in another folder and renamed: an interrupted start leaves nothing half made behind.
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.first-password`;
  for (const leftover of [unfinished, folder]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(unfinished, account.uid, account.gid);
  writeSecret(passwordFile, password, account);
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
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/**
 * The database of a data folder while `npm start` runs it, with the rights of the app.
 *
 * @throws Failure when it does not run
 */
export function runningDatabaseUrl(dataDir: string): string {
  const file = join(clusterFolder(dataDir, postgresAccount()), 'postmaster.pid');
  const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[3] : undefined;
  const password = readSecret(join(dataDir, 'postgres.password'));
  if (port === undefined || password === '')
    throw new Failure(
      `Nothing runs in ${dataDir}: start Warmline first, or give DATABASE_URL and KEYRING_DIR of your own servers.`,
    );
  const role = encodeURIComponent('-c role=warmline_app');
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/warmline?options=${role}`;
}
