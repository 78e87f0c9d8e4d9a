import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TestDatabase } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { aStaffMember, PASSWORD } from '../../../test/deployment/staff';
import type { Config } from '../../core/config';
import { closeConnections } from '../../core/connections';
import { makeLog } from '../../core/log';
import { openResources } from '../../core/resources';
import { prepareFirstStart } from '../setup';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());
beforeEach(async () => {
  await deployment.database.sql('delete from setup_link');
  await deployment.database.sql(`update staff set role = 'responder' where role = 'administrator'`);
});

const FRAGMENT = '/console/#setup=';

const makeLink = (): Promise<string | null> => prepareFirstStart(deployment.database.opened, PUBLIC_URL);

/** The secret of a new link. */
const aToken = async (): Promise<string> => {
  const link = await makeLink();
  expect(link).toMatch(new RegExp(`^${PUBLIC_URL}${FRAGMENT}[\\w-]{43}$`));
  return link?.split(FRAGMENT)[1] ?? '';
};

let made = 0;
const aPerson = (over: object = {}) => ({
  name: 'Rosalind',
  signInName: `rosalind.${(made += 1)}`,
  password: 'seven grey herons at dawn',
  ...over,
});

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

const post = async (body: object, path = '/api/session/setup'): Promise<Answered> => {
  const answer = await fetch(`${deployment.gateway().url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
};

const administrators = (): Promise<number> => deployment.database.count(`staff where role = 'administrator'`);

describe('the first start', () => {
  it('sets up one service, closed until someone is on shift, with the words that show danger', async () => {
    const empty = await TestDatabase.clone();
    const link = () => prepareFirstStart(empty.opened, PUBLIC_URL);
    for (const made of await Promise.all([link(), link()])) expect(made).toContain(FRAGMENT);
    expect(await empty.sql('select name, on_call from service')).toEqual([
      { name: 'Support chat', on_call: false },
    ]);
    expect(await empty.count('setup_link')).toBe(1);
    expect(await empty.count('watched_words where promotes')).toBeGreaterThan(5);
    await empty.close();
  });

  it('[ACC1] prints a link whose secret is nowhere in the database, and a new one ends the old one', async () => {
    const first = await aToken();
    const second = await aToken();
    expect(second).not.toBe(first);
    const rows = await deployment.database.sql('select encode(secret_hash, $1) as hash from setup_link', [
      'hex',
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(second);
    expect((await post(aPerson({ token: first }))).status).toBe(410);
    expect((await post(aPerson({ token: second }))).status).toBe(200);
  });

  it('[ACC1] makes no link once there is an administrator', async () => {
    await aStaffMember(deployment, { role: 'administrator' });
    expect(await makeLink()).toBeNull();
    expect(await deployment.database.count('setup_link')).toBe(0);
  });
});

describe('setting up the first administrator', () => {
  it('makes the account, signs in, and records both', async () => {
    const person = aPerson({ token: await aToken(), name: ' Rosalind ' });
    const { status, body, headers } = await post(person);
    expect([status, body]).toEqual([
      200,
      { staff: { id: expect.any(String), name: 'Rosalind', role: 'administrator', furtherRoles: [] } },
    ]);
    const [session, device] = headers.getSetCookie();
    expect(session).toMatch(/^__Host-warmline=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure/);
    expect(device).toMatch(/^__Host-warmline-device=/);
    const { id } = (body as { staff: { id: string } }).staff;
    const actions = await deployment.database.sql<{ action: string }>(
      'select action from audit_entry where actor_id = $1 order by id',
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['administrator_set_up', 'signed_in']);
    const { signInName, password } = person;
    expect((await post({ signInName, password }, '/api/session')).status).toBe(200);
  });

  it('[ACC1] answers a used, an expired, an unknown and a broken link alike, and makes nobody', async () => {
    const used = await aToken();
    expect((await post(aPerson({ token: used }))).status).toBe(200);
    const afterUse = await post(aPerson({ token: used }));
    await deployment.database.sql(`update staff set role = 'responder' where role = 'administrator'`);
    const whileThereIsNone = await post(aPerson({ token: used }));
    await deployment.database.sql('delete from setup_link');
    const expired = await aToken();
    await deployment.database.sql(`update setup_link set expires_at = now() - interval '1 second'`);
    const answers = [
      afterUse,
      whileThereIsNone,
      await post(aPerson({ token: expired })),
      await post(aPerson({ token: randomBytes(32).toString('base64url') })),
      await post(aPerson({ token: 'cut-off' })),
    ];
    const names = (headers: Headers): string[] => [...headers.keys()].sort();
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([410, { refusal: 'link_over' }]);
      expect(names(headers)).toEqual(names(afterUse.headers));
    }
    expect(await administrators()).toBe(0);
  });

  it('[ACC1] lets one of many who use the same link at once in', async () => {
    const token = await aToken();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(aPerson({ token }))));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 410, 503].includes(status))).toBe(true);
    expect(await administrators()).toBe(1);
  });

  it('says what is wrong with what was typed, and keeps the link', async () => {
    const token = await aToken();
    const { signInName } = await aStaffMember(deployment);
    const refusalOf = async (over: object) => (await post(aPerson({ token, ...over }))).body;
    expect(await refusalOf({ password: 'only fourteen!' })).toEqual({ refusal: 'password_too_short' });
    expect(await refusalOf({ password: 'Password12345678' })).toEqual({ refusal: 'password_too_common' });
    expect(await refusalOf({ signInName })).toEqual({ refusal: 'name_taken' });
    expect(await refusalOf({ signInName: 'Not a name' })).toEqual({ refusal: 'malformed' });
    expect(await refusalOf({ name: '\u200b' })).toEqual({ refusal: 'malformed' });
    expect(await refusalOf({ role: 'supervisor' })).toEqual({ refusal: 'malformed' });
    expect((await post(aPerson({ token }))).status).toBe(200);
  });
});

describe('a start outside the demo', () => {
  const start = async (people: readonly { signInName: string; password: string }[]): Promise<void> => {
    const file = join(dirname(deployment.config.KEYRING_DIR), 'published.json');
    await writeFile(file, JSON.stringify(people));
    const config: Config = { ...deployment.config, WARMLINE_DEMO: '0', DEMO_SIGN_INS_FILE: file };
    const opened = await openResources(config, 'worker', makeLog('silent', 'worker'));
    await closeConnections(opened.connections);
  };

  it('[ACC1] is refused while a published password opens an account, and not for a person of the same name', async () => {
    const { signInName } = await aStaffMember(deployment);
    await expect(start([{ signInName, password: PASSWORD }])).rejects.toThrow(
      `This database holds the demo, whose passwords are published (${signInName})`,
    );
    await start([
      { signInName, password: 'steady-orchard-bridge' },
      { signInName: 'nobody.here', password: PASSWORD },
    ]);
  });
});
