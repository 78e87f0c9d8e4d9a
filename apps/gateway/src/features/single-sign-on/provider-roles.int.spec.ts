import { randomUUID } from 'node:crypto';
import {
  triedSchema,
  type AccessWaiting,
  type AgreedAccess,
  type ProviderAddress,
  type ToldPeople,
  type Tried,
} from '@warmline/contracts';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { BACK, providerSteps, type Back } from '../../../test/deployment/provider-steps';
import { signInSteps } from '../../../test/deployment/sign-in-steps';
import {
  CLIENT,
  RealIdentityProvider,
  signed,
  signInAtProvider,
} from '../../../test/receivers/identity-provider';
import { SERVICE } from '../../core/service-settings';

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
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ROLES: 'helpers=responder, leads=supervisor, office=administrator',
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
const { comeBack, throughProvider } = providerSteps(() => deployment, post);

/** Someone whose account the provider opens, and who is its account now. */
const aLinked = async (
  amr: readonly string[] = ['pwd'],
): Promise<{ readonly person: Person; readonly cookie: string }> => {
  const { person, cookie } = await anEnrolled();
  provider.account = { subject: randomUUID(), amr };
  expect((await throughProvider('account/provider', cookie)).to).toBe('/console/account#provider=linked');
  return { person, cookie };
};

