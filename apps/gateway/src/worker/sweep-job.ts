import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { OutageStore } from '@warmline/postgres';
import { forEachSettled } from '../core/async/batch';
import { PeriodicJobs } from '../core/periodic-jobs';
import { FloodDeadlines } from '../features/flood';
import { AbandonedConversations } from './abandoned-conversations';
import { Deadlines } from './deadlines';
import { LostConnections } from './lost-connections';

/**
 * Acts on what is overdue: deadlines, silent responders, visitors who do not come back. It needs Postgres alone and runs
 * apart from everything else, so a slow Redis leaves no visitor with a responder who is gone.
 */
@Injectable()
export class SweepJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly outages: OutageStore,
    private readonly deadlines: Deadlines,
    private readonly lostConnections: LostConnections,
    private readonly abandoned: AbandonedConversations,
    private readonly floods: FloodDeadlines,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('sweep', this.jobs.timers.workerInterval, () => this.sweepOverdue());
  }

  private sweepOverdue(): Promise<void> {
    const steps = [
      () => this.lostConnections.loseSilentHolders(),
      () => this.outages.extendLeasesAfterOutage().then(() => this.deadlines.answerOverdue()),
      () => this.abandoned.endAbandoned(),
      () => this.floods.closeDue(),
    ];
    return forEachSettled(steps, (step) => step());
  }
}
