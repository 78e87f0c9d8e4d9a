import { Injectable } from '@nestjs/common';
import { MINUTE } from '@warmline/kernel';

/** Contacts that one gateway counts in a minute, at most: more than a charity meets, and little work for a machine. */
export const COUNTED_A_MINUTE = 60;

/**
 * Bounds the count of those who were not queued. A page may say that it arrives as often as it likes, and no one is
 * asked who they are: what is beyond the bound is not counted, and costs no transaction.
 */
@Injectable()
export class ContactCountLimit {
  private since = -Infinity;
  private counted = 0;

  /** Whether one more is counted. `now`: ms of any clock that only moves forward. */
  mayCount(now: number = performance.now()): boolean {
    if (now - this.since >= MINUTE) [this.since, this.counted] = [now, 0];
    if (this.counted >= COUNTED_A_MINUTE) return false;
    this.counted += 1;
    return true;
  }
}
