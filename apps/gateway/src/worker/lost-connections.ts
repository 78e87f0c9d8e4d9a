import { Inject, Injectable } from '@nestjs/common';
import { LeaseStore, OutageStore } from '@warmline/postgres';
import { forEachSettled } from '../core/async/batch';
import { SERVICE, type Service } from '../core/service-settings';
import { Timers } from '../core/timers';
import { LoseHolder } from '../features/conversation';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND_MAX = 100;

/** Finds holders whose lease ran out, and gives their visitors back to the queue. Our own outages are no silence of theirs. */
@Injectable()
export class LostConnections {
  constructor(
    private readonly leases: LeaseStore,
    private readonly outages: OutageStore,
    private readonly loseHolder: LoseHolder,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async loseSilentHolders(): Promise<void> {
    const began = performance.now();
    await this.outages.extendLeasesAfterOutage();
    await forEachSettled(
      await this.leases.findExpiredHoldings(this.service.id, FOUND_MAX),
      async (holding) => {
        // If this process was paused in the middle, what it found may be out of date.
        if (performance.now() - began <= this.timers.outageGap) await this.loseHolder.loseExpired(holding);
      },
    );
  }
}
