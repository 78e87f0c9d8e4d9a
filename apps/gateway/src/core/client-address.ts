import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Proxies whose word about an address is believed: addresses, or networks such as `10.0.0.0/8`. */
export type TrustedProxies = readonly string[];

/** The list of an environment variable: addresses and networks, separated by commas. Null when one is neither. */
export const parseProxies = (listed: string): string[] | null => {
  const proxies = listed
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '');
  return proxies.every(isAddressOrNetwork) ? proxies : null;
};

const isAddressOrNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  const most = isIPv6(address) ? 128 : 32;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Some proxies name the port too: `203.0.113.7:51234`, `[2001:db8::1]:51234`. */
const withoutPort = (hop: string): string =>
  /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(hop)?.[1] ??
  /^\[([^\]]{2,45})\](?::\d{1,5})?$/.exec(hop)?.[1] ??
  hop;

/**
 * The address a request comes from, for limits only: it is never stored or logged. A proxy that is trusted says for whom it
 * asks; what anyone else writes into the header is ignored.
 */
export class ClientAddress {
  private readonly trusted = new BlockList();
  private readonly hasProxies: boolean;

  constructor(proxies: TrustedProxies) {
    this.hasProxies = proxies.length > 0;
    for (const proxy of proxies) {
      const [address = '', bits] = proxy.split('/');
      if (bits === undefined) this.trusted.addAddress(address, familyOf(address));
      else this.trusted.addSubnet(address, Number(bits), familyOf(address));
    }
  }

  /** `peer`: the other end of the connection. */
  of(peer: string | undefined, headers: IncomingHttpHeaders): string | undefined {
    if (peer === undefined || !this.isTrusted(peer)) return peer;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const named = forwarded.map((hop) => withoutPort(hop.trim())).filter((hop) => hop !== '');
    // The last one that is none of our proxies: whatever comes before it was written by a stranger.
    return named.filter((hop) => !this.isTrusted(hop)).at(-1) ?? peer;
  }

  /** Whether it is one of our proxies. */
  isTrusted(address: string): boolean {
    if (!this.hasProxies) return false;
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return isIP(plain) !== 0 && this.trusted.check(plain, familyOf(plain));
  }
}
