import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { CheckpointSigner } from '@warmline/audit-log';
import { HOUR } from '@warmline/kernel';
import {
  AuditExportReadModel,
  AuditLogStore,
  CheckpointCopyStore,
  SequencerLock,
  type Database,
} from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { LOG, type Log } from '../../core/log';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { CheckpointFolder } from './checkpoint-folder';
import { placesOf } from './places/places-of';
import { PublishCheckpoints } from './publish-checkpoints';
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
  private readonly copies: CheckpointCopyStore;
  private readonly publish: PublishCheckpoints;

  constructor(
    private readonly jobs: PeriodicJobs,
    @Inject(SEQUENCING) { database, signer }: Sequencing,
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    const store = new AuditLogStore(database);
    this.lock = new SequencerLock(database);
    this.sequencer = new Sequencer(store, signer);
    this.copies = new CheckpointCopyStore(database);
    const { AUDIT_CHECKPOINT_DIR: path } = config;
    const folder = path === undefined ? null : new CheckpointFolder(path);
    const means = { hashes: new AuditExportReadModel(database), copies: this.copies, folder };
    this.publish = new PublishCheckpoints({
      ...{ folder, store, copies: this.copies, places: placesOf(config, means) },
      scaled: (span) => jobs.timers.scaled(span),
    });
  }

  onApplicationBootstrap(): void {
    const { sequenceInterval, checkpointWebhookInterval } = this.jobs.timers;
    if (!this.publish.hasPlace)
      this.log.warn(
        { what: 'audit log' },
        'checkpoints are kept nowhere else: docs/operations.md names the places there can be',
      );
    this.jobs.start('audit log', sequenceInterval, () =>
      this.lock.runIfLeader(async () => {
        await this.sequencer.sequencePending();
        await this.publish.fileNew();
      }),
    );
    // Apart, and no reason to give the lock up: a receiver that does not answer holds up no entry.
    this.jobs.start('checkpoint copies', checkpointWebhookInterval, async () => {
      if (await this.lock.acquire()) await this.publish.tellNewest();
    });
    this.jobs.start('checkpoint pruning', this.jobs.timers.scaled(HOUR), async () => {
      if (await this.lock.acquire()) await this.copies.pruneCheckpoints();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.lock.release();
  }
}