describe('a try of an administrator', () => {
  const tryIt = async (cookie: string): Promise<{ readonly back: Back; readonly tried: Tried }> => {
    const begun = await post<ProviderAddress>('single-sign-on/try', {}, cookie);
    expect(begun.status).toBe(200);
    const { search } = await signInAtProvider(begun.body.address, BACK);
    const back = await comeBack(search, begun.cookie);
    const said = back.to?.split('#tried=')[1] ?? '';
    return { back, tried: triedSchema.parse(JSON.parse(Buffer.from(said, 'base64url').toString())) };
  };

  it('[SEC3] [ACC1] shows the names of what came and what it means, signs nobody in and writes nothing', async () => {
    const { person, cookie } = await anEnrolled({ role: 'administrator' });
    provider.account = { subject: randomUUID(), amr: ['mfa'] };
    provider.forge = (claims, { own }) =>
      signed({ ...claims, name: 'Secret Name', groups: ['leads', 'office', 'others'] }, own);
    const before = await deployment.database.sql(
      'select (select count(*) from staff_session) as sessions, (select count(*) from provider_identity) as links, (select count(*) from audit_entry) as facts',
    );
    const { back, tried } = await tryIt(cookie);
    expect([back.cookies, back.to]).toEqual([
      [],
      expect.stringMatching(/^\/console\/setup\/single-sign-on#tried=/),
    ]);
    expect(tried).toMatchObject({
      outcome: 'came',
      claims: expect.arrayContaining(['aud', 'groups', 'iss', 'name', 'sub']),
      missing: ['sign_in_name'],
      hasSecondFactor: true,
      told: { role: 'supervisor', furtherRoles: ['administrator'] },
      opens: 'none',
    });
    expect(JSON.stringify(tried)).not.toContain('Secret Name');
    const after = await deployment.database.sql(
      'select (select count(*) from staff_session) as sessions, (select count(*) from provider_identity) as links, (select count(*) from audit_entry) as facts',
    );
    expect(after).toEqual(before);
    expect(await deployment.database.sql('select role from staff where id = $1', [person.id])).toEqual([
      { role: 'administrator' },
    ]);
  });

  it('[SEC3] says which claims are missing, and why a token of another key was refused', async () => {
    const { cookie } = await anEnrolled({ role: 'administrator' });
    provider.account = { subject: randomUUID(), amr: ['pwd'] };
    expect((await tryIt(cookie)).tried).toMatchObject({
      missing: ['second_factor', 'name', 'sign_in_name', 'roles'],
      told: null,
    });
    provider.forge = (claims, { other }) => signed(claims, other);
    expect((await tryIt(cookie)).tried).toMatchObject({ outcome: 'failed', why: 'refused' });
  });
});

describe('a role from the provider', () => {
  const says = (more: object): void => {
    provider.forge = (claims, { own }) => signed({ ...claims, ...more }, own);
  };
  const isNow = async (id: string) =>
    (
      await deployment.database.sql(
        'select role, further_roles as further, active from staff where id = $1',
        [id],
      )
    )[0];
  const read = async <Body>(path: string, cookie: string): Promise<Body> =>
    (await (await fetch(`${deployment.gateway().url}/api/${path}`, { headers: { cookie } })).json()) as Body;
  const twoAdministrators = async () => {
    await deployment.database.sql('delete from access_proposal');
    return [
      await anEnrolled({ role: 'administrator' }),
      await anEnrolled({ role: 'administrator' }),
    ] as const;
  };
  const agree = async (cookie: string) => {
    const { waiting } = await read<AccessWaiting>('access', cookie);
    return post<AgreedAccess>(`access/${waiting[0]?.id}/agree`, {}, cookie);
  };

  it('[ACC3] changes none here: it is noted, one administrator proposes it, and another agrees', async () => {
    const [kit, rosa] = await twoAdministrators();
    const { person } = await aLinked(['mfa']);
    says({ groups: ['leads', 'office'] });
    expect((await throughProvider()).to).toBe('/console/');
    expect(await isNow(person.id)).toMatchObject({ role: 'responder', further: [] });
    expect(await deployment.database.count('access_proposal')).toBe(0);
    const { people } = await read<ToldPeople>('single-sign-on/people', kit.cookie);
    expect(people).toMatchObject([
      { id: person.id, isNew: false, told: { role: 'supervisor', furtherRoles: ['administrator'] } },
    ]);
    expect((await post(`single-sign-on/people/${person.id}`, {}, kit.cookie)).status).toBe(200);
    expect(await isNow(person.id)).toMatchObject({ role: 'responder' });
    expect((await agree(kit.cookie)).body).toEqual({ refusal: 'not_yourself' });
    expect((await agree(rosa.cookie)).status).toBe(200);
    expect(await isNow(person.id)).toMatchObject({ role: 'supervisor', further: ['administrator'] });
    says({ groups: [] });
    await throughProvider();
    expect(await isNow(person.id)).toMatchObject({ role: 'supervisor', active: true });
    expect((await post(`single-sign-on/people/${person.id}`, {}, kit.cookie)).body).toEqual({
      refusal: 'not_due',
    });
  });

  it('[ACC1] opens nothing for a newcomer: where the service lets them ask, two people decide', async () => {
    const [kit, rosa] = await twoAdministrators();
    provider.account = { subject: randomUUID(), amr: ['mfa'] };
    says({ groups: ['leads'], name: 'Zoë Smith', preferred_username: 'admin@charity.example' });
    expect((await throughProvider()).to).toBe('/console/sign-in#provider=unlinked');
    const { app } = deployment.gateway();
    Object.assign(app.get<object>(SERVICE, { strict: false }), { providerAccounts: true });
    await deployment.database.sql('update service set provider_accounts = true');
    for (let times = 0; times < 2; times += 1) {
      const back = await throughProvider();
      expect([back.to, back.cookies]).toEqual(['/console/sign-in#provider=asked', []]);
    }
    const { people } = await read<ToldPeople>('single-sign-on/people', kit.cookie);
    const [zoe, ...more] = people.filter(({ isNew }) => isNew);
    expect(more).toEqual([]);
    expect(zoe).toMatchObject({ name: 'Zoë Smith', signInName: 'admin', told: { role: 'supervisor' } });
    const id = zoe?.id ?? '';
    expect(await isNow(id)).toEqual({ role: 'responder', further: [], active: false });
    expect((await post(`single-sign-on/people/${id}`, {}, kit.cookie)).status).toBe(200);
    expect((await throughProvider()).to).toBe('/console/sign-in#provider=asked');
    const { status, body } = await agree(rosa.cookie);
    // Nobody is given a link: the provider opens it.
    expect([status, body]).toMatchObject([200, { outcome: 'agreed', invite: null }]);
    expect((await throughProvider()).to).toBe('/console/');
    expect(await isNow(id)).toMatchObject({ role: 'supervisor', active: true });
    await deployment.database.sql('update service set provider_accounts = false');
    for (const groups of [['others'], undefined]) {
      provider.account = { subject: randomUUID(), amr: ['mfa'] };
      says({ groups });
      expect((await throughProvider()).to).toBe('/console/sign-in#provider=unlinked');
    }
  });
});
