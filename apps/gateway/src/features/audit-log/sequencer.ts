import { growLog, headOf, type CheckpointSigner } from '@warmline/audit-log';
import type { AuditLogStore } from '@warmline/postgres';

/** Rows of one transaction, at most: it is short, so that nothing waits for it. */
const BATCH = 1_000;
/** Transactions between two checkpoints, at most. */
const BATCHES_MAX = 20;

/**
 * Takes committed audit rows into the log, and signs its head. One process does this at a time: the lock says which, and the
 * epoch keeps one that was frozen from writing after another has taken over.
 */
export class Sequencer {
  private epoch: string | null = null;

  constructor(
    private readonly store: AuditLogStore,
    private readonly signer: CheckpointSigner,
  ) {}

  /** Call it under the lock of the sequencer, about once a second. It signs at most one checkpoint. */
  async sequencePending(): Promise<void> {
    try {
      this.epoch ??= await this.store.beginEpoch();
      await this.append(this.epoch);
      await this.sign(this.epoch);
    } catch (error) {
      // The next leader begins an epoch of its own.
      this.epoch = null;
      throw error;
    }
  }

  private async append(epoch: string): Promise<void> {
    for (let batch = 0; batch < BATCHES_MAX; batch += 1)
      if ((await this.store.appendPending(epoch, BATCH, growLog)) < BATCH) return;
  }

  private async sign(epoch: string): Promise<void> {
    const range = await this.store.findUnsigned(epoch);
    if (range === null) return;
    const note = this.signer.sign({ size: range.size, head: headOf(range) });
    await this.store.saveCheckpoint(epoch, range.size, note);
  }
}
