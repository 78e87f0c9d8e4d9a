import { Injectable } from '@nestjs/common';
import { Leases } from '@warmline/postgres';
import { LoseHolder } from '../conversation/lose-holder';
import { Timers } from '../platform/timers';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;

/** Finds holdings whose holder fell silent. After an outage of our own it waits a whole lease first. */
@Injectable()
export class LostLines {
  private sweptAt: number | null = null;

  constructor(
    private readonly leases: Leases,
    private readonly loseHolder: LoseHolder,
    private readonly timers: Timers,
  ) {}

  async sweep(): Promise<void> {
    if (this.sweptAt === null || performance.now() - this.sweptAt > this.timers.outage)
      await this.leases.extendAll();
    for (const holding of await this.leases.expired(FOUND)) await this.loseHolder.run(holding);
    this.sweptAt = performance.now();
  }
}
