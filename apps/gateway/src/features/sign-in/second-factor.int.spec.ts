import type { CodeProof } from '@warmline/contracts';
import { FREE_TRIES, HALF_SESSION_TRIES, SESSION_WRONG_CODES } from '@warmline/identity';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { byCode, OVER, said, signInSteps, WRONG } from '../../../test/deployment/sign-in-steps';
import { aStaffMember, Console, PASSWORD } from '../../../test/deployment/staff';
import { prepareFirstStart } from '../setup';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, factors: true });
});
afterAll(() => deployment.stop());

const { post, halfOf, codeOf, anEnrolled, prove } = signInSteps(() => deployment);
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await fetch(`${deployment.gateway().url}/api/session`, { headers: { cookie } })).status === 200;
const sessionsOf = ({ id }: Person): Promise<number> =>
  deployment.database.count('staff_session where staff_id = $1 and ended_at is null', [id]);
const rows = (action: string, { id }: Person): Promise<number> =>
  deployment.database.count('audit_entry where action = $1 and actor_id = $2', [action, id]);

describe('a sign-in outside the demo', () => {
  it('[SEC3] gives no session for the password: neither a route nor a socket opens with what it gives', async () => {
    const person = await aStaffMember(deployment);
    const half = await halfOf(person);
    expect(half.cookie).toMatch(/^__Host-warmline-half=[\w-]{43}$/);
    expect([await isSignedIn(half.cookie), await sessionsOf(person)]).toEqual([false, 0]);
    const secret = half.cookie.split('=')[1] ?? '';
    const asSession = `__Host-warmline=${secret}`;
    expect(await isSignedIn(asSession)).toBe(false);
    for (const cookie of [half.cookie, asSession])
      await expect(Console.reaches(deployment.gateway(), cookie)).rejects.toThrow('not_signed_in');
  });

  it('[SEC3] enrols someone who has a password only, shows eight recovery codes once, and records both', async () => {
    const { person, cookie, recoveryCodes, secret } = await anEnrolled();
    expect(await isSignedIn(cookie)).toBe(true);
    expect(new Set(recoveryCodes).size).toBe(8);
    for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const stored = JSON.stringify(await deployment.database.sql('select * from authenticator'));
    expect(stored).not.toContain(secret);
    const made = await Promise.all(
      ['authenticator_added', 'recovery_codes_made'].map((one) => rows(one, person)),
    );
    expect(made).toEqual([1, 1]);
    const socket = await Console.reaches(deployment.gateway(), cookie);
    expect(socket.connected).toBe(true);
    socket.disconnect();
  });

  it('[SEC3] asks for the code of the authenticator next time, and takes each code once', async () => {
    const { person, secret, cookie } = await anEnrolled();
    const half = await halfOf(person);
    expect(half.body).toEqual({ next: 'prove' });
    expect(said(await prove(byCode(await codeOf(secret, -1)), half.cookie))).toEqual(WRONG);
    const code = await codeOf(secret);
    const both = await Promise.all([prove(byCode(code), half.cookie), prove(byCode(code), half.cookie)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const now = both.find(({ status }) => status === 200)?.cookie ?? '';
    const sessionIn = (cookies: string): string => cookies.split('; ')[0] ?? '';
    expect(sessionIn(now)).not.toBe(sessionIn(cookie));
    expect(await isSignedIn(sessionIn(now))).toBe(true);
    const again = await halfOf(person);
    expect(said(await prove(byCode(code), again.cookie))).toEqual(WRONG);
    // A phone whose clock is half a minute fast shows the next one.
    expect((await prove(byCode(await codeOf(secret, 1)), again.cookie)).status).toBe(200);
  });

  it('[SEC3] answers a wrong code, a used code, another form and no factor at all alike', async () => {
    const { person, secret, recoveryCodes } = await anEnrolled();
    const [used = ''] = recoveryCodes;
    const recovery = (code: string): CodeProof => ({ by: 'recovery_code', code });
    expect(
      (await prove(recovery(used.toUpperCase().replaceAll('-', ' ')), (await halfOf(person)).cookie)).status,
    ).toBe(200);
    const without = await halfOf(await aStaffMember(deployment));
    const half = await halfOf(person);
    const answers = [
      await prove(byCode('000000'), half.cookie),
      await prove(byCode(await codeOf(secret, -1)), half.cookie),
      await prove(recovery(used), half.cookie),
      await prove(recovery('abcd'), half.cookie),
      await prove(byCode('not a code'), without.cookie),
    ];
    for (const answer of answers) expect([...said(answer), answer.cookie]).toEqual([...WRONG, '']);
    expect(await rows('recovery_code_used', person)).toBe(1);
  });

  it('[SEC3] ends half a session after five wrong codes, and after ten minutes', async () => {
    const { person, secret } = await anEnrolled();
    const half = await halfOf(person);
    for (let tries = 0; tries < HALF_SESSION_TRIES; tries += 1)
      expect(said(await prove(byCode('000000'), half.cookie))).toEqual(WRONG);
    expect(said(await prove(byCode(await codeOf(secret)), half.cookie))).toEqual(OVER);
    const late = await halfOf(person);
    await deployment.database.sql(`update half_session set expires_at = now() where staff_id = $1`, [
      person.id,
    ]);
    expect(said(await prove(byCode(await codeOf(secret)), late.cookie))).toEqual(OVER);
    expect(said(await prove(byCode(await codeOf(secret)), ''))).toEqual(OVER);
  });

  it('[SEC3] replaces no factor for someone who knows the password alone', async () => {
    const { person, secret } = await anEnrolled();
    const half = await halfOf(person);
    expect(said(await post('session/authenticator', {}, half.cookie))).toEqual(OVER);
    // A draft that was begun before the factor was there.
    await deployment.database.sql(
      `insert into authenticator_new select staff_id, secret_sealed, now() + interval '1 minute' from authenticator
       where staff_id = $1`,
      [person.id],
    );
    const code = await codeOf(secret);
    expect(said(await post('session/authenticator/confirm', { code }, half.cookie))).toEqual(WRONG);
  });

  it('[SEC3] lets nobody in by a session that began with a password alone', async () => {
    const { person, cookie } = await anEnrolled();
    await deployment.database.sql(`update staff_session set proof = 'password' where staff_id = $1`, [
      person.id,
    ]);
    expect(await isSignedIn(cookie)).toBe(false);
    await expect(Console.reaches(deployment.gateway(), cookie)).rejects.toThrow('not_signed_in');
  });

  it('lets a session that began before there were second factors go on to its end', async () => {
    const { person, cookie } = await anEnrolled();
    await deployment.database.sql(`update staff_session set proof = 'before' where staff_id = $1`, [
      person.id,
    ]);
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it('[ACC1] has the first administrator set up a second factor before they are let in', async () => {
    await deployment.database.sql('delete from setup_link');
    const link = await prepareFirstStart(deployment.database.opened, PUBLIC_URL);
    const asked = {
      token: link?.split('#setup=')[1] ?? '',
      name: 'Rosalind',
      signInName: 'rosalind.hughes',
      password: 'seven grey herons at dawn',
    };
    const { status, body, cookie } = await post('session/setup', asked);
    expect([status, body, await isSignedIn(cookie)]).toEqual([200, { next: 'enrol' }, false]);
  });
});

describe('codes that are guessed', () => {
  const renew = (code: string, cookie: string) => post('session/renewal', byCode(code), cookie);
  const triesOf = async ({ id }: Person): Promise<number | undefined> =>
    (
      await deployment.database.sql<{ wrong: number }>('select wrong from code_try where staff_id = $1', [id])
    )[0]?.wrong;
  const already = ({ id }: Person, wrong: number) =>
    deployment.database.sql(
      `insert into code_try (staff_id, wrong, wrong_at) values ($1, $2, clock_timestamp())
       on conflict (staff_id) do update set wrong = $2, wrong_at = clock_timestamp()`,
      [id, wrong],
    );

  it('[SEC3] are compared one at a time, and no faster for being many', async () => {
    const { person, cookie } = await anEnrolled();
    const second = await post('session/proof', byCode('000000'), (await halfOf(person)).cookie);
    expect(said(second)).toEqual(WRONG);
    const since = performance.now();
    const answers = await Promise.all(Array.from({ length: 200 }, () => renew('000000', cookie)));
    const seconds = (performance.now() - since) / 1_000;
    const compared = answers.filter(({ status }) => status === 401).length;
    expect(answers.every(({ status }) => [401, 503].includes(status))).toBe(true);
    // Four more are free. Each after them waits for 1 s, 2 s, 4 s and so on, however many ask.
    expect(compared).toBeLessThanOrEqual(FREE_TRIES - 1 + Math.floor(Math.log2(seconds + 1.1)));
    expect(await triesOf(person)).toBe(1 + compared);
  });

  it('[SEC3] wait for the delay that a new half session does not reset, before they are compared', async () => {
    const { person, secret } = await anEnrolled();
    await already(person, FREE_TRIES + 1);
    const began = performance.now();
    expect((await prove(byCode(await codeOf(secret)), (await halfOf(person)).cookie)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(1_500);
    expect(await triesOf(person)).toBe(0);
  });

  it('[ACC2] end the session they came in, and no other; the right code still works after the delay', async () => {
    const { person, secret, cookie } = await anEnrolled();
    const other = await prove(byCode(await codeOf(secret)), (await halfOf(person)).cookie);
    expect(other.status).toBe(200);
    await deployment.database.sql(
      `update staff_session set wrong_codes = $2 where staff_id = $1 and ended_at is null`,
      [person.id, SESSION_WRONG_CODES - 2],
    );
    await deployment.database.sql(
      `update staff_session set wrong_codes = 0 where id = (
         select id from staff_session where staff_id = $1 order by began_at desc limit 1)`,
      [person.id],
    );
    expect(said(await renew('000000', cookie))).toEqual(WRONG);
    expect(said(await renew('000000', cookie))).toEqual([401, { refusal: 'not_signed_in' }]);
    expect([await isSignedIn(cookie), await isSignedIn(other.cookie)]).toEqual([false, true]);
    expect(
      await deployment.database.count(`audit_entry where whom = $1 and reason = 'wrong_codes'`, [person.id]),
    ).toBe(1);
    await already(person, FREE_TRIES);
    const half = await halfOf(person);
    expect((await prove(byCode(await codeOf(secret, 1)), half.cookie)).status).toBe(200);
  });
});

describe('a proof that is made again', () => {
  it('[SEC3] gives the session a new id and a new secret, and is asked for by what changes a factor', async () => {
    const { person, secret, cookie } = await anEnrolled();
    await deployment.database.sql(
      `update staff_session set proved_at = now() - interval '6 minutes' where staff_id = $1`,
      [person.id],
    );
    const begin = (with_: string) => post('account/authenticator', {}, with_);
    expect(said(await begin(cookie))).toEqual([403, { refusal: 'proof_old' }]);
    expect(said(await post('account/recovery-codes', {}, cookie))).toEqual([403, { refusal: 'proof_old' }]);
    expect(said(await post('session/renewal', { by: 'password', password: PASSWORD }, cookie))).toEqual(
      WRONG,
    );
    const renewed = await post('session/renewal', byCode(await codeOf(secret)), cookie);
    expect(renewed.status).toBe(200);
    expect([await isSignedIn(cookie), await isSignedIn(renewed.cookie)]).toEqual([false, true]);
    expect((await begin(renewed.cookie)).status).toBe(200);
    const { body } = await post<{ recoveryCodes: string[] }>('account/recovery-codes', {}, renewed.cookie);
    expect(body.recoveryCodes).toHaveLength(8);
  });
});
