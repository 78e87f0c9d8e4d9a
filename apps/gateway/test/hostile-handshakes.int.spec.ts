import { fingerprint } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { Visitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());

const changesNothing = async (attack: () => Promise<void>): Promise<void> => {
  const before = await fingerprint(deployment.database);
  await attack();
  expect(await fingerprint(deployment.database)).toBe(before);
  expect((await fetch(`${deployment.gateway().url}/readyz`)).status).toBe(200);
};

describe('handshakes', () => {
  it.each([
    ['an unknown protocol', { token: 'A'.repeat(43), protocol: 2 }, 'protocol_mismatch'],
    ['no token', { protocol: 3 }, 'malformed'],
    ['a short token', { token: 'A', protocol: 3 }, 'malformed'],
    ['an operator for a token', { token: { $regex: '.*' }, protocol: 3 }, 'malformed'],
    ['something more', { token: 'A'.repeat(43), protocol: 3, role: 'supervisor' }, 'malformed'],
    ['nothing', {}, 'malformed'],
  ])('with %s are refused by name', async (_what, auth, refusal) => {
    await expect(Visitor.connectedWith(deployment.gateway(), { auth })).rejects.toThrow(refusal);
  });
});

describe('requests of any kind', () => {
  it.each([
    ['no JSON', '{', 400, 'malformed'],
    ['an array', '[]', 400, 'malformed'],
    ['operators', '{"signInName":{"$gt":""},"password":{"$gt":""}}', 400, 'malformed'],
    ['a key too many', '{"signInName":"a","password":"b","role":"supervisor"}', 400, 'malformed'],
    ['a prototype', '{"__proto__":{"signInName":"a"},"password":"b"}', 400, 'malformed'],
    [
      'far too much',
      JSON.stringify({ signInName: 'a', password: 'x'.repeat(20_000) }),
      413,
      'message_too_long',
    ],
  ])('to sign in with %s are refused by name', async (_what, body, status, refusal) => {
    await changesNothing(async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${deployment.gateway().url}/api/session`, {
        method: 'POST',
        headers,
        body,
      });
      expect([answer.status, await answer.json()]).toEqual([status, { refusal }]);
    });
  });

  it('to leave, with anything for a token, always get the same answer', () =>
    changesNothing(async () => {
      for (const authorization of [
        '',
        'Bearer',
        'Bearer x',
        `Bearer ${'A'.repeat(43)}`,
        `Basic ${'A'.repeat(43)}`,
      ]) {
        const answer = await fetch(`${deployment.gateway().url}/v/exit`, {
          method: 'POST',
          headers: { authorization },
        });
        expect([answer.status, await answer.text()]).toEqual([204, '']);
      }
    }));
});
