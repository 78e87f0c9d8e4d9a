import { randomBytes } from 'node:crypto';
import type { InvitedPerson, InviteMade, SetupAnswer, SetupList } from '@warmline/contracts';
import { serviceId, staffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { until } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';
import { MailReceiver } from '../../../test/receivers/receivers';

const WAITING = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;

let deployment: Deployment;
let mails: MailReceiver;
let cookie: string;
beforeAll(async () => {
  mails = await MailReceiver.start({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('nobody@') ? new Error('no such box') : undefined),
  });
  const more = {
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    SMTP_FROM: 'chat@charity.example',
    SMTP_PLAIN: '1',
  };
  deployment = await Deployment.start({ worker: false, more });
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'administrator' }));
});
afterAll(async () => {
  await deployment.stop();
  await mails.stop();
});

const PASSWORD = 'seven grey herons at dawn';
const FRAGMENT = '/console/#invite=';

interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

const ask = async <Body>(
  method: string,
  path: string,
  { body, as = '' }: { readonly body?: object; readonly as?: string },
): Promise<Answered<Body>> => {
  const answer = await fetch(`${deployment.gateway().url}/api/${path}`, {
    method,
    headers: { cookie: as, origin: PUBLIC_URL, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

let added = 0;
/** Adds someone to the list of people, as an administrator does; answers the link and its secret. */
const anInvited = async (): Promise<{ signInName: string; token: string; id: string }> => {
  const { body: list } = await ask<SetupList>('GET', 'setup/people', { as: cookie });
  const person = {
    sign_in_name: `rae.${(added += 1)}`,
    name: 'Rae',
    role: 'responder',
    capacity: '2',
    languages: 'en',
    active: 'yes',
  };
  const rows = [...list.rows, person];
  const { body } = await ask<SetupAnswer>('POST', 'setup/people', {
    as: cookie,
    body: { version: list.version, rows, checkOnly: false },
  });
  if (body.outcome !== 'saved') throw new Error(JSON.stringify(body));
  const [invite] = body.invites;
  expect(invite?.link).toMatch(new RegExp(`^${PUBLIC_URL}${FRAGMENT}[\\w-]{43}$`));
  const signInName = person.sign_in_name;
  const [row] = await deployment.database.sql<{ id: string }>(
    'select id from staff where sign_in_name = $1',
    [signInName],
  );
  return { signInName, token: invite?.link.split(FRAGMENT)[1] ?? '', id: row?.id ?? '' };
};

const read = (token: string) => ask('POST', 'invite/read', { body: { token } });
const accept = (token: string, over: object = {}) =>
  ask('POST', 'invite/accept', { body: { token, name: 'Rosalind', password: PASSWORD, ...over } });
const tries = (signInName: string, password: string) =>
  ask('POST', 'session', { body: { signInName, password } });
const rows = (action: string, whom: string): Promise<number> =>
  deployment.database.count('audit_entry where action = $1 and (whom = $2 or actor_id = $2)', [action, whom]);

describe('an invite', () => {
  it('[ACC1] opens the account once, with a name and a password that its person chooses', async () => {
    const { signInName, token, id } = await anInvited();
    expect((await tries(signInName, PASSWORD)).status).toBe(401);
    expect((await tries(signInName, 'no password opens this')).status).toBe(401);
    expect(await read(token)).toMatchObject({ status: 200, body: { signInName, name: 'Rae' } });
    expect(await accept(token, { password: 'only fourteen!' })).toMatchObject({ status: 400 });
    expect(await accept(token, { name: ' ' })).toMatchObject({ status: 400, body: { refusal: 'malformed' } });
    expect(await accept(token)).toMatchObject({ status: 200, body: { staff: { name: 'Rosalind' } } });
    expect((await tries(signInName, PASSWORD)).status).toBe(200);
    for (const over of [await read(token), await accept(token)])
      expect([over.status, over.body]).toEqual([410, { refusal: 'invite_used' }]);
    expect([await rows('invite_made', id), await rows('invite_used', id)]).toEqual([1, 1]);
  });

  it('[ACC1] is nowhere in the database, the log or an answer about people', async () => {
    const { token } = await anInvited();
    const [stored] = await deployment.database.sql<{ rows: string }>(
      'select json_agg(i)::text || (select json_agg(a)::text from audit_entry a) as rows from invite i',
    );
    const { body } = await ask('GET', 'invites', { as: cookie });
    for (const text of [stored?.rows ?? '', deployment.log.lines.join(''), JSON.stringify(body)])
      expect(text).not.toContain(token);
  });

  it('[ACC1] that expired, was revoked or has a newer one says so, and opens nothing', async () => {
    const late = await anInvited();
    await deployment.database.sql('update invite set expires_at = now() where staff_id = $1', [late.id]);
    expect((await accept(late.token)).body).toEqual({ refusal: 'invite_expired' });
    const revoked = await anInvited();
    expect((await ask('DELETE', `invites/${revoked.id}`, { as: cookie })).status).toBe(200);
    expect((await accept(revoked.token)).body).toEqual({ refusal: 'invite_revoked' });
    const made = await ask<InviteMade>('POST', `invites/${late.id}`, { as: cookie });
    const again = await ask<InviteMade>('POST', `invites/${late.id}`, { as: cookie });
    const secretOf = ({ body }: Answered<InviteMade>): string => body.made.link.split(FRAGMENT)[1] ?? '';
    expect((await accept(secretOf(made))).body).toEqual({ refusal: 'invite_revoked' });
    expect((await accept(secretOf(again))).status).toBe(200);
    expect((await accept(randomBytes(32).toString('base64url'))).body).toEqual({ refusal: 'link_over' });
  });

  it('tells anyone who edits the list of people that the name has changed', async () => {
    const { signInName, token } = await anInvited();
    const { body: list } = await ask<SetupList>('GET', 'setup/people', { as: cookie });
    expect((await accept(token)).status).toBe(200);
    const { version, rows: seen } = list;
    const { body } = await ask<SetupAnswer>('POST', 'setup/people', {
      as: cookie,
      body: { version, rows: seen, checkOnly: false },
    });
    expect(body.outcome).toBe('outdated');
    const [row] = await deployment.database.sql('select name from staff where sign_in_name = $1', [
      signInName,
    ]);
    expect(row).toEqual({ name: 'Rosalind' });
  });

  it('is accepted in the order of all locks: the list of people, the person, the invite', async () => {
    const { token, id } = await anInvited();
    const work = deployment.gateway().app.get(UnitOfWork, { strict: false });
    const answer = await work.inTransaction(async (stores) => {
      const row = await stores.staff.lock(staffId(id));
      const accepting = accept(token);
      await until('the accepting to wait', async () => (await deployment.database.count(WAITING)) > 0);
      // Held by the one who waits for the person, this would be a deadlock.
      const by = row?.id ?? staffId(id);
      await stores.invites.revoke({
        type: 'invite_revoked',
        service: row?.serviceId ?? serviceId(id),
        staff: by,
        by,
      });
      return { accepting };
    });
    expect((await answer.accepting).body).toEqual({ refusal: 'invite_revoked' });
  });

  it('[ACC1] lets one of many who use it at once in', async () => {
    const { token } = await anInvited();
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 410, 503].includes(status))).toBe(true);
  });

  it('[ACC1] is made for nobody who has opened their account, and for nobody elsewhere', async () => {
    const { token, id } = await anInvited();
    expect((await accept(token)).status).toBe(200);
    const make = (who: string) => ask('POST', `invites/${who}`, { as: cookie });
    expect((await make(id)).body).toEqual({ refusal: 'not_due' });
    expect((await make(crypto.randomUUID())).body).toEqual({ refusal: 'not_found' });
    const { body } = await ask<{ people: InvitedPerson[] }>('GET', 'invites', { as: cookie });
    expect(body.people.find((person) => person.id === id)).toMatchObject({
      isOpened: true,
      invite: { state: 'used' },
    });
  });

  it('[ACC1] goes by e-mail to one address from who made it, says what came of it, and is kept nowhere', async () => {
    const { token, id } = await anInvited();
    const mail = (address: string, as = cookie) =>
      ask('POST', 'invite/mail', { body: { token, address }, as });
    const other = await signIn(
      deployment.gateway(),
      await aStaffMember(deployment, { role: 'administrator' }),
    );
    expect((await mail('rae@charity.example', other)).body).toEqual({ refusal: 'not_found' });
    expect((await mail('rae@charity.example, kit@charity.example')).status).toBe(400);
    expect((await mail('rae@charity.example')).body).toEqual({ result: 'sent' });
    const [mailed, ...more] = mails.received.filter(({ to }) => to.includes('rae@charity.example'));
    expect(more).toEqual([]);
    // The words of the message as its reader gets them: lines that were broken for the way are whole again.
    expect(mailed?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(`${FRAGMENT}${token}`);
    const [stored] = await deployment.database.sql<{ rows: string }>(
      'select json_agg(i)::text || (select json_agg(a)::text from audit_entry a) as rows from invite i',
    );
    for (const text of [stored?.rows ?? '', deployment.log.lines.join('')])
      expect(text).not.toMatch(new RegExp(`${token}|rae@charity`));
    const { body } = await ask<{ people: InvitedPerson[] }>('GET', 'invites', { as: cookie });
    expect(body.people.find((person) => person.id === id)?.invite?.mailed?.result).toBe('sent');
    for (let time = 2; time <= 5; time += 1)
      expect((await mail(`rae${time}@charity.example`)).status).toBe(200);
    expect((await mail('rae6@charity.example')).body).toEqual({ refusal: 'too_fast' });
    expect(await rows('invite_mailed', id)).toBe(5);
    expect((await accept(token)).status).toBe(200);
    expect((await mail('rae@charity.example')).body).toEqual({ refusal: 'invite_used' });
  });

  it('[ACC1] that the mail server turns down says so, and its link still works', async () => {
    const { token, id } = await anInvited();
    const { body } = await ask('POST', 'invite/mail', {
      body: { token, address: 'nobody@charity.example' },
      as: cookie,
    });
    expect(body).toEqual({ result: 'turned_down' });
    expect(
      await deployment.database.count(
        `audit_entry where action = 'invite_mailed' and whom = $1 and reason = 'turned_down'`,
        [id],
      ),
    ).toBe(1);
    expect((await accept(token)).status).toBe(200);
  });
});
