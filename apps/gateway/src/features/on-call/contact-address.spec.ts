import { addressProblem, shownAddress } from './contact-address';

describe('the address of an on-call contact', () => {
  it.each([
    ['http://example.org/hook', 'not_https'],
    ['ftp://example.org', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['example.org', 'not_an_address'],
    ['https://me:secret@example.org/', 'not_an_address'],
    ['https://127.0.0.1/hook', 'private_network'],
    ['https://2130706433/hook', 'private_network'],
    ['https://0x7f.0.0.1/hook', 'private_network'],
    ['https://[::1]/hook', 'private_network'],
    ['https://[::ffff:10.0.0.1]/', 'private_network'],
    ['https://localhost:8443/', 'private_network'],
    ['https://mail.internal/', 'private_network'],
    ['https://hooks.example.org/T0/B0', null],
  ])('a webhook to %s has the problem %p', (address, problem) => {
    expect(addressProblem('webhook', address, false)).toBe(problem);
  });

  it('a deployment may let webhooks into private networks, and nowhere else without TLS', () => {
    expect(addressProblem('webhook', 'http://10.0.0.7/hook', true)).toBeNull();
    expect(addressProblem('webhook', 'https://relay.local/hook', true)).toBeNull();
    expect(addressProblem('webhook', 'http://example.org/hook', true)).toBe('not_https');
  });

  it.each([
    'duty',
    'duty@',
    'duty@example',
    'duty@example.org, other@example.org',
    'Duty <duty@example.org>',
    'duty@example.org\nBcc: other@example.org',
    'duty@example.org\r\n\r\nHello',
    '@example.org',
  ])('[SEC4] an e-mail contact takes one mailbox, and nothing that could end a header: %j', (address) => {
    expect(addressProblem('email', address, true)).toBe('not_an_address');
  });

  it('shows the host of a webhook and the first letter of a mailbox, never more', () => {
    expect(addressProblem('email', 'duty+chat@mail.example.org', false)).toBeNull();
    expect(shownAddress('email', 'duty+chat@mail.example.org')).toBe('d…@mail.example.org');
    expect(shownAddress('webhook', 'https://hooks.example.org/T0/secret?key=1')).toBe('hooks.example.org');
  });
});
