import { isHarmed, isMachineTooSlow, missed } from './measure/judge';
import { lastLine, tableOf } from './measure/table';
import type { Servers } from './servers';
import { parseSettings } from './settings';
import { Siege } from './siege';

export { BadOption } from './settings';

/** What apps/siege/run hands over. */
export interface Call {
  readonly args: readonly string[];
  /** Starts Postgres and Redis for this run. */
  readonly startServers: () => Promise<Servers>;
}

/** Exit code of a siege after which the gateway was another process, or kept files open. */
export const HARMED = 2;
/** Exit code of a siege that could say nothing: the machine is too slow. */
export const TOO_SLOW = 3;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** @returns the exit code: 0 every goal is met, 1 some are missed, HARMED, or TOO_SLOW to say which */
export const runSiege = async ({ args, startServers }: Call): Promise<number> => {
  const settings = parseSettings(args);
  say(`  seed ${settings.seed}`);
  const siege = new Siege({ servers: await startServers(), settings, say });
  const rows = await siege.run();
  process.stdout.write(`\n${tableOf(rows)}\n\n${siege.terms}\n\n${lastLine(settings.seed, rows)}\n`);
  if (rows.some(isHarmed)) {
    say('  The gateway ended, or kept files open.');
    return HARMED;
  }
  if (isMachineTooSlow(rows)) {
    say('  The machine is too slow to judge by.');
    return TOO_SLOW;
  }
  return rows.every((row) => missed(row).length === 0) ? 0 : 1;
};
