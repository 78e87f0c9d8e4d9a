import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { stretched, within } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from './deployment/deployment';
import { aStaffMember, signIn } from './deployment/staff';

let deployment: Deployment;
let administrator: string;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  administrator = await signIn(
    deployment.gateway(),
    await aStaffMember(deployment, { role: 'administrator' }),
  );
});
afterAll(() => deployment.stop());

interface Sent {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const url = (path: string): string => `${deployment.gateway().url}${path}`;

const send = async (path: string, { method = 'POST', cookie = '', headers = {}, body = '' }: Sent) => {
  const type = { 'content-type': 'application/json' };
  const answer = await fetch(url(path), {
    method,
    headers: { ...type, ...(cookie === '' ? {} : { cookie }), ...headers },
    body: method === 'GET' ? null : body,
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};

/** What a request with this Host header is answered; fetch sets its own. */
const asHost = (host: string, path = '/healthz'): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url(path), { headers: { host } }, resolve).on('error', reject).end();
  });

/** Worst time (ms) that the event loop of this process, which is also the gateway's, could do nothing else. */
const worstDelay = async (work: () => Promise<unknown>): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1_000_000;
};

const BRACKETS = '['.repeat(3_800_000);

describe('the body of a request', () => {
  it('[SEC4] of a stranger is not even looked at where they may not send one', async () => {
    const worst = await worstDelay(async () => {
      const answers = await Promise.all(
        Array.from({ length: 3 }, () => send('/api/setup/service', { body: BRACKETS })),
      );
      for (const answer of answers)
        expect(answer).toEqual({ status: 401, body: { refusal: 'not_signed_in' } });
    });
    // Parsing three of them takes over three seconds, in which nobody is answered.
    expect(worst).toBeLessThan(stretched(1_000));
  });

  it('[SEC4] of nothing but brackets is refused before it is parsed, also from an administrator', async () => {
    const worst = await worstDelay(async () => {
      expect(await send('/api/setup/service', { cookie: administrator, body: BRACKETS })).toEqual({
        status: 400,
        body: { refusal: 'malformed' },
      });
    });
    expect(worst).toBeLessThan(stretched(1_000));
  });

  it('[OPS2] may have 16 KB, eight levels and a few names; a list of an administrator may have 4 MB', async () => {
    const sizes = [
      ['/api/session', '', { signInName: 'x'.repeat(17_000) }, 413, 'message_too_long'],
      ['/api/session', '', [[[[[[[[[]]]]]]]]], 400, 'malformed'],
      ['/api/setup/service', administrator, { rows: 'x'.repeat(17_000) }, 400, 'malformed'],
      ['/api/setup/service', administrator, { rows: 'x'.repeat(4_200_000) }, 413, 'message_too_long'],
    ] as const;
    for (const [path, cookie, body, status, refusal] of sizes)
      expect(await send(path, { cookie, body: JSON.stringify(body) })).toEqual({ status, body: { refusal } });
  });

  it('[SEC4] that is compressed is not read: a few bytes could become gigabytes', async () => {
    const answer = await send('/api/session', {
      headers: { 'content-encoding': 'gzip' },
      body: 'x'.repeat(200),
    });
    expect(answer).toEqual({ status: 400, body: { refusal: 'malformed' } });
  });

  it('[SEC4] with NUL or another control character is refused with a name that says so', async () => {
    for (const odd of ['a\u0000b', '\u001b[2J', '\u0085']) {
      const body = JSON.stringify({ signInName: odd, password: 'x' });
      expect(await send('/api/session', { body })).toEqual({
        status: 400,
        body: { refusal: 'control_character' },
      });
    }
  });
});

describe('a request', () => {
  it('[SEC4] that names another host is refused, so that no page can be pointed at us', async () => {
    for (const host of ['evil.example', 'warmline.example.evil.example'])
      for (const path of ['/healthz', '/', '/api/session', '/socket.io/?EIO=4&transport=polling'])
        expect((await asHost(host, path)).statusCode).toBe(421);
    for (const host of [new URL(PUBLIC_URL).host, '127.0.0.1', 'localhost:3000'])
      expect((await asHost(host)).statusCode).toBe(200);
  });

  it('[SEC4] is answered with the headers of a page behind TLS, by Socket.IO too', async () => {
    for (const path of [
      '/',
      '/healthz',
      '/nothing',
      '/socket.io/?EIO=4&transport=polling',
      '/socket.io/?EIO=9',
    ]) {
      const { headers } = await fetch(url(path));
      expect([path, headers.get('strict-transport-security')]).toEqual([
        path,
        'max-age=31536000; includeSubDomains',
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('[OPS2] that never ends its headers loses its connection', async () => {
    const { hostname, port } = new URL(url('/'));
    const slow = connect(Number(port), hostname);
    const closed = new Promise((resolve) => slow.once('close', resolve));
    slow.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    slow.resume();
    await within('the slow connection to be closed', closed, 20_000);
  });

  it('[OPS2] through a proxy never learns how ready we are; a probe does, and asks Postgres once a second', async () => {
    expect(await send('/readyz', { method: 'GET', headers: { 'x-forwarded-for': '192.0.2.1' } })).toEqual({
      status: 404,
      body: { refusal: 'not_found' },
    });
    const probes = await Promise.all(Array.from({ length: 20 }, () => send('/readyz', { method: 'GET' })));
    expect(new Set(probes.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
