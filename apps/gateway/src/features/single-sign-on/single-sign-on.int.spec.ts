import { randomUUID } from 'node:crypto';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { BACK, LINK, providerSteps } from '../../../test/deployment/provider-steps';
import { signInSteps } from '../../../test/deployment/sign-in-steps';
import { aStaffMember } from '../../../test/deployment/staff';
import { FORGED, without } from '../../../test/receivers/forged-tokens';
import {
  CLIENT,
  RealIdentityProvider,
  signed,
  signInAtProvider,
  type Forge,
} from '../../../test/receivers/identity-provider';

let deployment: Deployment;
let provider: RealIdentityProvider;
beforeAll(async () => {
  provider = await RealIdentityProvider.start(PUBLIC_URL);
  deployment = await Deployment.start({
    worker: false,
    factors: true,
    more: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Example Workspace',
    },
  });
});
afterAll(async () => {
  await deployment.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.forge = null;
});

const { post, anEnrolled } = signInSteps(() => deployment);
const { begin, comeBack, throughProvider } = providerSteps(() => deployment, post);

/** Someone whose account the provider opens, and who is its account now. */
const aLinked = async (
  amr: readonly string[] = ['pwd'],
): Promise<{ readonly person: Person; readonly cookie: string }> => {
  const { person, cookie } = await anEnrolled();
  provider.account = { subject: randomUUID(), amr };
  expect((await throughProvider('account/provider', cookie)).to).toBe('/console/account#provider=linked');
  return { person, cookie };
};

const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await fetch(`${deployment.gateway().url}/api/session`, { headers: { cookie } })).status === 200;

describe('single sign-on', () => {
  it('[SEC3] asks for our own second factor where the provider did not ask for one', async () => {
    const { person } = await aLinked(['pwd']);
    const back = await throughProvider();
    expect([back.to, back.cookies]).toEqual(['/console/sign-in#provider=prove', ['__Host-warmline-half']]);
    expect(await deployment.database.count('staff_session where staff_id = $1', [person.id])).toBe(1);
  });

  it('[SEC3] gives a new session to who showed the provider a second factor, and records how', async () => {
    const { person } = await aLinked(['pwd', 'mfa']);
    const fixed = `__Host-warmline=${'A'.repeat(43)}`;
    const begun = await begin();
    const { search } = await signInAtProvider(begun.address, BACK);
    const back = await comeBack(search, `${begun.cookie}; ${fixed}`);
    expect(back.to).toBe('/console/');
    expect(back.session).not.toBe(fixed);
    expect(await isSignedIn(back.session)).toBe(true);
    const rows = `audit_entry where actor_id = $1 and action = 'signed_in' and reason = 'identity_provider'`;
    expect(await deployment.database.count(rows, [person.id])).toBe(1);
  });

  it('[SEC3] takes an answer that the provider gave without asking its person for no fresh proof', async () => {
    await aLinked(['mfa']);
    const seconds = Math.floor(Date.now() / 1_000);
    const statuses: number[] = [];
    for (const forge of [
      (claims, { own }) => signed({ ...claims, auth_time: seconds - 360 }, own),
      (claims, { own }) => signed(without(claims, 'auth_time'), own),
      null,
    ] satisfies (Forge | null)[]) {
      provider.forge = forge;
      const { session } = await throughProvider();
      statuses.push((await post('account/provider', LINK, session)).status);
    }
    expect(statuses).toEqual([403, 403, 200]);
  });

  it('[ACC1] opens no account that its person has not linked, whatever the provider calls it', async () => {
    const person = await aStaffMember(deployment);
    provider.account = { subject: person.signInName, amr: ['mfa'] };
    const back = await throughProvider();
    expect([back.to, back.cookies]).toEqual(['/console/sign-in#provider=unlinked', []]);
    const { person: gone } = await aLinked(['mfa']);
    await deployment.database.sql('update staff set active = false where id = $1', [gone.id]);
    expect((await throughProvider()).to).toBe('/console/sign-in#provider=unlinked');
  });

  it('[ACC1] links one account of the provider with one person, and no more after they unlink it', async () => {
    const { cookie } = await aLinked(['mfa']);
    const other = await anEnrolled();
    expect((await throughProvider('account/provider', other.cookie)).to).toBe(
      '/console/account#provider=taken',
    );
    const unlinked = await fetch(`${deployment.gateway().url}/api/account/provider`, {
      method: 'DELETE',
      headers: { cookie, origin: PUBLIC_URL },
    });
    expect(unlinked.status).toBe(204);
    expect((await throughProvider()).to).toBe('/console/sign-in#provider=unlinked');
  });

  it('[SEC3] ends a sign-in that was half done when its person links another account of the provider', async () => {
    const { person, cookie } = await aLinked(['pwd']);
    expect((await throughProvider()).cookies).toEqual(['__Host-warmline-half']);
    const halves = () => deployment.database.count('half_session where staff_id = $1', [person.id]);
    expect(await halves()).toBe(1);
    provider.account = { subject: randomUUID(), amr: ['pwd'] };
    expect((await throughProvider('account/provider', cookie)).to).toBe('/console/account#provider=linked');
    expect(await halves()).toBe(0);
  });

  it('[SEC3] links nothing for a session that has ended, or whose proof is old', async () => {
    const { person, cookie } = await anEnrolled();
    const begun = await begin('account/provider', cookie);
    const { search } = await signInAtProvider(begun.address, BACK);
    await deployment.database.sql('update staff_session set ended_at = now() where staff_id = $1', [
      person.id,
    ]);
    expect((await comeBack(search, begun.cookie)).to).toBe('/console/account#provider=over');
    const old = await anEnrolled();
    await deployment.database.sql(
      `update staff_session set proved_at = now() - interval '6 minutes' where staff_id = $1`,
      [old.person.id],
    );
    expect((await post('account/provider', LINK, old.cookie)).status).toBe(403);
  });
});

