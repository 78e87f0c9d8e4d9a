import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PeriodicJobs } from '../core/periodic-jobs';
import { ConversationClocks } from '../features/conversation';

/** Takes the steps of silences and of the length of conversations. Postgres keeps the time, so a restart loses none. */
@Injectable()
export class ConversationClockJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly clocks: ConversationClocks,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('conversation clocks', this.jobs.timers.workerInterval, () => this.clocks.takeDueSteps());
  }
}
