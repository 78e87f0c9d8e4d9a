import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '@warmline/postgres';
import { settleWithin } from '../core/async/timeout';
import { PeriodicJobs } from '../core/periodic-jobs';
import { RefusalCounts } from '../core/refusal-counts';
import { SERVICE, type Service } from '../core/service-settings';

/** For the last counts to be written when the process stops (ms). */
const END_WITHIN = 2_000;

/** Writes what this gateway refused to the audit: once a minute, and at a clean stop. A process that is killed loses a minute. */
@Injectable()
export class RefusalAuditJob implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Names this process in its rows. Another start has another name. */
  private readonly gateway = randomUUID();

  constructor(
    private readonly refusals: RefusalCounts,
    private readonly work: UnitOfWork,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('refusals', this.jobs.timers.refusalAuditInterval, () => this.flush());
  }

  /** Every connection has ended by now, so nothing is refused any more. */
  async onApplicationShutdown(): Promise<void> {
    await settleWithin(END_WITHIN, this.flush().catch(this.jobs.logFailure('refusals')));
  }

  private flush(): Promise<void> {
    const by = { service: this.service.id, gateway: this.gateway };
    return this.refusals.flush(by, (facts) =>
      this.work.inTransaction((stores) => stores.refusals.saveCounts(facts)),
    );
  }
}
