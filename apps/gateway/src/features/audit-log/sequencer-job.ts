import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { CheckpointSigner } from '@warmline/audit-log';
import { AuditLogStore, SequencerLock, type Database } from '@warmline/postgres';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { Sequencer } from './sequencer';

/** What keeping the audit log needs, and a worker alone has. */
export interface Sequencing {
  /** As the sequencer. */
  readonly database: Database;
  readonly signer: CheckpointSigner;
}
export const SEQUENCING = Symbol('Sequencing');

/** Keeps the audit log while this process has the lock. A process that stops or dies leaves it to the next. */
@Injectable()
export class SequencerJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly lock: SequencerLock;
  private readonly sequencer: Sequencer;

  constructor(
    private readonly jobs: PeriodicJobs,
    @Inject(SEQUENCING) { database, signer }: Sequencing,
  ) {
    this.lock = new SequencerLock(database);
    this.sequencer = new Sequencer(new AuditLogStore(database), signer);
  }

  onApplicationBootstrap(): void {
    this.jobs.start('audit log', this.jobs.timers.sequenceInterval, () =>
      this.lock.runIfLeader(() => this.sequencer.sequencePending()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.lock.release();
  }
}
