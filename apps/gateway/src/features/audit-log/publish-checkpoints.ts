import type { AuditLogStore, StoredCheckpoint } from '@warmline/postgres';
import type { Config } from '../../core/config';
import { sendWebhook } from '../on-call';
import { CheckpointFolder } from './checkpoint-folder';

/** Checkpoints of one turn, at most; the next turn takes the others. */
const TURN = 500;

/** The webhook did not take a checkpoint: why, by the code that on-call messages have too. */
export class CheckpointNotTaken extends Error {}

/**
 * Takes checkpoints out of the database's reach: each into a folder, the newest to a webhook. What could not be delivered is
 * tried again at the next turn. A restart goes on after the newest checkpoint in the folder.
 */
export class PublishCheckpoints {
  private readonly folder: CheckpointFolder | null;
  /** Size of the newest checkpoint in the folder; null until it was looked up. */
  private filed: number | null = null;
  /** Size of the newest checkpoint that the webhook took. */
  private told = 0;

  constructor(
    private readonly store: AuditLogStore,
    private readonly config: Pick<
      Config,
      'AUDIT_CHECKPOINT_DIR' | 'AUDIT_CHECKPOINT_WEBHOOK' | 'AUDIT_CHECKPOINT_SECRET' | 'WEBHOOKS_PRIVATE'
    >,
  ) {
    const { AUDIT_CHECKPOINT_DIR: folder } = config;
    this.folder = folder === undefined ? null : new CheckpointFolder(folder);
  }

  /** Whether checkpoints go anywhere. */
  get hasPlace(): boolean {
    return this.folder !== null || this.config.AUDIT_CHECKPOINT_WEBHOOK !== undefined;
  }

  async fileNew(): Promise<void> {
    const { folder } = this;
    if (folder === null) return;
    this.filed ??= await folder.findNewest();
    for (const checkpoint of await this.store.findCheckpoints(this.filed, TURN)) {
      await folder.add(checkpoint);
      this.filed = checkpoint.size;
    }
  }

  /** Rejects with CheckpointNotTaken. */
  async tellNewest(): Promise<void> {
    const { AUDIT_CHECKPOINT_WEBHOOK: url } = this.config;
    if (url === undefined) return;
    const newest = await this.store.findNewestCheckpoint();
    if (newest === null || newest.size <= this.told) return;
    await this.tell(url, newest);
    this.told = newest.size;
  }

  private async tell(url: string, { size, note, at }: StoredCheckpoint): Promise<void> {
    const { AUDIT_CHECKPOINT_SECRET: secret = '', WEBHOOKS_PRIVATE } = this.config;
    const id = `audit-checkpoint-${size}`;
    const sentAt = Date.now();
    const body = JSON.stringify({
      ...{ type: 'warmline.audit_checkpoint', id, checkpoint: note },
      ...{ signedAt: new Date(at).toISOString(), sentAt: new Date(sentAt).toISOString() },
    });
    const result = await sendWebhook(
      { url, secret, id, body, at: Math.floor(sentAt / 1_000) },
      WEBHOOKS_PRIVATE === '1',
    );
    if (result !== 'sent') throw new CheckpointNotTaken(result);
  }
}
