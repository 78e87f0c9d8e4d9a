import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config';
import { FairQueue, type Asker, type Turn } from './fair-queue';

/** A page's line is cut when it hears nothing for 8 s, so both waits together end before (ms). */
const COMMAND_WAITS_MOST = 4_000;
const DATABASE_WAITS_MOST = 3_000;

/** Strangers' commands at once, and what may wait. One page needs one at a time, and a few more when it comes back. */
const COMMANDS = {
  running: 128,
  runningPerSender: 4,
  waitingPerSender: 64,
  waiting: 5_000,
  // As many as pages may be connected by default, and one page is urgent at its start only: room for everyone in danger.
  waitingUrgent: 20_000,
  waitsMost: COMMAND_WAITS_MOST,
};

/** Of the connections to Postgres, visitors' commands use at most this many at once, and never all of them. */
export const databaseTurns = (pool: number): number => Math.max(1, Math.floor((pool * 3) / 4));

/**
 * Turns of visitors' commands. Who they are is not known, so their commands run at most so many at once, and use at most three
 * quarters of the connections to Postgres. Staff and sign-in share all of them, and always find one that no visitor's command holds.
 * Who waits too long is told so, and their page tries again. An urgent command goes first, in every second turn while others
 * wait, and is not refused for how long it waits.
 */
@Injectable()
export class VisitorTurns {
  private readonly commands = new FairQueue(COMMANDS);
  private readonly database: FairQueue;

  constructor(@Inject(CONFIG) { DATABASE_POOL }: Pick<Config, 'DATABASE_POOL'>) {
    this.database = new FairQueue({
      ...COMMANDS,
      running: databaseTurns(DATABASE_POOL),
      waitsMost: DATABASE_WAITS_MOST,
    });
  }

  runCommand<Answer>(asker: Asker, work: () => Promise<Answer>): Promise<Turn<Answer>> {
    return this.commands.run(asker, work);
  }

  /** For work that asks Postgres, except to store a message, which has a connection of its own. Never one inside another. */
  useDatabase<Answer>(asker: Asker, work: () => Promise<Answer>): Promise<Turn<Answer>> {
    return this.database.run(asker, work);
  }
}
