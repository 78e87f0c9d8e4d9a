import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { aPerson, stretched, until, type Person } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, PASSWORD } from '../../../test/deployment/staff';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());

interface Try {
  readonly signInName: string;
  readonly password?: string;
  readonly cookie?: string;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  /** As a browser would send them back. */
  readonly cookie: string;
}

const post = async ({ signInName, password = PASSWORD, cookie = '' }: Try): Promise<Answered> => {
  const { status, headers, ...answer } = await fetch(`${deployment.gateway().url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ signInName, password }),
  }).then(async (response) => ({
    status: response.status,
    headers: response.headers,
    body: await response.json(),
  }));
  const cookies = headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  return { status, headers, ...answer, cookie: cookies.join('; ') };
};

const wrong = (signInName: string, cookie = ''): Promise<Answered> =>
  post({ signInName, password: 'not this one', cookie });

const audited = (what: string, person: Person): Promise<number> =>
  deployment.database.count(`audit_entry where action = $1 and actor_id = $2`, [what, person.id]);

describe('signing in over HTTP', () => {
  it('refuses a wrong password, an unknown name and a deactivated person with the same answer', async () => {
    const [person, gone] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    await deployment.database.sql('update staff set active = false where id = $1', [gone.id]);
    const answers = [
      await wrong(person.signInName),
      await wrong(randomUUID()),
      await post({ signInName: gone.signInName }),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([401, { refusal: 'wrong_sign_in' }]);
      expect([...headers.keys()].sort()).toEqual([...(answers[0]?.headers.keys() ?? [])].sort());
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(await audited('signed_in', person)).toBe(0);
  });

  it('gives each sign-in a new session, and ends the one that the browser had', async () => {
    const person = await aStaffMember(deployment);
    const first = await post({ signInName: person.signInName });
    const second = await post({ signInName: person.signInName, cookie: first.cookie });
    expect(second.status).toBe(200);
    const [before, now] = [first, second].map(({ cookie }) => cookie.split('; ')[0]);
    expect(now).not.toBe(before);
    const read = (cookie = ''): Promise<number> =>
      fetch(`${deployment.gateway().url}/api/session`, { headers: { cookie } }).then(({ status }) => status);
    expect([await read(before), await read(now)]).toEqual([401, 200]);
  });

  it('[SEC2] ends the session of the person who was signed in on this browser before', async () => {
    const [sam, jo] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    const { cookie } = await post({ signInName: sam.signInName });
    expect((await post({ signInName: jo.signInName, cookie })).status).toBe(200);
    expect(
      await deployment.database.count('staff_session where staff_id = $1 and ended_at is null', [sam.id]),
    ).toBe(0);
    expect(await audited('signed_out', sam)).toBe(1);
  });

  it('keeps a device known by a random secret that is stored as a hash, and lets nobody in with it', async () => {
    const person = await aStaffMember(deployment);
    const { headers } = await post({ signInName: person.signInName });
    const device = headers.getSetCookie()[1] ?? '';
    expect(device).toMatch(
      /^__Host-warmline-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=7776000$/,
    );
    const cookie = device.split(';')[0] ?? '';
    expect((await wrong(person.signInName, cookie)).status).toBe(401);
    const answer = await fetch(`${deployment.gateway().url}/api/session`, { headers: { cookie } });
    expect(answer.status).toBe(401);
    const [secret = ''] = cookie.split('=').slice(1);
    expect(
      await deployment.database.count(
        `staff_device where staff_id = $1 and secret_hash = sha256(convert_to($2, 'UTF8'))`,
        [person.id, secret],
      ),
    ).toBe(1);
  });

  it('slows wrong passwords at one name, and says when to try again instead of letting them pile up', async () => {
    const { signInName } = await aStaffMember(deployment);
    for (let free = 0; free < 5; free += 1) expect((await wrong(signInName)).status).toBe(401);
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 5 }, () => wrong(signInName)));
    expect(performance.now() - started).toBeGreaterThan(900);
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy).toHaveLength(3);
    for (const { body, headers } of busy) {
      expect(body).toEqual({ refusal: 'busy' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('a sign-in while strangers try names', () => {
  const LIKE_PRODUCTION = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

  it('[ACC2] takes a known device within 5 s, beside 200 names and ten tries a second at its own', async () => {
    const person = await aPerson(deployment.database.opened, deployment.service, {
      passwordHash: await hash(PASSWORD, LIKE_PRODUCTION),
    });
    const { signInName } = person;
    let { cookie } = await post({ signInName });
    const timed = async (): Promise<number> => {
      const started = performance.now();
      const answer = await post({ signInName, cookie });
      expect(answer.status).toBe(200);
      cookie = answer.cookie;
      return performance.now() - started;
    };
    const median = async (): Promise<number> => {
      const times = [await timed(), await timed(), await timed(), await timed(), await timed()];
      return times.sort((one, other) => one - other)[2] ?? Number.POSITIVE_INFINITY;
    };
    const tries: Promise<Answered>[] = [];
    const guess = (name: string): void => void tries.push(wrong(name));
    for (let name = 0; name < 200; name += 1) guess(`${name}-${randomUUID()}`);
    const atOwnName = setInterval(() => guess(signInName), 100);
    await until('the strangers to fill their places', () => Promise.resolve(tries.length > 203));
    const attacked = await median();
    clearInterval(atOwnName);
    const statuses = new Set((await Promise.all(tries)).map(({ status }) => status));
    expect([...statuses].sort()).toEqual([401, 503]);
    expect(attacked).toBeLessThan(stretched(5_000));
  });
});
