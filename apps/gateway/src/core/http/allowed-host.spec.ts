import { isAllowedHost } from './allowed-host';

const OURS = 'https://chat.example.org';

describe('the host a request names', () => {
  it.each([
    'chat.example.org',
    'chat.example.org:8443',
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    '10.1.2.3',
    'gateway:3000',
  ])('may be our own, an address, or one that is configured: %s', (host) => {
    expect(isAllowedHost(host, OURS, ['gateway'])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'chat.example.org.evil.example',
    'evil.example:3000',
    'a@chat.example.org',
    'chat.example.org/x',
    'gateway',
  ])('[SEC4] may be no other, which a page could point at this address: %s', (host) => {
    expect(isAllowedHost(host, OURS, [])).toBe(false);
  });
});
