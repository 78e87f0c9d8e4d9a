import { SECOND } from '@warmline/kernel';
import type { StoredCheckpoint } from '@warmline/postgres';
import type { Config } from '../../../core/config';
import { sendWebhook } from '../../on-call';
import { CheckpointNotTaken, type CheckpointPlace } from './checkpoint-place';

type Settings = Pick<Config, 'AUDIT_CHECKPOINT_SECRET' | 'WEBHOOKS_PRIVATE'>;

/** A webhook, signed as those of on-call contacts are. */
export class WebhookPlace implements CheckpointPlace {
  readonly name = 'webhook';
  readonly every = 10 * SECOND;

  constructor(
    private readonly url: string,
    private readonly settings: Settings,
  ) {}

  async publish({ size, note, at }: StoredCheckpoint): Promise<void> {
    const { AUDIT_CHECKPOINT_SECRET: secret = '', WEBHOOKS_PRIVATE } = this.settings;
    const id = `audit-checkpoint-${size}`;
    const sentAt = Date.now();
    const body = JSON.stringify({
      ...{ type: 'warmline.audit_checkpoint', id, checkpoint: note },
      ...{ signedAt: new Date(at).toISOString(), sentAt: new Date(sentAt).toISOString() },
    });
    const result = await sendWebhook(
      { url: this.url, secret, id, body, at: Math.floor(sentAt / 1_000) },
      WEBHOOKS_PRIVATE === '1',
    );
    if (result !== 'sent') throw new CheckpointNotTaken(result);
  }
}
