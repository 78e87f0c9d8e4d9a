import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { delayLeft, wrongTriesAt } from '@warmline/identity';
import { SECOND, type StaffId } from '@warmline/kernel';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import { Busy } from '../../session/hash-queue';

/** Codes of one person that wait at once in this process, the one that is compared among them. */
const WAITING_OF_ONE = 3;

export interface CodeTry {
  readonly staff: StaffId;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Whether the code is right; it uses it up. */
  readonly compare: (stores: Stores) => Promise<boolean>;
}

/**
 * Compares codes one at a time for each person, over all their sessions and all gateways. The delay after wrong ones is judged
 * under the same lock before a code is compared, and a new half session does not reset it.
 */
@Injectable()
export class CodeTries {
  private readonly waiting = new Map<StaffId, number>();

  constructor(private readonly work: UnitOfWork) {}

  /** Whether the code is right. Rejects with Busy when too many of this person wait, or when the asker has gone. */
  async isRight(tried: CodeTry): Promise<boolean> {
    const { staff, signal } = tried;
    const others = this.waiting.get(staff) ?? 0;
    if (others >= WAITING_OF_ONE) throw new Busy(1);
    this.waiting.set(staff, others + 1);
    try {
      return await this.compareInTurn(tried);
    } catch (error) {
      throw signal.aborted ? new Busy(1) : error;
    } finally {
      this.forgetOne(staff);
    }
  }

  private async compareInTurn(tried: CodeTry): Promise<boolean> {
    for (;;) {
      const told = await this.work.inTransaction((stores) => this.compareNow(stores, tried));
      if (typeof told === 'boolean') return told;
      await delay(Math.min(told, SECOND), null, { signal: tried.signal });
    }
  }

  /** Whether it is right, or how long it has still to wait (ms): then nothing was compared. */
  private async compareNow(stores: Stores, { staff, compare }: CodeTry): Promise<boolean | number> {
    const tries = await stores.codeTries.lock(staff);
    const now = await stores.now();
    const left = delayLeft(tries, now);
    if (left > 0) return left;
    const isRight = await compare(stores);
    await stores.codeTries.keep(staff, isRight ? 0 : wrongTriesAt(tries, now) + 1);
    return isRight;
  }

  private forgetOne(staff: StaffId): void {
    const left = (this.waiting.get(staff) ?? 0) - 1;
    if (left > 0) this.waiting.set(staff, left);
    else this.waiting.delete(staff);
  }
}
