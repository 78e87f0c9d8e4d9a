import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { ConnectOptions } from './page';

/** Two bytes, written without a leading zero. */
const group = (): number => randomInt(0x1000, 0x10000);

/** Where pages of a test come from: addresses and a browser that nobody else has, to look for afterwards. */
export interface CanaryNetwork {
  /** Headers of a request that came through a proxy on 127.0.0.1. */
  readonly headers: Readonly<Record<string, string>>;
  readonly throughProxy: ConnectOptions;
  /** Straight from an address of this machine. */
  readonly direct: ConnectOptions;
  /** By name, every form in which the addresses and the browser might be kept. */
  readonly traces: Readonly<Record<string, readonly Buffer[]>>;
}

/** As text, and as hashes that trying all addresses would open. */
const formsOf = (text: string): Buffer[] => {
  const hashes = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(text).digest());
  const binary = [Buffer.from(text), ...hashes];
  return binary.flatMap((bytes) => [
    bytes,
    ...['hex' as const, 'base64' as const, 'base64url' as const].map((encoding) =>
      Buffer.from(bytes.toString(encoding).replace(/=+$/, '')),
    ),
  ]);
};

export const aCanaryNetwork = (): CanaryNetwork => {
  const groups = [0x2001, 0xdb8, ...Array.from({ length: 6 }, group)];
  const forwarded = groups.map((each) => each.toString(16)).join(':');
  const network = groups.slice(0, 3).map((each) => each.toString(16));
  const packed = Buffer.from(groups.flatMap((each) => [each >> 8, each & 0xff]));
  const host = [127, randomInt(2, 250), randomInt(2, 250), randomInt(2, 250)];
  const localAddress = host.join('.');
  const browser = `Canary/1 (${randomBytes(9).toString('hex')})`;
  const headers = { 'user-agent': browser, 'x-forwarded-for': forwarded };
  return {
    headers,
    throughProxy: { extraHeaders: headers },
    // The client hands what it does not know to the request beneath.
    direct: { extraHeaders: { 'user-agent': browser }, ...{ localAddress } },
    traces: {
      'the address a proxy named': [...formsOf(forwarded), packed, Buffer.from(packed.toString('hex'))],
      'the network a proxy named': [...formsOf(`${network.join(':')}::/48`), Buffer.from(network.join(':'))],
      'the address of the connection': formsOf(localAddress),
      'the network of the connection': [
        ...formsOf(`${host.slice(0, 3).join('.')}.0/24`),
        Buffer.from(`${host.slice(0, 3).join('.')}.`),
      ],
      'the browser': formsOf(browser),
    },
  };
};
