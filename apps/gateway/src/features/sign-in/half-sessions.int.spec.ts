import type { CodeProof } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { byCode, OVER, said, signInSteps } from '../../../test/deployment/sign-in-steps';

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
});
