import { Injectable } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { Leases } from '@warmline/postgres';
import { LoseHolder } from '../conversation/lose-holder';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;
/** A longer silence of this sweeper (ms) was an outage: nobody could renew, so nobody is to blame. */
const OUTAGE = 10 * SECOND;

/** Finds holdings whose holder fell silent. After an outage of our own it waits a whole lease first. */
@Injectable()
export class LostLines {
  private sweptAt: number | null = null;

  constructor(
    private readonly leases: Leases,
    private readonly loseHolder: LoseHolder,
  ) {}

  async sweep(): Promise<void> {
    if (this.sweptAt === null || performance.now() - this.sweptAt > OUTAGE) await this.leases.extendAll();
    for (const holding of await this.leases.expired(FOUND)) await this.loseHolder.run(holding);
    this.sweptAt = performance.now();
  }
}
