import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { ClientAddress, type TrustedProxies } from './client-address';
import { NetworkNames, type NetworkKeys } from './network-prefix';

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, bits);
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** Also of what is no address at all, which says nothing of who asks. */
const isPrivate = (address: string | undefined): boolean => {
  const [plain = ''] = (address ?? '').split('%');
  return isIP(plain) === 0 || PRIVATE.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
};

/** The part of a request that says where it comes from. */
export type Origin = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * The network of a request, for limits. Behind TLS there is a proxy. Where none is named in TRUSTED_PROXIES, everyone seems
 * to come from its private address, so nothing is counted by network: a stranger's flood would count against everyone.
 */
export class ClientNetwork {
  private readonly addresses: ClientAddress;
  readonly names = new NetworkNames();
  private readonly isBehindTls: boolean;
  // Naming a network takes a hash, and a handshake asks twice.
  private readonly known = new WeakMap<Origin, NetworkKeys | null>();

  constructor({
    TRUSTED_PROXIES,
    PUBLIC_URL,
  }: {
    readonly TRUSTED_PROXIES: TrustedProxies;
    readonly PUBLIC_URL: string;
  }) {
    this.addresses = new ClientAddress(TRUSTED_PROXIES);
    this.isBehindTls = new URL(PUBLIC_URL).protocol === 'https:';
  }

  /** Null where the network cannot be told from another. */
  keysOf(request: Origin): NetworkKeys | null {
    const known = this.known.get(request);
    if (known !== undefined) return known;
    const keys = this.newestKeysOf(request);
    this.known.set(request, keys);
    return keys;
  }

  /** The same, also for a connection that has lasted for longer than a key. */
  newestKeysOf(request: Origin): NetworkKeys | null {
    const address = this.addresses.of(request.socket.remoteAddress, request.headers);
    return this.isBehindTls && isPrivate(address) ? null : this.names.keysOf(address);
  }

  /** The network at the other end of a connection, before it has asked for anything. Null for a proxy, which speaks for many. */
  peerKeysOf({ remoteAddress }: Origin['socket']): NetworkKeys | null {
    if (remoteAddress === undefined || this.addresses.isTrusted(remoteAddress)) return null;
    return this.isBehindTls && isPrivate(remoteAddress) ? null : this.names.keysOf(remoteAddress);
  }
}
