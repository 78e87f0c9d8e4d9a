import { Injectable } from '@nestjs/common';
import { DoorRound } from '../opening/opening-job';
import { boundOf, KeepPromises } from './tell-waits';
import { TurnAwayWaiting } from './turn-away-waiting';
import { WaitEstimates } from './wait-estimates';

/** A look at a very long queue is followed by a rest so many times as long: matching comes first. */
const RESTS = 3;

/** One look: how long everyone waits, what they are told of it, and what that means for the door. */
@Injectable()
export class PromiseRound {
  private notBefore = 0;

  constructor(
    private readonly estimates: WaitEstimates,
    private readonly promises: KeepPromises,
    private readonly door: DoorRound,
    private readonly turnAway: TurnAwayWaiting,
  ) {}

  async run(): Promise<void> {
    const began = performance.now();
    if (began < this.notBefore) return;
    await this.look();
    this.notBefore = performance.now() + RESTS * (performance.now() - began);
  }

  private async look(): Promise<void> {
    const estimates = await this.estimates.read();
    if (estimates === null) return;
    await this.promises.run(estimates);
    await this.door.look(boundOf(estimates.newcomer));
    await this.turnAway.run(estimates);
  }
}
