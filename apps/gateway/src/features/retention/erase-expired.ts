import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@warmline/postgres';

/** Conversations of one transaction: short enough that nothing waits for it. */
const BATCH = 50;
/** Batches of one run. The next run goes on. */
const BATCHES = 40;

/** Deletes the rows of what has expired. */
@Injectable()
export class EraseExpired {
  constructor(private readonly work: UnitOfWork) {}

  /** Until nothing is left, or for 40 batches of 50. Harmless however often, and by however many processes. */
  async eraseAll(): Promise<void> {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const erased = await this.work.inTransaction(async (stores) =>
        stores.retention.eraseExpired(BATCH, await stores.now()),
      );
      if (erased < BATCH) return;
    }
  }
}
