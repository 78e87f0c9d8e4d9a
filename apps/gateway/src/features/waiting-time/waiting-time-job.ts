import { Injectable } from '@nestjs/common';
import { OpeningJob } from '../opening';
import { boundOf, TellWaits } from './tell-waits';
import { TurnAwayWaiting } from './turn-away-waiting';
import { WaitEstimates } from './wait-estimates';

/** After a slow run the job pauses for this many times as long, since matching comes first. */
const RESTS = 3;

/** Estimates all waits, tells visitors, and updates the opening state. */
@Injectable()
export class WaitingTimeJob {
  private notBefore = 0;

  constructor(
    private readonly estimates: WaitEstimates,
    private readonly tellWaits: TellWaits,
    private readonly openingJob: OpeningJob,
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
    await this.tellWaits.tellAll(estimates);
    await this.openingJob.updateOpening(boundOf(estimates.newcomer));
    await this.turnAway.turnAwayUnreachable(estimates);
  }
}
