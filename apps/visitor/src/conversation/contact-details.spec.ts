import { stretched } from '@warmline/test-kit/testing';
import { contactDetailsIn } from './contact-details';

describe('what would tell who or where someone is', () => {
  it.each([
    ['ring 07700 900123', 'phone'],
    ['+44 (0)20 7946 0958 is mine', 'phone'],
    ['write to robin.p@example.org', 'email'],
    ['I live at 12 Green Lane', 'address'],
    ['flat 3, 221b Baker Street', 'address'],
    ['it is SW1A 1AA', 'address'],
    ['https://wa.me/447700900123', 'account'],
    ['https://api.whatsapp.com/send?phone=447700900123', 'account'],
    ['I am on t.me/robin_p', 'account'],
    ['https://signal.me/#p/+447700900123', 'account'],
    ['https://maps.app.goo.gl/abc123', 'address'],
    ['https://www.google.co.uk/maps/place/12+Green+Lane', 'address'],
    ['https://maps.apple.com/?ll=51.5,-0.1', 'address'],
  ] as const)('finds it in "%s"', (text, kind) => {
    expect(contactDetailsIn(text)).toEqual([kind]);
  });

  it.each([
    'I rang 116 123 and 999',
    'I am 17 and it has been 2 years',
    'on 12.03.2024 at 10:30',
    'I took 20 tablets on my way home',
    'I walked 5 miles down the road',
    'it costs 1,200',
    'see https://a.example/talk-0123456789',
    'see https://chat.me/maps and https://about.example/maps/123456789',
    'https://a.example/@robin.example and https://a.example/12-green-lane/',
  ])('lets "%s" be', (text) => {
    expect(contactDetailsIn(text)).toEqual([]);
  });

  it('finds each kind once, when there are several', () => {
    const text = '07700 900123 or 07700 900124, r@example.org, 12 Green Lane. https://a.example/0123456789';
    expect(contactDetailsIn(text)).toEqual(['phone', 'email', 'address']);
  });

  it.each([
    ['letters', 'a'.repeat(100_000)],
    ['at signs', 'a@'.repeat(50_000)],
    ['labels of a name', 'a.'.repeat(50_000)],
    ['digits', '1 '.repeat(50_000)],
    ['slashes', `https://a${'/'.repeat(100_000)}x`],
    ['spaces after a house number', `1 a${' '.repeat(100_000)}`],
    ['hyphens', '1 a-'.repeat(25_000)],
  ])('a paste of 100,000 characters is read in under 200 ms: %s', (_what, text) => {
    const since = performance.now();
    contactDetailsIn(text);
    expect(performance.now() - since).toBeLessThan(stretched(200));
  });
});
