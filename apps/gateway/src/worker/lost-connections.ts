import { Injectable } from '@nestjs/common';
import { LeaseStore, OutageStore } from '@warmline/postgres';
import { forEachSettled } from '../core/async/every-one';
import { Timers } from '../core/timers';
import { LoseHolder } from '../features/conversation/lose-holder';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;

/** Finds holdings whose holder fell silent, once it is sure that the silence was theirs. */
@Injectable()
export class LostConnections {
  constructor(
    private readonly leases: LeaseStore,
    private readonly outages: OutageStore,
    private readonly loseHolder: LoseHolder,
    private readonly timers: Timers,
  ) {}

  async loseSilentHolders(): Promise<void> {
    const began = performance.now();
    await this.outages.extendLeasesAfterOutage();
    await forEachSettled(await this.leases.findExpiredHoldings(FOUND), async (holding) => {
      // This process was paused in the middle: what it found may be old news.
      if (performance.now() - began <= this.timers.outageGap) await this.loseHolder.loseExpired(holding);
    });
  }
}
