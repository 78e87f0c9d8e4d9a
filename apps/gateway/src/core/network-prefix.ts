import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { HOUR, MINUTE } from '@warmline/kernel';

/** A key of the HMAC is used this long (ms). */
export const PREFIX_KEY_LIFE = HOUR;
/** After a change of key, the key before is known for this long (ms): the longest time over which a count may reach back. */
export const PREFIX_KEY_OVERLAP = 10 * MINUTE;

const KEY_BYTES = 32;
/** 96 bits of the HMAC: enough that two networks never meet. */
const SHOWN_BYTES = 12;
const IPV6_GROUPS = 8;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an address that is valid; '::' stands for the zeros that are missing. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const [left, right] = [before ?? [], after ?? []];
  if (tail === undefined) return left;
  // An embedded IPv4 address takes the place of two groups.
  const taken = left.length + right.length + (right.at(-1)?.includes('.') === true ? 1 : 0);
  return [...left, ...Array.from({ length: Math.max(0, IPV6_GROUPS - taken) }, () => '0'), ...right];
};

/**
 * The network of an address: the first 24 bits of IPv4, the first 48 of IPv6. That is what one household, one phone network's
 * customer or one rented server usually gets. An IPv4 address in IPv6 form is IPv4. All that is no address is one network.
 */
export const networkOf = (address: string | undefined): string => {
  const [plain = ''] = (address ?? '').split('%');
  const ipv4 = MAPPED.exec(plain)?.[1] ?? plain;
  if (isIPv4(ipv4)) return `${ipv4.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return 'unknown';
  const groups = groupsOf(plain).slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
};

/** How a network is named in counts: by the key in use, and by the one before while counts may reach back to it. */
export interface NetworkKeys {
  readonly current: string;
  readonly previous: string | null;
}

/** A key of the HMAC. It is never stored, and gateways tell it to each other only. */
export interface NetworkKey {
  readonly id: string;
  readonly secret: Buffer;
  /** When it was made: Unix time, ms. */
  readonly since: number;
}

/** Clocks of gateways may differ by this much (ms). */
const CLOCKS_DIFFER = MINUTE;

const newKey = (since: number): NetworkKey => ({ id: randomUUID(), secret: randomBytes(KEY_BYTES), since });

/** Unix time (ms) that only moves forward while this process runs. */
const unixTime = (): number => performance.timeOrigin + performance.now();

/**
 * Names networks for limits, without identity: a truncated HMAC under a random key that gateways have in common. It is never
 * stored, and is replaced every hour. Once it is gone, nobody can find the address again, not even by trying all of them.
 */
export class NetworkNames {
  private key: NetworkKey;
  private before: { readonly key: NetworkKey; readonly replacedAt: number } | null = null;
  private heldUntil = 0;

  /** `now`: ms since 1970 by a clock that only moves forward. */
  constructor(private readonly now: () => number = unixTime) {
    this.key = newKey(now());
  }

  keysOf(address: string | undefined): NetworkKeys {
    this.rotate();
    const network = networkOf(address);
    return {
      current: named(network, this.key),
      previous: this.before === null ? null : named(network, this.before.key),
    };
  }

  get inUse(): NetworkKey {
    return this.key;
  }

  /** Lets go of keys whose time is over. @returns whether there is a new one */
  rotate(): boolean {
    const [now, { since }] = [this.now(), this.key];
    if (this.before !== null && now >= this.knownUntil(this.before.replacedAt)) this.before = null;
    if (now - since < PREFIX_KEY_LIFE) return false;
    this.replaceBy(newKey(now), since + PREFIX_KEY_LIFE);
    return true;
  }

  /**
   * Whether this key of another gateway is the one to use. The oldest key is, until its hour is nearly over; then one that is
   * younger. So all gateways end with the same key.
   */
  isToUse({ id, since }: Omit<NetworkKey, 'secret'>): boolean {
    const now = this.now();
    const isNearlyOver = (from: number): boolean => now - from >= PREFIX_KEY_LIFE - CLOCKS_DIFFER;
    if (id === this.key.id || isNearlyOver(since) || since > now + CLOCKS_DIFFER) return false;
    if (isNearlyOver(this.key.since)) return true;
    return since < this.key.since || (since === this.key.since && id < this.key.id);
  }

  /** Uses the key from now on, where it is the one to use. */
  use(key: NetworkKey): void {
    if (this.isToUse(key)) this.replaceBy(key, this.now());
  }

  /** While networks are asked for a proof of work, the key before is known until then (ms since 1970), an hour at most. */
  holdUntil(time: number): void {
    this.heldUntil = time;
  }

  private replaceBy(key: NetworkKey, replacedAt: number): void {
    this.before = this.now() < this.knownUntil(replacedAt) ? { key: this.key, replacedAt } : null;
    this.key = key;
  }

  /** Until when the key before is known: as long as counts may reach back to it. */
  private knownUntil(replacedAt: number): number {
    const held = Math.min(this.heldUntil, replacedAt + PREFIX_KEY_LIFE);
    return Math.max(replacedAt + PREFIX_KEY_OVERLAP, held);
  }
}

const named = (network: string, { secret }: NetworkKey): string =>
  createHmac('sha256', secret).update(network).digest().subarray(0, SHOWN_BYTES).toString('base64url');
