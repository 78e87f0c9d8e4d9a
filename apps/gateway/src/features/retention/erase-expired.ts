import { Injectable } from '@nestjs/common';
import { ERASED_KINDS, UnitOfWork, type EraseBatch } from '@warmline/postgres';
import { Failures } from './failures';

/** Conversations of one transaction: short enough that nothing waits for it. */
const BATCH = 50;
/** Batches of one run and kind. The next run goes on. */
const BATCHES = 40;

/** Deletes the rows of what has expired. */
@Injectable()
export class EraseExpired {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Until nothing is left, or for 40 batches of 50 of each kind. Harmless however often, and by however many processes. What cannot be
   * deleted holds up nothing else, and the next run tries it again. Rejects at the end, with every failure.
   */
  async eraseAll(): Promise<void> {
    const failures = new Failures();
    for (const kind of ERASED_KINDS) await this.eraseKind(kind, failures);
    failures.throwAny();
  }

  /** A batch that fails is halved, down to the one row that cannot be deleted. That one is passed over. */
  private async eraseKind(kind: EraseBatch['kind'], failures: Failures): Promise<void> {
    let [most, skip] = [BATCH, 0];
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const erased = await this.erase({ kind, most, skip }, most === 1 ? failures : new Failures());
      if (erased !== null && erased < most) return;
      if (erased !== null) continue;
      if (most === 1) skip += 1;
      most = most === 1 ? BATCH : Math.ceil(most / 2);
    }
  }

  private erase(batch: EraseBatch, failures: Failures): Promise<number | null> {
    return failures.collect(() =>
      this.work.inTransaction(async (stores) => stores.retention.eraseExpired(batch, await stores.now())),
    );
  }
}
