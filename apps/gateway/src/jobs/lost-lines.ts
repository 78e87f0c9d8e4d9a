import { Injectable } from '@nestjs/common';
import { Leases, Outages } from '@warmline/postgres';
import { LoseHolder } from '../conversation/lose-holder';
import { Timers } from '../platform/timers';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;

/** Finds holdings whose holder fell silent, once it is sure that the silence was theirs. */
@Injectable()
export class LostLines {
  constructor(
    private readonly leases: Leases,
    private readonly outages: Outages,
    private readonly loseHolder: LoseHolder,
    private readonly timers: Timers,
  ) {}

  async sweep(): Promise<void> {
    const began = performance.now();
    await this.outages.forgive();
    const failures: unknown[] = [];
    for (const holding of await this.leases.expired(FOUND)) {
      // This process was paused in the middle: what it found may be old news.
      if (performance.now() - began > this.timers.outage) return;
      await this.loseHolder.run(holding).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some could not be given back');
  }
}
