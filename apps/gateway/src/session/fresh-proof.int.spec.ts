import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { SetupAnswer, SetupList } from '@warmline/contracts';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../test/deployment/deployment';
import { aStaffMember } from '../../test/deployment/staff';

let deployment: Deployment;
let administrator: Person;
let supervisor: Person;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, factors: true });
  administrator = await aStaffMember(deployment, { role: 'administrator' });
  supervisor = await aStaffMember(deployment, { role: 'supervisor' });
});
afterAll(() => deployment.stop());

/** The cookie of a session whose person proved who they are so many minutes ago. */
const provedAgo = async ({ id }: Person, minutes: number): Promise<string> => {
  const secret = randomBytes(32).toString('base64url');
  await deployment.database.sql(
    `insert into staff_session (id, secret_hash, staff_id, began_at, used_at, proof, proved_at)
     values ($1, $2, $3, now(), now(), 'authenticator', now() - $4::integer * interval '1 minute')`,
    [randomUUID(), createHash('sha256').update(secret).digest(), id, minutes],
  );
  return `__Host-warmline=${secret}`;
};

interface Asked {
  readonly cookie: string;
  readonly method?: string;
  readonly body?: object;
}
const ask = async (path: string, { cookie, method = 'GET', body }: Asked) => {
  const answer = await fetch(`${deployment.gateway().url}/api/${path}`, {
    method,
    headers: { cookie, origin: PUBLIC_URL, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text };
};
const OLD = { status: 403, text: JSON.stringify({ refusal: 'proof_old' }) };

/** The list of people, as it is saved with one change. */
const withRows = async (cookie: string, change: (rows: SetupList['rows']) => SetupList['rows']) => {
  const list = JSON.parse((await ask('setup/people', { cookie })).text) as SetupList;
  return { version: list.version, rows: change(list.rows), checkOnly: false };
};
const save = (cookie: string, body: object) => ask('setup/people', { cookie, method: 'POST', body });
const outcomeOf = ({ text }: { readonly text: string }): string => (JSON.parse(text) as SetupAnswer).outcome;
const rae = (over: Record<string, string>) => ({
  sign_in_name: 'rae',
  name: 'Rae',
  role: 'responder',
  capacity: '2',
  languages: 'en',
  active: 'yes',
  ...over,
});

describe('outside the demo a fresh proof', () => {
  it.each([
    ['POST', 'invites/:person', {}],
    ['DELETE', 'invites/:person', {}],
    ['POST', 'wall-links', { label: 'Office', lasts: 30 }],
    ['GET', 'setup/people/file?format=csv', undefined],
    ['GET', 'setup/people/file?format=csv&checkOnly=1', undefined],
  ] as const)('[ACC1] is asked for by %s %s', async (method, path, body) => {
    const { id } = await aStaffMember(deployment);
    const asked = (cookie: string) =>
      ask(path.replace(':person', id), { cookie, method, ...(body && { body }) });
    const exported = () => deployment.database.count(`audit_entry where action = 'list_exported'`);
    const before = await exported();
    expect(await asked(await provedAgo(administrator, 6))).toEqual(OLD);
    expect(await exported()).toBe(before);
    const { status } = await asked(await provedAgo(administrator, 1));
    // Someone who has opened their account gets no invite.
    expect(status).toBeLessThan(method === 'POST' && path.startsWith('invites') ? 410 : 300);
    expect(status).not.toBe(403);
  });

  it('[ACC1] is asked for by the export of the audit log', async () => {
    expect(await ask('audit/export', { cookie: await provedAgo(supervisor, 6) })).toEqual(OLD);
    expect((await ask('audit/export', { cookie: await provedAgo(supervisor, 1) })).status).toBe(200);
  });

  it('[ACC1] is asked for by a list of people in which a role or an account changes, and by no other', async () => {
    const [old, fresh] = [await provedAgo(administrator, 6), await provedAgo(administrator, 1)];
    const add = await withRows(old, (rows) => [...rows, rae({})]);
    expect(await save(old, add)).toEqual(OLD);
    expect(await deployment.database.count(`staff where sign_in_name = 'rae'`)).toBe(0);
    expect(outcomeOf(await save(old, { ...add, checkOnly: true }))).toBe('checked');
    expect(outcomeOf(await save(fresh, add))).toBe('saved');
    const edit = (over: Record<string, string>) =>
      withRows(old, (rows) => rows.map((row) => (row['sign_in_name'] === 'rae' ? { ...row, ...over } : row)));
    for (const over of [{ role: 'supervisor' }, { active: 'no' }])
      expect(await save(old, await edit(over))).toEqual(OLD);
    expect(outcomeOf(await save(old, await edit({ capacity: '1' })))).toBe('saved');
    expect(outcomeOf(await save(fresh, await edit({ role: 'supervisor' })))).toBe('saved');
  });

  it('[ACC1] is asked for by a list Service that changes how long chats are kept: saved, from a file or undone', async () => {
    const [old, fresh] = [await provedAgo(administrator, 6), await provedAgo(administrator, 1)];
    const post = (path: string, cookie: string, body: object) =>
      ask(`setup/service${path}`, { cookie, method: 'POST', body });
    const list = JSON.parse((await ask('setup/service', { cookie: old })).text) as SetupList;
    const common = { version: list.version, checkOnly: false };
    const rows = list.rows.map((row) => ({ ...row, keeps_days: '400' }));
    const file = { ...common, format: 'json', mode: 'replace', text: JSON.stringify(rows) };
    expect(await post('', old, { ...common, rows })).toEqual(OLD);
    expect(await post('/file', old, file)).toEqual(OLD);
    expect(outcomeOf(await post('/file', fresh, file))).toBe('saved');
    const { version, last } = JSON.parse((await ask('setup/service', { cookie: old })).text) as SetupList;
    expect(await post('/undo', old, { save: last?.id, version })).toEqual(OLD);
    const named = rows.map((row) => ({ ...row, name: 'Other' }));
    expect(outcomeOf(await post('', old, { version, checkOnly: false, rows: named }))).toBe('saved');
  });
});
