// Run beside a stack: when the process that started it is gone without having stopped its children (SIGKILL, a crash),
// stops them. Without it they would go on until somebody starts Warmline again.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { identityOf } from './process-identity.mjs';
import { readRecord, stopRecorded } from './roster.mjs';

/**
 * Ties the children recorded in a data folder to the life of this process.
 *
 * @param {string} dataDir
 */
export function tieToThisProcess(dataDir) {
  const owner = `${process.pid}/${identityOf(process.pid)}`;
  const leash = spawn(process.execPath, [fileURLToPath(import.meta.url), dataDir, owner], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  leash.unref();
  // Nothing is ever written: the pipe's end is the message, and the kernel sends it whatever became of us.
  leash.stdin.on('error', () => {});
  /** @type {import('node:net').Socket} */ (leash.stdin).unref();
}

/**
 * @param {string} dataDir
 * @param {string} owner
 */
async function waitForTheEnd(dataDir, owner) {
  for await (const _ of process.stdin);
  const record = readRecord(dataDir);
  // Another start may have taken over already, and its children are not ours.
  if (record.owner === owner) await stopRecorded(record.children);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [dataDir = '', owner = ''] = process.argv.slice(2);
  await waitForTheEnd(dataDir, owner);
}
