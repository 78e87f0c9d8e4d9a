import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tieToThisProcess } from './leash.mjs';
import { isRoot } from './postgres-account.mjs';
import { readRecord, Roster, stopRecorded } from './roster.mjs';

/**
 * Makes a data folder and stops whatever an earlier run, now gone, left running in it.
 *
 * @param {string} dataDir
 * @returns {Promise<Roster>}
 */
export async function takeOver(dataDir) {
  // Root lends Postgres a system user, who has to pass through; everything secret in here is closed by itself.
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  await stopRecorded(readRecord(dataDir).children);
  tieToThisProcess(dataDir);
  return new Roster(dataDir);
}
