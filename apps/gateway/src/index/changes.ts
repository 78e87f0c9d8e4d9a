import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import { IndexUpdater } from './index-updater';

/** How use cases change the truth: one transaction, and after COMMIT the live index is told to look. */
@Injectable()
export class Changes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keeper: IndexUpdater,
  ) {}

  /** Resolves after COMMIT; what it throws has changed nothing. */
  async commit<Result>(change: (stores: Stores) => Promise<Result>): Promise<Result> {
    const result = await this.work.inTransaction(change);
    this.keeper.updateSoon();
    return result;
  }
}
