import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { DestroyKeys } from './destroy-keys';
import { EraseExpired } from './erase-expired';
import { KeepCanaries } from './keep-canaries';

/** First the rows of what has expired, then the keys of days without rows. A refusal to read needs neither: it is immediate. */
@Injectable()
export class RetentionJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly rows: EraseExpired,
    private readonly keys: DestroyKeys,
    private readonly canaries: KeepCanaries,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('retention', this.jobs.timers.retentionInterval, () => this.eraseAndDestroy());
  }

  async eraseAndDestroy(): Promise<void> {
    await this.canaries.keepAll();
    await this.rows.eraseAll();
    await this.keys.destroyDue();
  }
}
