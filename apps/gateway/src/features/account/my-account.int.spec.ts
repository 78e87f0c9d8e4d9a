import type { Account } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember, PASSWORD, signIn, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({});
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const NEXT = 'seven grey herons at dawn';

interface Answered {
  readonly status: number;
  readonly body: Account & { readonly refusal?: string };
}

interface Asked {
  readonly path?: string;
  readonly body?: object;
  readonly method?: 'GET' | 'POST' | 'DELETE';
}

const ask = async (cookie: string, { path = '', body, method }: Asked = {}): Promise<Answered> => {
  const answer = await fetch(`${deployment.gateway().url}/api/account${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answered['body'] };
};

const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await fetch(`${deployment.gateway().url}/api/session`, { headers: { cookie } })).status === 200;

const rowsOf = (action: string, { person }: Pick<Console, 'person'>): Promise<number> =>
  deployment.database.count('audit_entry where action = $1 and actor_id = $2', [action, person.id]);

describe('the own account', () => {
  it('shows the visitor the other name from the next message on, and colleagues the own one', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment);
    const held = await responder.takes(visitor.id);
    const { status, body } = await ask(responder.cookie, {
      path: '/names',
      body: { name: ' Rosalind ', visitorName: 'Robin' },
    });
    expect([status, body.name, body.visitorName]).toEqual([200, 'Rosalind', 'Robin']);
    const again = await responder.again(deployment.gateway());
    await again.says(held, 'hello');
    const notice = await visitor.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'message'),
    );
    expect(notice.entries.at(-1)).toMatchObject({ name: 'Robin', body: 'hello' });
    const [row] = await deployment.database.sql('select name, alias from staff where id = $1', [
      responder.person.id,
    ]);
    expect(row).toEqual({ name: 'Rosalind', alias: 'Robin' });
    expect(await rowsOf('names_changed', responder)).toBe(1);
  });

  it('takes another name in the order of all locks: the list of people, then the person', async () => {
    const person = await aStaffMember(deployment);
    const cookie = await signIn(deployment.gateway(), person);
    const work = deployment.gateway().app.get(UnitOfWork, { strict: false });
    await deployment.database.sql(
      `insert into setup_list (service_id, list) select service_id, 'people' from staff where id = $1
       on conflict (service_id, list) do nothing`,
      [person.id],
    );
    const { naming } = await work.inTransaction(async (stores) => {
      const row = await stores.staff.findStaff(staffId(person.id));
      if (row === null) throw new Error('nobody is there');
      await stores.setup.lock(row.serviceId, 'people', () => []);
      const asked = ask(cookie, { path: '/names', body: { name: 'Rosalind', visitorName: null } });
      const waiting = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await until(
        'the change of the name to wait',
        async () => (await deployment.database.count(waiting)) > 0,
      );
      // Held by the one who waits for the list, this would be a deadlock.
      await stores.staff.lock(row.id);
      return { naming: asked };
    });
    expect((await naming).body.name).toBe('Rosalind');
  });

  it('refuses a name that nobody can read, and a key it does not know', async () => {
    const cookie = await signIn(deployment.gateway(), await aStaffMember(deployment));
    for (const names of [
      { name: ' ' },
      { name: 'Sam', visitorName: '\u200b' },
      { name: '\u202Emas' },
      { name: 'Sam', visitorName: 'Ro\u200bbin' },
      { name: 'Sam', role: 'administrator' },
    ])
      expect(await ask(cookie, { path: '/names', body: { visitorName: null, ...names } })).toMatchObject({
        status: 400,
        body: { refusal: 'malformed' },
      });
  });

  it('changes the password for someone who knows the old one, and ends their other sessions', async () => {
    const person = await aStaffMember(deployment);
    const [here, elsewhere] = [
      await signIn(deployment.gateway(), person),
      await signIn(deployment.gateway(), person),
    ];
    const change = (current: string, next: string) =>
      ask(here, { path: '/password', body: { current, next } });
    expect(await change('not this one, no', NEXT)).toMatchObject({
      status: 401,
      body: { refusal: 'wrong_sign_in' },
    });
    expect((await change(PASSWORD, 'only fourteen!')).body).toEqual({ refusal: 'password_too_short' });
    expect((await change(PASSWORD, 'Password12345678')).body).toEqual({ refusal: 'password_too_common' });
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, true]);
    const { status, body } = await change(PASSWORD, NEXT);
    expect([status, body.sessions.length]).toEqual([200, 1]);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect((await change(PASSWORD, NEXT)).status).toBe(401);
    expect(await rowsOf('password_changed', { person })).toBe(1);
  });

  it('[SEC2] lists the sessions, and ends those of the person and nobody else’s', async () => {
    const [sam, jo] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    const cookies = [];
    for (const person of [sam, sam, sam, jo]) cookies.push(await signIn(deployment.gateway(), person));
    const [here = '', there = '', third = '', ofJo = ''] = cookies;
    expect((await ask(there, { path: '/device', body: { name: 'Work laptop' } })).status).toBe(200);
    const { body: account } = await ask(here);
    expect(account.sessions.map(({ isThis }) => isThis)).toEqual([true, false, false]);
    const named = account.sessions.find(({ device }) => device === 'Work laptop');
    const { body: foreign } = await ask(ofJo);
    const end = (id?: string) =>
      ask(here, { path: id === undefined ? '/sessions' : `/sessions/${id}`, method: 'DELETE' });
    expect((await end(foreign.sessions[0]?.id)).status).toBe(200);
    expect((await end(named?.id)).body.sessions).toHaveLength(2);
    expect([await isSignedIn(there), await isSignedIn(third), await isSignedIn(ofJo)]).toEqual([
      false,
      true,
      true,
    ]);
    expect((await end()).body.sessions).toHaveLength(1);
    expect([await isSignedIn(here), await isSignedIn(third), await isSignedIn(ofJo)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
