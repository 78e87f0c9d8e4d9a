import { consistencyProof, cosignedAt, writeCheckpointRequest, type Proof } from '@warmline/audit-log';
import { SECOND } from '@warmline/kernel';
import type { AuditExportReadModel, CheckpointCopyStore, StoredCheckpoint } from '@warmline/postgres';
import { CheckpointNotTaken, type CheckpointPlace } from './checkpoint-place';

/** For the whole request (ms). */
const ANSWER_WITHIN = 10 * SECOND;
/** A co-signature is a line or a few (characters). */
const ANSWER_MAX = 8 * 1_024;
const [OTHER_SIZE, FORK] = [409, 422];

interface WitnessSettings {
  readonly url: string;
  /** Its public key: what it answers is checked. */
  readonly key: string;
}

interface Witnessing {
  readonly hashes: Pick<AuditExportReadModel, 'loadHashes'>;
  readonly copies: Pick<CheckpointCopyStore, 'saveCosigned'>;
  /** Where a co-signed checkpoint goes besides; the folder, if there is one. */
  readonly file: (checkpoint: StoredCheckpoint) => Promise<void>;
}

/** Another server, which co-signs a checkpoint only after a proof that it goes on from the last: C2SP's tlog-witness. */
export class WitnessPlace implements CheckpointPlace {
  readonly name = 'witness';
  readonly every = 10 * SECOND;
  /** Entries that the witness has seen, as far as this process knows. */
  private seen = 0;

  constructor(
    private readonly settings: WitnessSettings,
    private readonly witnessing: Witnessing,
  ) {}

  async publish(checkpoint: StoredCheckpoint): Promise<void> {
    const first = await this.ask(checkpoint);
    // It says what it has seen; asking once more from there is enough.
    const answer = first.status === OTHER_SIZE ? await this.askFrom(checkpoint, Number(first.body)) : first;
    if (answer.status === FORK) throw new CheckpointNotTaken('another_history');
    if (answer.status !== 200) throw new CheckpointNotTaken(`answered_${answer.status}`);
    const note = checkpoint.note + answer.body;
    if (cosignedAt(note, this.settings.key) === null) throw new CheckpointNotTaken('not_its_signature');
    this.seen = checkpoint.size;
    await this.witnessing.copies.saveCosigned(checkpoint.size, note);
    await this.witnessing.file({ ...checkpoint, note });
  }

  private async askFrom(checkpoint: StoredCheckpoint, seen: number): Promise<Answer> {
    if (!Number.isSafeInteger(seen) || seen < 0) throw new CheckpointNotTaken('not_understood');
    // It has seen more than there is: this database is an older one, or was cut.
    if (seen > checkpoint.size) throw new CheckpointNotTaken('another_history');
    this.seen = seen;
    return this.ask(checkpoint);
  }

  private async ask({ size, note }: StoredCheckpoint): Promise<Answer> {
    const old = Math.min(this.seen, size);
    return this.post(writeCheckpointRequest({ old, proof: await this.proofFrom(old, size), note }));
  }

  private proofFrom(old: number, size: number): Promise<Proof> {
    return consistencyProof(old, size, (tile) => this.witnessing.hashes.loadHashes(tile));
  }

  private async post(body: string): Promise<Answer> {
    try {
      const answer = await fetch(this.settings.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      return { status: answer.status, body: (await answer.text()).slice(0, ANSWER_MAX) };
    } catch {
      throw new CheckpointNotTaken('unreachable');
    }
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}
