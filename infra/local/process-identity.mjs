// A pid alone says nothing: after a crash another program may have it. A pid with the moment its process started does.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {number} pid
 * @param {string} column a column of `ps -o`
 */
function askPs(pid, column) {
  const answer = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/** @param {string} stat text of /proc/PID/stat */
function startFromStat(stat) {
  // The second field is the program's name in brackets and may hold spaces, so count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === 'Z' || state === 'X') return '';
  // Ticks are counted from boot, so the boot belongs to the identity.
  return `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()}/${fields[19]}`;
}

/**
 * @param {number} pid
 * @returns {string} the same text for as long as this very process lives; '' when there is none
 */
export function identityOf(pid) {
  if (process.platform !== 'linux') return askPs(pid, 'lstart');
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat === '' ? '' : startFromStat(stat);
}

/**
 * @param {number} pid
 * @param {string} identity what `identityOf` said when the process was started
 */
export function isStill(pid, identity) {
  return identity !== '' && identityOf(pid) === identity;
}

/** @param {number} pid */
export function commandLineOf(pid) {
  const linux = readOrEmpty(`/proc/${pid}/cmdline`);
  return linux === '' ? askPs(pid, 'args') : linux.split('\0').join(' ').trim();
}
