import { Injectable } from '@nestjs/common';
import { OpeningJob } from '../opening';
import { boundOf, TellWaits } from './tell-waits';
import { TurnAwayWaiting } from './turn-away-waiting';
import { WaitEstimates } from './wait-estimates';

/** A look at a very long queue is followed by a rest so many times as long: matching comes first. */
const RESTS = 3;

/** One look: how long everyone waits, what they are told of it, and what that means for the door. */
@Injectable()
export class WaitingTimeJob {
  private notBefore = 0;

  constructor(
    private readonly estimates: WaitEstimates,
    private readonly promises: TellWaits,
    private readonly door: OpeningJob,
    private readonly turnAway: TurnAwayWaiting,
  ) {}

  async updateWaits(): Promise<void> {
    const began = performance.now();
    if (began < this.notBefore) return;
    await this.look();
    this.notBefore = performance.now() + RESTS * (performance.now() - began);
  }

  private async look(): Promise<void> {
    const estimates = await this.estimates.estimateAll();
    if (estimates === null) return;
    await this.promises.tellAll(estimates);
    await this.door.updateOpening(boundOf(estimates.newcomer));
    await this.turnAway.turnAwayUnreachable(estimates);
  }
}
