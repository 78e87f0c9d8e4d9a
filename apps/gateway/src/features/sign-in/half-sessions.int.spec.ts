import type { CodeProof } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { byCode, OVER, said, signInSteps } from '../../../test/deployment/sign-in-steps';

const WAITING = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, factors: true });
});
afterAll(() => deployment.stop());

const { halfOf, codeOf, anEnrolled, prove } = signInSteps(() => deployment);

describe('a half session', () => {
  it.each([
    ['the password is changed', `update staff set password_hash = 'another' where id = $1`],
    ['the role is changed', `update staff set role = 'supervisor' where id = $1`],
    ['the account is switched off', 'update staff set active = false where id = $1'],
    ['the authenticator is removed', 'delete from authenticator where staff_id = $1'],
    [
      'another authenticator takes its place',
      `update authenticator set secret_sealed = '\\x00' where staff_id = $1`,
    ],
  ])('[SEC3] ends every half session of a person when %s', async (_, change) => {
    const { person, secret } = await anEnrolled();
    const other = await anEnrolled();
    const [half, second, untouched] = [
      await halfOf(person),
      await halfOf(person),
      await halfOf(other.person),
    ];
    await deployment.database.sql(change, [person.id]);
    for (const { cookie } of [half, second])
      expect(said(await prove(byCode(await codeOf(secret)), cookie))).toEqual(OVER);
    expect((await prove(byCode(await codeOf(other.secret)), untouched.cookie)).status).toBe(200);
  });

  it('[SEC3] gives one session for one half session, also with two right codes at once', async () => {
    const { person, secret, recoveryCodes } = await anEnrolled();
    const sessions = (): Promise<number> =>
      deployment.database.count('staff_session where staff_id = $1 and ended_at is null', [person.id]);
    const before = await sessions();
    const half = await halfOf(person);
    const codes: CodeProof[] = [
      byCode(await codeOf(secret)),
      ...recoveryCodes.slice(0, 3).map((code): CodeProof => ({ by: 'recovery_code', code })),
    ];
    const answers = await Promise.all(codes.map((code) => prove(code, half.cookie)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await sessions()).toBe(before + 1);
  });

  it('[SEC3] gives no session once the password has changed, also where the right code came just before', async () => {
    const { person, secret } = await anEnrolled();
    const half = await halfOf(person);
    const code = byCode(await codeOf(secret));
    const proving = await deployment.database.opened.transaction(async (tx) => {
      await tx.query('select from staff where id = $1 for no key update', [person.id]);
      const asked = prove(code, half.cookie);
      await until(
        'the session to wait for its person',
        async () => (await deployment.database.count(WAITING)) > 0,
      );
      await tx.query(`update staff set password_hash = 'another' where id = $1`, [person.id]);
      return { asked };
    });
    expect(said(await proving.asked)).toEqual(OVER);
  });
});
