import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { MatcherLock } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { forEachSettled } from '../core/async/batch';
import { settleWithin } from '../core/async/timeout';
import { PeriodicJobs } from '../core/periodic-jobs';
import { WaitingTimeJob } from '../features/waiting-time';
import { IndexUpdater } from '../index/index-updater';
import { Matcher } from './matcher';

/** For a match to end when the process stops (ms). */
const END_WITHIN = 2_000;

/** What only the leader does: it matches, keeps the live index complete, and estimates the waits. */
@Injectable()
export class MatcherJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly hints: Hints,
    private readonly lock: MatcherLock,
    private readonly matcher: Matcher,
    private readonly index: IndexUpdater,
    private readonly waitingTime: WaitingTimeJob,
  ) {}

  onApplicationBootstrap(): void {
    const { workerInterval, waitEstimateInterval } = this.jobs.timers;
    this.hints.onRing(() => void this.matcher.matchNow().catch(this.jobs.logFailure('match')));
    this.jobs.start('match', workerInterval, () => this.matchMissed());
    // A rebuild takes a while, so the match does not wait for it. Two processes that rebuild begin again and again.
    this.jobs.start('index', workerInterval, () =>
      this.lock.runIfLeader(() => this.index.rebuildIfIncomplete()),
    );
    this.jobs.start('waiting time', waitEstimateInterval, () =>
      this.lock.runIfLeader(() => this.waitingTime.updateWaits()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, this.matcher.stop());
  }

  /** Notes and notifications may be lost: this finds what they would have told. */
  private matchMissed(): Promise<void> {
    const steps = [() => this.index.applyNotes(), () => this.matcher.matchNow()];
    return forEachSettled(steps, (step) => step());
  }
}
