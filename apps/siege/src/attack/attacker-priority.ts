import { existsSync, readFileSync } from 'node:fs';

/** How the kernel runs this process: real-time from 1 (least) to 99; 0 for everything else. */
export interface Scheduling {
  readonly realTime: number;
  /** Where `chrt` is, which changes it; null where there is none. */
  readonly chrt: string | null;
}

export interface AttackerPriority {
  /** What the attacker's command begins with. */
  readonly before: readonly string[];
  /** For the table. */
  readonly said: string;
}

/** A process of the house that wants the processor takes it from the attacker at this nice value, the lowest there is. */
export const NICEST = 19;

/**
 * A stranger's own computer takes nothing from the server's, so here the attacker runs after everyone else. A siege that runs
 * in real time hands that on to every process it starts, where a nice value means nothing: the attacker gets less of it.
 */
export const attackerPriority = ({ realTime, chrt }: Scheduling): AttackerPriority => {
  if (chrt === null) return { before: [], said: `Attackers ran at nice ${NICEST}, all others at 0.` };
  if (realTime > 1)
    return {
      before: [chrt, '--rr', '1'],
      said: `Attackers ran at real-time priority 1, all others at ${realTime}.`,
    };
  return {
    before: [chrt, '--idle', '0'],
    said: `Attackers ran when nobody else wanted the processor (SCHED_IDLE, nice ${NICEST}), all others at the usual priority.`,
  };
};

/** The 40th value of proc_pid_stat(5). The second, a name in brackets, may hold spaces. */
const REAL_TIME = 40;

/** Reads how this process is run. */
export const readScheduling = (): Scheduling => {
  const chrt = ['/usr/bin/chrt', '/bin/chrt'].find((path) => existsSync(path)) ?? null;
  try {
    const [, afterName = ''] = readFileSync('/proc/self/stat', 'utf8').split(/\) (?=\S )/);
    return { realTime: Number(afterName.split(' ')[REAL_TIME - 3] ?? 0), chrt };
  } catch {
    // Not Linux, where nobody is real-time for us.
    return { realTime: 0, chrt: null };
  }
};
