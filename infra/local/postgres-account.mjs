import { spawnSync } from 'node:child_process';
import { Failure } from './failure.mjs';

/** @typedef {{ uid?: number, gid?: number }} Account empty for the user this process runs as */

const OWN_NAME = 'warmline-postgres';

export const isRoot = () => process.getuid?.() === 0;

/**
 * @param {string} name
 * @returns {Account | undefined}
 */
function findAccount(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** @type {readonly [string, string[]][]} the usual Linux tool, then BusyBox's */
const CREATORS = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_NAME]],
  ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', OWN_NAME]],
];

/** @returns {Account} */
function createAccount() {
  for (const [command, args] of CREATORS) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) break;
  }
  const account = findAccount(OWN_NAME);
  if (account !== undefined) return account;
  throw new Failure(
    `Postgres refuses to run as root and the system user ${OWN_NAME} could not be created: run as an ordinary user.`,
  );
}

/**
 * Whom Postgres runs as: it refuses root, so root lends it a system user, made when there is none.
 *
 * @returns {Account}
 */
export function postgresAccount() {
  if (!isRoot()) return {};
  return findAccount(OWN_NAME) ?? findAccount('postgres') ?? createAccount();
}

/**
 * Whether that user gets into a folder and may run a program. Asked by doing it: modes alone say nothing of access
 * lists, mount options or missing libraries.
 *
 * @param {Account} account
 * @param {string} folder
 * @param {string} [program]
 */
export function canReach(account, folder, program) {
  const script = program === undefined ? 'cd -- "$1"' : 'cd -- "$1" && exec "$2" --version';
  const args = ['-c', script, 'sh', folder, ...(program === undefined ? [] : [program])];
  return spawnSync('/bin/sh', args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
