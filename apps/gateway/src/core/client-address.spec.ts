import type { IncomingHttpHeaders } from 'node:http';
import { ClientAddress, parseProxies } from './client-address';

const forwarded = (list: string): IncomingHttpHeaders => ({ 'x-forwarded-for': list });

describe('the address of a request', () => {
  it('is the peer, whatever a stranger writes into the header', () => {
    expect(new ClientAddress([]).of('203.0.113.7', forwarded('198.51.100.1'))).toBe('203.0.113.7');
    expect(new ClientAddress(['127.0.0.1']).of('203.0.113.7', forwarded('198.51.100.1'))).toBe('203.0.113.7');
  });

  it('is the last one in the header that is none of our proxies, when a trusted proxy asks', () => {
    const address = new ClientAddress(['127.0.0.1', '10.0.0.0/8']);
    expect(address.of('::ffff:127.0.0.1', forwarded('192.0.2.9, 198.51.100.1, 10.2.3.4'))).toBe(
      '198.51.100.1',
    );
    expect(address.of('127.0.0.1', forwarded('10.2.3.4'))).toBe('127.0.0.1');
    expect(address.of('127.0.0.1', {})).toBe('127.0.0.1');
  });

  it('is read without its port', () => {
    const address = new ClientAddress(['127.0.0.1']);
    expect(address.of('127.0.0.1', forwarded('203.0.113.7:51234'))).toBe('203.0.113.7');
    expect(address.of('127.0.0.1', forwarded('[2001:db8::1]:51234'))).toBe('2001:db8::1');
    expect(address.of('127.0.0.1', forwarded('2001:db8::1'))).toBe('2001:db8::1');
  });

  it('believes an IPv6 proxy too', () => {
    expect(new ClientAddress(['fd00::/8']).of('fd00::5', forwarded('2001:db8::1'))).toBe('2001:db8::1');
  });
});

describe('the list of trusted proxies', () => {
  it('is addresses and networks, and nothing else', () => {
    expect(parseProxies(' 127.0.0.1, 10.0.0.0/8,fd00::/8 ')).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    expect(parseProxies('')).toEqual([]);
    for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.0/8/9', '10.0.0.0/x'])
      expect(parseProxies(wrong)).toBeNull();
  });
});
