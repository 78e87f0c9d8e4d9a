import { Injectable } from '@nestjs/common';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { Changes } from '../../index/changes';

/** People of one run: each is a short transaction of its own. The next run goes on after them. */
const MOST = 20;

/** Reduces the record of those who have left, once the time of their service is over. */
@Injectable()
export class LeavePeople {
  /** The last who was tried; null to begin with the first. */
  private tried: StaffId | null = null;

  constructor(
    private readonly changes: Changes,
    private readonly work: UnitOfWork,
  ) {}

  /** Harmless however often, and by however many processes. One who cannot be reduced holds up nobody, and is tried again once all others were; rejects at the end with every failure. */
  async leaveDue(): Promise<void> {
    const due = await this.work.inTransaction(({ leaving }) => leaving.loadDue(MOST, this.tried));
    this.tried = due.length < MOST ? null : (due.at(-1)?.staff ?? null);
    const failures: unknown[] = [];
    for (const leaver of due)
      await this.changes
        .commit(({ leaving }) => leaving.reduce(leaver))
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'people who have left keep their record');
  }
}
