// Runs as a process beside the servers. When the process that started them is gone without having stopped them (SIGKILL, a
// crash), it stops them.
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ownerName, readChildRecord } from './child-processes.ts';
import { stopAll } from './stop-process.ts';

const BOOTSTRAP = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url));
const SELF = fileURLToPath(import.meta.url);

/** Ties the children listed in a data folder to the life of this process. */
export function startOrphanGuard(dataDir: string): void {
  const guard = spawn(process.execPath, [BOOTSTRAP, SELF, dataDir, ownerName()], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  guard.stdin.on('error', () => {});
  // Nothing is ever written: the kernel closes the pipe when this process ends, however it ends.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
}

async function guardOrphans(dataDir: string, owner: string): Promise<void> {
  for await (const _ of process.stdin);
  const record = readChildRecord(dataDir);
  // If another run has the folder by now, the list is of its children.
  if (record.owner === owner) await stopAll(record.children);
}

if (process.argv[1] === SELF) {
  const [dataDir = '', owner = ''] = process.argv.slice(2);
  await guardOrphans(dataDir, owner);
}
