import { createHmac, randomBytes } from 'node:crypto';
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

interface Key {
  readonly secret: Buffer;
  readonly since: number;
}

/**
 * Names networks for limits, without identity: a truncated HMAC under a random key of this process. The key is never stored
 * or sent, and is replaced every hour. Once it is gone, nobody can find the address again, not even by trying all of them.
 */
export class NetworkNames {
  private key: Key;
  private before: Key | null = null;

  /** `now`: ms of any clock that only moves forward. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.key = { secret: randomBytes(KEY_BYTES), since: now() };
  }

  keysOf(address: string | undefined): NetworkKeys {
    this.rotate();
    const network = networkOf(address);
    return {
      current: named(network, this.key),
      previous: this.before === null ? null : named(network, this.before),
    };
  }

  private rotate(): void {
    const age = this.now() - this.key.since;
    if (age >= PREFIX_KEY_LIFE) {
      this.before = age < PREFIX_KEY_LIFE + PREFIX_KEY_OVERLAP ? this.key : null;
      this.key = { secret: randomBytes(KEY_BYTES), since: this.now() };
    } else if (age >= PREFIX_KEY_OVERLAP) this.before = null;
  }
}

const named = (network: string, { secret }: Key): string =>
  createHmac('sha256', secret).update(network).digest().subarray(0, SHOWN_BYTES).toString('base64url');
