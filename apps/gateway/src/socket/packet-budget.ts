import { MINUTE } from '@warmline/kernel';
import type { BudgetSize } from '../core/network-budget';

/** A packet of this many bytes more costs one more: parsing it holds up everyone. */
const BYTES_PER_UNIT = 4_096;

/** What a packet costs: one, and one more for each 4 KB. */
export const costOf = (content: unknown): number =>
  1 + (typeof content === 'string' ? Math.floor(content.length / BYTES_PER_UNIT) : 0);

/** What one connection may send: so much at once, and so much a minute for as long as it lasts. */
export class PacketBudget {
  private left: number;
  private at: number;

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private size: BudgetSize,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = size.burst;
    this.at = now();
  }

  /** False once more was sent than there was. */
  spend(cost: number): boolean {
    const now = this.now();
    this.left =
      Math.min(this.size.burst, this.left + ((now - this.at) * this.size.perMinute) / MINUTE) - cost;
    this.at = now;
    return this.left >= 0;
  }

  /** From now on it is of this larger size; what was spent stays spent. */
  grow(size: BudgetSize): void {
    this.left += size.burst - this.size.burst;
    this.size = size;
  }

  /** From now on it is of this size, and full. */
  become(size: BudgetSize): void {
    this.size = size;
    this.left = size.burst;
  }
}

/** Packets in one payload of long-polling. A page sends what it wrote since the last one: a few. */
export const PACKETS_PER_PAYLOAD = 64;
const SEPARATOR = '\u001e';

/** Whether a payload has more packets than one may have, found without cutting it up. */
export const hasTooManyPackets = (payload: string): boolean => {
  let count = 1;
  for (let at = payload.indexOf(SEPARATOR); at !== -1; at = payload.indexOf(SEPARATOR, at + 1)) {
    count += 1;
    if (count > PACKETS_PER_PAYLOAD) return true;
  }
  return false;
};
