import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { settleWithin } from '../core/async/at-most';
import { PeriodicJobs } from '../core/periodic-jobs';
import { WaitingTimeJob } from '../features/waiting-time/waiting-time-job';
import { Matcher } from './matcher';

/** For a look that is under way when the process stops (ms). */
const END_WITHIN = 2_000;

/** In the worker: looks at waits and at the door often enough for both to be current, and only from the matcher's seat. */
@Injectable()
export class PromiseLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly matcher: Matcher,
    private readonly round: WaitingTimeJob,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    const { waitEstimateInterval: promiseRound } = this.rhythm.timers;
    this.stop = this.rhythm.start('promises', promiseRound, () =>
      this.matcher.ifSeated(() => this.round.updateWaits()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, this.stop?.());
  }
}
