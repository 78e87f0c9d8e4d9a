import { generate } from 'otplib';
import type { AuthenticatorDraft, CodeProof } from '@warmline/contracts';
import { CODE_STEP } from '@warmline/identity';
import { SECOND } from '@warmline/kernel';
import type { Person, PersonSetUp } from '@warmline/test-kit';
import { PUBLIC_URL, type Deployment } from './deployment';
import { aStaffMember, PASSWORD } from './staff';

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  /** All cookies that it set, as a browser would send them back. */
  readonly cookie: string;
}

export const WRONG = [401, { refusal: 'wrong_code' }];
export const OVER = [401, { refusal: 'half_session_over' }];
export const said = ({ status, body }: Answered<unknown>): unknown[] => [status, body];
export const byCode = (code: string): CodeProof => ({ by: 'authenticator', code });

export interface Enrolled {
  readonly person: Person;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly cookie: string;
}

/** Signs in over HTTP, step by step, as a browser does outside the demo. */
export const signInSteps = (deployment: () => Deployment) => {
  const post = async <Body = unknown>(path: string, body: object, cookie = ''): Promise<Answered<Body>> => {
    const answer = await fetch(`${deployment().gateway().url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL, cookie },
      body: JSON.stringify(body),
    });
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    return { status: answer.status, body: (await answer.json()) as Body, cookie: set.join('; ') };
  };

  const halfOf = async ({ signInName }: Pick<Person, 'signInName'>): Promise<Answered<{ next: string }>> =>
    post('session', { signInName, password: PASSWORD });

  /** Of the 30 seconds that are `steps` after those of now, by the clock that the server asks. */
  const codeOf = async (secret: string, steps = 0): Promise<string> => {
    const [row] = await deployment().database.sql<{ now: number }>(
      'select extract(epoch from clock_timestamp())::double precision as now',
    );
    return generate({ secret, epoch: Math.floor((row?.now ?? 0) + (steps * CODE_STEP) / SECOND) });
  };

  /** Someone who had a password only, and has set up an authenticator. The code of the step before was the first. */
  const anEnrolled = async (setUp: PersonSetUp = {}): Promise<Enrolled> => {
    const person = await aStaffMember(deployment(), setUp);
    const half = await halfOf(person);
    expect(half.body).toEqual({ next: 'enrol' });
    const { body: draft } = await post<AuthenticatorDraft>('session/authenticator', {}, half.cookie);
    const code = await codeOf(draft.secret, -1);
    const { status, body, cookie } = await post<{ recoveryCodes: string[] }>(
      'session/authenticator/confirm',
      { code },
      half.cookie,
    );
    expect(status).toBe(200);
    return { person, secret: draft.secret, recoveryCodes: body.recoveryCodes, cookie };
  };

  const prove = (proof: CodeProof, cookie: string) => post('session/proof', proof, cookie);
  return { post, halfOf, codeOf, anEnrolled, prove };
};
