import { ClientNetwork, type Origin } from './client-network';

const from = (remoteAddress: string | undefined, forwarded?: string): Origin => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

const behindTls = (TRUSTED_PROXIES: readonly string[] = []): ClientNetwork =>
  new ClientNetwork({ TRUSTED_PROXIES, PUBLIC_URL: 'https://chat.example' });

describe('the network of a request', () => {
  it.each([
    '127.0.0.1',
    '::ffff:10.1.2.3',
    '192.168.1.9',
    '::1',
    'fe80::1%eth0',
    'fd00::5',
    undefined,
    'none',
  ])('[SEC5] is not counted behind TLS when it is the proxy that nobody named: %s', (address) => {
    expect(behindTls().keysOf(from(address, '203.0.113.7'))).toBeNull();
  });

  it('is that of the visitor for whom a named proxy asks', () => {
    const network = behindTls(['127.0.0.1']);
    const one = network.keysOf(from('127.0.0.1', '203.0.113.7'));
    expect(one).not.toBeNull();
    expect(network.keysOf(from('127.0.0.1', '203.0.113.9'))).toEqual(one);
    expect(network.keysOf(from('127.0.0.1', '198.51.100.1'))).not.toEqual(one);
  });

  it('is counted for every address without TLS, where pages connect directly', () => {
    const network = new ClientNetwork({ TRUSTED_PROXIES: [], PUBLIC_URL: 'http://localhost:4300' });
    expect(network.keysOf(from('127.0.0.1'))).not.toBeNull();
    expect(network.keysOf(from(undefined))).not.toBeNull();
  });

  it('has the same name whenever the same request is asked about', () => {
    const request = from('203.0.113.7');
    const network = behindTls();
    expect(network.keysOf(request)).toBe(network.keysOf(request));
  });
});
