import { Injectable } from '@nestjs/common';
import { DoorRound } from '../door/door-round';
import { boundOf, KeepPromises } from './keep-promises';
import { TurnAwayWaiting } from './turn-away-waiting';
import { WaitEstimates } from './wait-estimates';

/** One look: how long everyone waits, what they are told of it, and what that means for the door. */
@Injectable()
export class PromiseRound {
  constructor(
    private readonly estimates: WaitEstimates,
    private readonly promises: KeepPromises,
    private readonly door: DoorRound,
    private readonly turnAway: TurnAwayWaiting,
  ) {}

  async run(): Promise<void> {
    const estimates = await this.estimates.read();
    if (estimates === null) return;
    await this.promises.run(estimates);
    await this.door.look(boundOf(estimates.newcomer));
    await this.turnAway.run(estimates);
  }
}
