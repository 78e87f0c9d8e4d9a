// After a crash another program may have got the same pid. A pid together with its start time names one process only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const isRoot = (): boolean => process.getuid?.() === 0;

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param column of `ps -o` */
function askPs(pid: number, column: string): string {
  const { status, stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** @param stat text of /proc/PID/stat */
function startFromStat(stat: string): string {
  // The second field is the program's name in brackets and may hold spaces, so count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  if (state === 'Z' || state === 'X') return '';
  // The start time is counted from boot, so the boot belongs to the identity.
  return `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()}/${fields[19]}`;
}

/** The same text for as long as this very process lives; '' when there is no such process. */
export function identityOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'lstart');
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat === '' ? '' : startFromStat(stat);
}

/** @param identity what `identityOf` said when the process was started */
export const isSameProcess = (pid: number, identity: string): boolean =>
  identity !== '' && identityOf(pid) === identity;

export function commandLineOf(pid: number): string {
  const line = readOrEmpty(`/proc/${pid}/cmdline`);
  return line === '' ? askPs(pid, 'args') : line.split('\0').join(' ').trim();
}
