import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { LeavePeople } from './leave-people';

/** In the worker, as often as what has expired is erased. */
@Injectable()
export class LeavingJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly people: LeavePeople,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('leaving', this.jobs.timers.retentionInterval, () => this.people.leaveDue());
  }
}
