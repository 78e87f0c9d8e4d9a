import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import { IndexKeeper } from './index-keeper';

/** How use cases change the truth: one transaction, and after COMMIT the live index is told to look. */
@Injectable()
export class Changes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keeper: IndexKeeper,
  ) {}

  /** Resolves after COMMIT; what it throws has changed nothing. */
  async commit<Result>(change: (stores: Stores) => Promise<Result>): Promise<Result> {
    const result = await this.work.inTransaction(change);
    this.keeper.kick();
    return result;
  }
}
