import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import { IndexUpdater } from './index-updater';

/** How use cases change Postgres: in one transaction, and after COMMIT the live index is updated. */
@Injectable()
export class Changes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly index: IndexUpdater,
  ) {}

  /** Resolves after COMMIT. When it rejects, nothing has changed. */
  async commit<Result>(change: (stores: Stores) => Promise<Result>): Promise<Result> {
    const result = await this.work.inTransaction(change);
    this.index.updateSoon();
    return result;
  }
}
