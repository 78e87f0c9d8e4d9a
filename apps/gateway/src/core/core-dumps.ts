import { readFile } from 'node:fs/promises';
import type { Log } from './log';

/** Whether a crash would write memory to disk, by what Linux says in /proc/self/limits. */
export const dumpsCore = (limits: string): boolean => {
  const soft = /^Max core file size\s+(\S+)/m.exec(limits)?.[1];
  return soft !== undefined && soft !== '0';
};

/** Memory holds conversations, so the people who run the process are warned. Says nothing where the system does not tell. */
export const warnOfCoreDumps = async (log: Pick<Log, 'warn'>): Promise<void> => {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  if (dumpsCore(limits))
    log.warn(
      { what: 'core dumps' },
      'a crash would write memory to disk: see "Core dumps" in docs/operations.md',
    );
};
