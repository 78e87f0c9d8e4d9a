import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { UnitOfWork } from '@warmline/postgres';
import { LOG, type Log } from '../../core/log';
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
    private readonly work: UnitOfWork,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('retention', this.jobs.timers.retentionInterval, () => this.eraseAndDestroy());
  }

  /** A step that fails holds up no other, and is an error in the log: words are kept longer than the visitor was told. */
  async eraseAndDestroy(): Promise<void> {
    const steps = [
      () => this.canaries.keepAll(),
      () => this.rows.eraseAll(),
      () => this.keys.destroyDue(),
      () => this.work.inTransaction(({ setupSaves }) => setupSaves.removeOver()),
    ];
    for (const step of steps)
      try {
        await step();
      } catch (err) {
        this.log.error(
          { err, what: 'retention' },
          'what has expired could not be erased whole: the next turn tries again',
        );
      }
  }
}
