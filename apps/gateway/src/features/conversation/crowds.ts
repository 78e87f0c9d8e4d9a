import { createHash } from 'node:crypto';
import { HOUR } from '@warmline/kernel';
import type { NetworkKeys } from '../../core/network-prefix';

/** Networks with a crowd at once, at most. Beyond that the crowd made longest ago is forgotten. */
const CROWDS_MAX = 20_000;

interface Crowd {
  readonly id: string;
  readonly since: number;
}

/** A name in the form of a UUID. Nobody finds the name in it, and the key of the name dies within two hours. */
const idUnder = (name: string): string =>
  createHash('sha256')
    .update(`crowd ${name}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/**
 * Gives the chats that come from one network within an hour one id. It comes from a name whose key dies, so afterwards it says
 * nothing of the network. Every gateway finds the same id, since they have the key in common. Which network had which name
 * before the key changed is in this process's memory only.
 */
export class Crowds {
  /** In the order in which they were made. */
  private readonly crowds = new Map<string, Crowd>();

  /** `now`: ms of any clock that only moves forward. */
  constructor(private readonly now: () => number) {}

  idOf({ current, previous }: NetworkKeys): string {
    this.forgetOld();
    const known = this.crowds.get(current) ?? (previous === null ? undefined : this.crowds.get(previous));
    const crowd = known ?? { id: idUnder(current), since: this.now() };
    if (!this.crowds.has(current)) this.crowds.set(current, crowd);
    return crowd.id;
  }

  /** All ids that chats of this network may have now, also at a gateway that has known it for longer. */
  idsOf(network: NetworkKeys): string[] {
    const names = [network.current, ...(network.previous === null ? [] : [network.previous])];
    return [...new Set([this.idOf(network), ...names.map(idUnder)])];
  }

  private forgetOld(): void {
    for (const [network, { since }] of this.crowds) {
      if (this.now() - since < HOUR && this.crowds.size < CROWDS_MAX) break;
      this.crowds.delete(network);
    }
  }
}
