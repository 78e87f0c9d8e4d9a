import { Injectable } from '@nestjs/common';
import { MINUTE } from '@warmline/kernel';
import { NetworkBudget } from '../../core/network-budget';
import type { NetworkKeys } from '../../core/network-prefix';

/** Contacts that one gateway counts in a minute, at most: more than a charity meets, and little work for a machine. */
export const COUNTED_A_MINUTE = 60;
/** Of those, what one network may add at once and in a minute. */
export const COUNTED_OF_NETWORK = 10;
/** Refused starts that are remembered, so that one is not counted again. */
const STARTS_MAX = 10_000;

/**
 * Bounds the count of those who were not queued. A page may say that it arrives as often as it likes, and no one is
 * asked who they are: what is beyond the bound is not counted, and costs no transaction.
 */
@Injectable()
export class ContactCountLimit {
  private since = -Infinity;
  private counted = 0;
  private readonly starts = new Set<string>();
  private readonly networks = new NetworkBudget({ burst: COUNTED_OF_NETWORK, perMinute: COUNTED_OF_NETWORK });

  /** Whether this network may still add to the count. An unknown network (null) always may. */
  mayAdd(network: NetworkKeys | null): boolean {
    return network === null || this.networks.take(network);
  }

  /** Whether this refused start is the first with its id, as far as this process remembers. */
  isNew(startId: string): boolean {
    if (this.starts.has(startId)) return false;
    if (this.starts.size >= STARTS_MAX) this.starts.clear();
    this.starts.add(startId);
    return true;
  }

  /** Whether one more is counted. `now`: ms of any clock that only moves forward. */
  mayCount(now: number = performance.now()): boolean {
    if (now - this.since >= MINUTE) [this.since, this.counted] = [now, 0];
    if (this.counted >= COUNTED_A_MINUTE) return false;
    this.counted += 1;
    return true;
  }
}
