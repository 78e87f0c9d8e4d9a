import { randomUUID } from 'node:crypto';
import { HOUR } from '@warmline/kernel';
import type { NetworkKeys } from '../../core/network-prefix';

/** Networks with a crowd at once, at most. Beyond that the crowd made longest ago is forgotten. */
const CROWDS_MAX = 20_000;

interface Crowd {
  readonly id: string;
  readonly since: number;
}

/**
 * Gives the chats that come from one network within an hour one random id. The id says nothing of the network, and which network has
 * which id is in this process's memory only, under names whose key dies. Several gateways give several ids.
 */
export class Crowds {
  /** In the order in which they were made. */
  private readonly crowds = new Map<string, Crowd>();

  /** `now`: ms of any clock that only moves forward. */
  constructor(private readonly now: () => number) {}

  idOf({ current, previous }: NetworkKeys): string {
    this.forgetOld();
    const known = this.crowds.get(current) ?? (previous === null ? undefined : this.crowds.get(previous));
    const crowd = known ?? { id: randomUUID(), since: this.now() };
    if (!this.crowds.has(current)) this.crowds.set(current, crowd);
    return crowd.id;
  }

  private forgetOld(): void {
    for (const [network, { since }] of this.crowds) {
      if (this.now() - since < HOUR && this.crowds.size < CROWDS_MAX) break;
      this.crowds.delete(network);
    }
  }
}
