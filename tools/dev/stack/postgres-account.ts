import { spawnSync } from 'node:child_process';
import { Failure } from '../process/failure.ts';
import { isRoot } from '../process/process-identity.ts';

/** Empty for the user this process runs as. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const OWN_NAME = 'warmline-postgres';

function findAccount(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** The usual Linux tool, then BusyBox's. */
const CREATORS: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_NAME]],
  ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', OWN_NAME]],
];

function createAccount(): Account {
  CREATORS.some(([command, args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
  const account = findAccount(OWN_NAME);
  if (account !== undefined) return account;
  throw new Failure(
    `Postgres refuses to run as root and the system user ${OWN_NAME} could not be created: run as an ordinary user.`,
  );
}

/** The user Postgres runs as. It refuses root, so root starts it as a system user, made when there is none. */
export function postgresAccount(): Account {
  if (!isRoot()) return {};
  return findAccount(OWN_NAME) ?? findAccount('postgres') ?? createAccount();
}

/**
 * Whether that user can enter a folder and run a program. It is asked by trying: modes alone say nothing of access lists,
 * mount options or missing libraries.
 */
export function canReach(account: Account, folder: string, program?: string): boolean {
  const script = program === undefined ? 'cd -- "$1"' : 'cd -- "$1" && exec "$2" --version';
  const args = ['-c', script, 'sh', folder, ...(program === undefined ? [] : [program])];
  return spawnSync('/bin/sh', args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