describe('an answer that is not the provider’s to this browser', () => {
  it.each(FORGED)('[SEC3] opens nothing: %s', async (_name, forge) => {
    await aLinked(['mfa']);
    provider.forge = forge;
    const before = provider.tokens;
    const back = await throughProvider();
    expect([back.to, back.cookies, provider.tokens - before]).toEqual([
      '/console/sign-in#provider=refused',
      [],
      1,
    ]);
    provider.forge = null;
    expect((await throughProvider()).to).toBe('/console/');
  });

  it('[SEC3] opens nothing in a browser that did not ask, with a changed state, or a second time', async () => {
    await aLinked(['mfa']);
    const begun = await begin();
    const { search } = await signInAtProvider(begun.address, BACK);
    const another = await begin();
    const over = '/console/sign-in#provider=over';
    expect((await comeBack(search, '')).to).toBe(over);
    expect((await comeBack(search, another.cookie)).to).toBe(over);
    expect((await comeBack(search.replace(/state=.{5}/, 'state=AAAAA'), begun.cookie)).to).toBe(over);
    expect((await comeBack('', begun.cookie)).to).toBe(over);
    expect((await comeBack(search, begun.cookie)).to).toBe('/console/');
    // The code is used: the provider gives nothing for it a second time.
    expect((await comeBack(search, begun.cookie)).to).toBe('/console/sign-in#provider=refused');
  });

  it('[SEC3] opens nothing for a code of another browser, since its PKCE verifier is another', async () => {
    await aLinked(['mfa']);
    const [mine, theirs] = [await begin(), await begin()];
    const stolen =
      new URLSearchParams((await signInAtProvider(theirs.address, BACK)).search).get('code') ?? '';
    const own = new URLSearchParams((await signInAtProvider(mine.address, BACK)).search);
    own.set('code', stolen);
    expect((await comeBack(`?${own.toString()}`, mine.cookie)).to).toBe('/console/sign-in#provider=refused');
  });

  it('[SEC3] opens nothing when the provider names another issuer beside the code, or refuses', async () => {
    await aLinked(['mfa']);
    const begun = await begin();
    const mixed = new URLSearchParams((await signInAtProvider(begun.address, BACK)).search);
    mixed.set('iss', 'https://login.example');
    expect((await comeBack(`?${mixed.toString()}`, begun.cookie)).to).toBe(
      '/console/sign-in#provider=refused',
    );
    const cancelled = await begin();
    const state = new URL(cancelled.address).searchParams.get('state') ?? '';
    const search = `?${new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString()}`;
    expect((await comeBack(search, cancelled.cookie)).to).toBe('/console/sign-in#provider=refused');
  });

  it('[SEC3] asks with PKCE, a nonce, and for nothing about the person but who they are', async () => {
    const { address } = await begin();
    const asked = Object.fromEntries(new URL(address).searchParams);
    expect(asked).toMatchObject({ scope: 'openid', response_type: 'code', code_challenge_method: 'S256' });
    expect(asked['nonce']).toMatch(/^[\w-]{43}$/);
    expect(asked['code_challenge']).toMatch(/^[\w-]{43}$/);
  });

  it('says that the provider does not answer, and lets people sign in with their password', async () => {
    const { person } = await aLinked(['mfa']);
    const begun = await begin();
    const { search } = await signInAtProvider(begun.address, BACK);
    await provider.stop();
    expect((await comeBack(search, begun.cookie)).to).toBe('/console/sign-in#provider=unreachable');
    const { signInName } = person;
    expect((await post('session', { signInName, password: 'correct horse battery staple' })).body).toEqual({
      next: 'prove',
    });
  });
});
