import { noSessionCookie, readSessionCookie, sessionCookie } from './session-cookie';

const [TLS, DEMO] = ['https://chat.example.org', 'http://localhost:3000'];
const secret = 'aB3_-'.padEnd(43, 'x');

describe('the session cookie', () => {
  it('is for this host, over TLS, out of reach for scripts and other sites, for a shift', () => {
    expect(sessionCookie(TLS, secret)).toBe(
      `__Host-warmline=${secret}; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=43200`,
    );
  });

  it('has another name on the loopback demo, where browsers refuse the first', () => {
    expect(sessionCookie(DEMO, secret)).toBe(
      `warmline_session=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200`,
    );
  });

  it.each([TLS, DEMO])('of %s is read back, among others, and taken away', (url) => {
    const [pair = ''] = sessionCookie(url, secret).split(';');
    expect(readSessionCookie(url, pair)).toBe(secret);
    expect(readSessionCookie(url, `theme=dark; ${pair}; x=y`)).toBe(secret);
    expect(noSessionCookie(url)).toMatch(/^[a-z_A-Z-]+=; .*Max-Age=0$/);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another name', `session=${secret}`],
    ['the name of the demo', `warmline_session=${secret}`],
    ['a name that ends alike', `x__Host-warmline=${secret}`],
    ['too short a secret', `__Host-warmline=${secret.slice(1)}`],
    ['too long a secret', `__Host-warmline=${secret}x`],
    ['quotes', `__Host-warmline="${secret}"`],
    ['an escape', `__Host-warmline=%41${secret.slice(3)}`],
    ['an odd letter', `__Host-warmline=${secret.slice(1)}+`],
  ])("is nobody's with %s", (_, header) => {
    expect(readSessionCookie(TLS, header)).toBeNull();
  });
});
