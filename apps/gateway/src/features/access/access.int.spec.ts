import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AccessWaiting, SetupAnswer, SetupList, SetupRow } from '@warmline/contracts';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { signInSteps } from '../../../test/deployment/sign-in-steps';
import { aStaffMember, Console } from '../../../test/deployment/staff';

let deployment: Deployment;
let kit: Person;
let rosa: Person;
let ana: Person;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, factors: true });
  kit = await aStaffMember(deployment, { role: 'administrator' });
  rosa = await aStaffMember(deployment, { role: 'administrator' });
  ana = await aStaffMember(deployment, { role: 'supervisor' });
});
afterEach(() => deployment.database.sql('delete from access_proposal'));
afterAll(() => deployment.stop());

const { anEnrolled, halfOf } = signInSteps(() => deployment);

/** The cookie of a session whose person proved who they are so many minutes ago. */
const as = async ({ id }: Person, provedAgo = 1): Promise<string> => {
  const secret = randomBytes(32).toString('base64url');
  await deployment.database.sql(
    `insert into staff_session (id, secret_hash, staff_id, began_at, used_at, proof, proved_at)
     values ($1, $2, $3, now(), now(), 'authenticator', now() - $4::integer * interval '1 minute')`,
    [randomUUID(), createHash('sha256').update(secret).digest(), id, provedAgo],
  );
  return `__Host-warmline=${secret}`;
};

interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}
const ask = async <Body>(path: string, cookie: string, body?: object): Promise<Answered<Body>> => {
  const answer = await fetch(`${deployment.gateway().url}/api/${path}`, {
    headers: { cookie, origin: PUBLIC_URL, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

type Change = (rows: SetupRow[]) => SetupRow[];
const change =
  ({ signInName }: Person, over: SetupRow): Change =>
  (rows) =>
    rows.map((row) => (row['sign_in_name'] === signInName ? { ...row, ...over } : row));

/** Saves the list of people with one change, as rows or as a file. */
const save = async (by: Person, to: Change, how: 'rows' | 'file' = 'rows') => {
  const cookie = await as(by);
  const { body: list } = await ask<SetupList>('setup/people', cookie);
  const rows = to([...list.rows]);
  const common = { version: list.version, checkOnly: false };
  const { body } =
    how === 'rows'
      ? await ask<SetupAnswer>('setup/people', cookie, { ...common, rows })
      : await ask<SetupAnswer>('setup/people/file', cookie, {
          ...common,
          format: 'json',
          mode: 'replace',
          text: JSON.stringify(rows),
        });
  if (body.outcome !== 'saved') throw new Error(JSON.stringify(body));
  return body;
};

const waitingFor = async (person: Person) =>
  (await ask<AccessWaiting>('access', await as(person))).body.waiting;
const proposalAbout = async ({ signInName }: Person): Promise<string> =>
  (await waitingFor(ana)).find((one) => one.signInName === signInName)?.id ?? randomUUID();
const agree = async (person: Person, proposal: string, provedAgo = 1) =>
  ask<{ refusal?: string }>(`access/${proposal}/agree`, await as(person, provedAgo), {});
const isNow = async ({ id }: Person) =>
  (await deployment.database.sql('select role, active from staff where id = $1', [id]))[0];
const audited = ({ id }: Person) =>
  deployment.database.sql(
    `select action, actor_id, subject, reason from audit_entry where whom = $1 and action like 'access%' order by id`,
    [id],
  );

describe('a change of who may do what', () => {
  it.each(['rows', 'file'] as const)(
    '[ACC3] that comes in %s waits for a second person, and is one audit row with both of them',
    async (how) => {
      const sam = await aStaffMember(deployment);
      const saved = await save(kit, change(sam, { role: 'supervisor', name: 'Samira' }), how);
      expect(saved).toMatchObject({ changed: 1, waiting: [sam.signInName] });
      expect(saved.list.rows.find((row) => row['sign_in_name'] === sam.signInName)).toMatchObject({
        name: 'Samira',
        role: 'responder',
      });
      const proposal = await proposalAbout(sam);
      const socket = await Console.reaches(deployment.gateway(), await as(sam));
      const closed = new Promise((resolve) => void socket.once('disconnect', resolve));
      for (const [person, reader] of [
        [kit, 'proposer'],
        [rosa, 'second'],
      ] as const)
        expect(await waitingFor(person)).toMatchObject([{ reader, name: 'Samira' }]);
      expect(await agree(kit, proposal)).toMatchObject({ status: 409, body: { refusal: 'not_yourself' } });
      expect(await agree(rosa, proposal, 6)).toMatchObject({ status: 403, body: { refusal: 'proof_old' } });
      expect((await agree(rosa, proposal)).status).toBe(200);
      await closed;
      expect(await isNow(sam)).toEqual({ role: 'supervisor', active: true });
      const row = { actor_id: kit.id, reason: 'role_from_responder_to_supervisor' };
      expect(await audited(sam)).toEqual([
        { action: 'access_proposed', ...row, subject: proposal },
        { action: 'access_agreed', ...row, subject: rosa.id },
      ]);
      // The save before it is not undone any more: that would take back what two people agreed.
      const { body: now } = await ask<SetupList>('setup/people', await as(kit));
      const undo = { save: saved.list.last?.id, version: now.version };
      expect([now.last, (await ask('setup/people/undo', await as(kit), undo)).body]).toEqual([
        null,
        { outcome: 'undo_over', list: now },
      ]);
      expect(await agree(ana, proposal)).toMatchObject({ status: 409, body: { refusal: 'proposal_over' } });
    },
  );

  it('[ACC3] adds a new administrator inactive and without an invite until a second person agrees', async () => {
    const row = { capacity: '2', languages: 'en', active: 'yes', role: 'administrator' };
    const saved = await save(kit, (rows) => [...rows, { ...row, sign_in_name: 'rae', name: 'Rae' }]);
    expect(saved).toMatchObject({ added: 1, waiting: ['rae'], invites: [] });
    const [{ id } = { id: '' }] = await deployment.database.sql<{ id: string }>(
      `select id from staff where sign_in_name = 'rae'`,
    );
    const rae = { ...kit, id, signInName: 'rae' } as Person;
    expect((await ask(`invites/${id}`, await as(kit), {})).status).toBe(404);
    expect(await isNow(rae)).toEqual({ role: 'responder', active: false });
    const agreed = await agree(rosa, await proposalAbout(rae));
    expect(agreed).toMatchObject({ status: 200, body: { invite: { signInName: 'rae' } } });
    expect(await isNow(rae)).toEqual({ role: 'administrator', active: true });
    // A person who makes the link can open the account, and would be both.
    expect(await ask(`invites/${id}`, await as(kit), {})).toMatchObject({
      status: 403,
      body: { refusal: 'not_allowed' },
    });
    expect((await ask(`invites/${id}`, await as(rosa), {})).status).toBe(200);
    expect((await ask('access/recovery', await as(kit), { signInName: 'rae' })).status).toBe(200);
    await save(rae, change(ana, { role: 'administrator' }));
    expect(await agree(rosa, await proposalAbout(ana))).toMatchObject({ body: { refusal: 'not_yourself' } });
    await deployment.database.sql('update staff set active = false where id = $1', [id]);
  });

  it('[ACC3] deactivates no administrator by one word, nor by the word of the one whom it concerns', async () => {
    await save(kit, change(rosa, { active: 'no' }));
    const proposal = await proposalAbout(rosa);
    expect(await agree(rosa, proposal)).toMatchObject({ body: { refusal: 'not_yourself' } });
    expect((await ask(`access/${proposal}/decline`, await as(rosa), {})).status).toBe(409);
    expect(await isNow(rosa)).toEqual({ role: 'administrator', active: true });
    expect(await ask(`access/${proposal}/decline`, await as(ana), {})).toMatchObject({
      status: 200,
      body: { waiting: [] },
    });
    expect(await audited(rosa)).toContainEqual({
      action: 'access_proposal_ended',
      actor_id: ana.id,
      subject: proposal,
      reason: 'declined',
    });
  });

  it('[ACC3] is agreed to for 72 hours, and by a list that takes it back it is replaced', async () => {
    const sam = await aStaffMember(deployment);
    await save(kit, change(sam, { role: 'administrator' }));
    const first = await proposalAbout(sam);
    // The same again goes on waiting; another one takes its place.
    await save(rosa, change(sam, { role: 'administrator' }));
    expect(await proposalAbout(sam)).toBe(first);
    await save(rosa, change(sam, { role: 'supervisor' }));
    expect(await agree(ana, first)).toMatchObject({ body: { refusal: 'proposal_over' } });
    const second = await proposalAbout(sam);
    await deployment.database.sql('update access_proposal set expires_at = now() where id = $1', [second]);
    expect([await waitingFor(ana), (await agree(ana, second)).status]).toEqual([[], 409]);
    expect(await isNow(sam)).toEqual({ role: 'responder', active: true });
  });

  it('[ACC3] does not come back to life with its person or its proposer, and goes with the save that made it', async () => {
    const [sam, ivy] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    await save(kit, change(sam, { role: 'supervisor' }));
    await save(rosa, change(ivy, { role: 'supervisor' }));
    const [about, by] = [await proposalAbout(sam), await proposalAbout(ivy)];
    await save(kit, change(sam, { active: 'no' }));
    await save(kit, change(sam, { active: 'yes' }));
    await deployment.database.sql(`update staff set role = 'responder' where id = $1`, [rosa.id]);
    await deployment.database.sql(`update staff set role = 'administrator' where id = $1`, [rosa.id]);
    for (const proposal of [about, by])
      expect(await agree(ana, proposal)).toMatchObject({ body: { refusal: 'proposal_over' } });
    const { list } = await save(kit, change(sam, { role: 'supervisor', name: 'Samira' }));
    expect(await waitingFor(ana)).toMatchObject([{ name: 'Samira' }]);
    const undo = { save: list.last?.id, version: list.version };
    expect((await ask('setup/people/undo', await as(kit), undo)).status).toBe(200);
    expect(await waitingFor(ana)).toEqual([]);
    expect((await audited(sam)).at(-1)).toMatchObject({
      action: 'access_proposal_ended',
      reason: 'withdrawn',
    });
  });

  it('[ACC3] is one person’s word in a service with one administrator, and the row says so', async () => {
    await deployment.database.sql('update staff set active = false where id = $1', [rosa.id]);
    const sam = await aStaffMember(deployment);
    const { list, ...saved } = await save(kit, change(sam, { role: 'supervisor' }));
    expect(saved).toMatchObject({ waiting: [] });
    await deployment.database.sql('update staff set active = true where id = $1', [rosa.id]);
    // Undoing it takes two again.
    const undo = { save: list.last?.id, version: list.version };
    const undone = await ask<SetupAnswer>('setup/people/undo', await as(kit), undo);
    expect(undone.body).toMatchObject({ outcome: 'saved', waiting: [sam.signInName] });
    expect(await isNow(sam)).toEqual({ role: 'supervisor', active: true });
    expect((await audited(sam)).slice(0, 1)).toEqual([
      {
        action: 'access_changed',
        actor_id: kit.id,
        subject: null,
        reason: 'role_from_responder_to_supervisor_by_only_administrator',
      },
    ]);
  });
});

describe('someone who has lost everything they sign in with', () => {
  const propose = async (by: Person, { signInName }: Pick<Person, 'signInName'>) =>
    ask<{ refusal?: string }>('access/recovery', await as(by), { signInName });
  const SIGN_INS = 'authenticator passkey provider_identity recovery_code staff_session half_session';
  const signInsOf = async ({ id }: Person): Promise<number> => {
    const open = (table: string) => (table === 'staff_session' ? 'and ended_at is null' : '');
    const counts = SIGN_INS.split(' ').map((table) =>
      deployment.database.count(`${table} where staff_id = $1 ${open(table)}`, [id]),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };

  it('[ACC3] gets a new invite by the word of two others, and nothing they had before works', async () => {
    const { person: sam, cookie } = await anEnrolled();
    await halfOf(sam);
    await deployment.database.sql(
      `insert into provider_identity (staff_id, issuer, subject, linked_at) values ($1, 'https://id.example', 'sam', now())`,
      [sam.id],
    );
    expect(await signInsOf(sam)).toBeGreaterThan(9);
    expect(await propose(ana, sam)).toMatchObject({ status: 200 });
    const proposal = await proposalAbout(sam);
    expect(await agree(ana, proposal)).toMatchObject({ body: { refusal: 'not_yourself' } });
    expect((await agree(rosa, proposal, 6)).status).toBe(403);
    expect(await signInsOf(sam)).toBeGreaterThan(9);
    const agreed = await ask<{ invite: { link: string } }>(`access/${proposal}/agree`, await as(rosa), {});
    expect(agreed.status).toBe(200);
    expect(await signInsOf(sam)).toBe(0);
    expect((await ask('session', cookie)).status).toBe(401);
    // By the transaction that takes away what they signed in with: none between the two, whatever happens.
    const together = `staff_session s join access_proposal p using (staff_id) where p.id = $1 and s.xmin::text = p.xmin::text`;
    expect(await deployment.database.count(together, [proposal])).toBeGreaterThan(0);
    expect((await halfOf(sam)).status).toBe(401);
    expect((await ask(`invites/${sam.id}`, await as(kit), {})).status).toBe(403);
    const token = agreed.body.invite.link.split('#invite=')[1] ?? '';
    const opened = await ask('invite/accept', '', {
      token,
      name: 'Sam',
      password: 'seven grey herons at dawn',
    });
    expect(opened).toMatchObject({ status: 200, body: { next: 'enrol' } });
    const rows = await deployment.database.sql(
      `select action, actor_id, subject from audit_entry where whom = $1 and action like 'recovery%' order by id`,
      [sam.id],
    );
    expect(rows).toEqual([
      { action: 'recovery_proposed', actor_id: ana.id, subject: proposal },
      { action: 'recovery_agreed', actor_id: ana.id, subject: rosa.id },
    ]);
    const { body } = await ask<AccessWaiting>('access', await as(ana));
    expect(body.agreed[0]).toMatchObject({ kind: 'recovery', signInName: sam.signInName });
  });

  it('[ACC3] is recovered again when the link is lost, and changes nothing with those who decided on it', async () => {
    const { person: sam } = await anEnrolled();
    for (let times = 0; times < 2; times += 1) {
      expect((await propose(ana, sam)).status).toBe(200);
      expect((await agree(rosa, await proposalAbout(sam))).status).toBe(200);
    }
    await deployment.database.sql(`update staff set role = 'administrator' where id = $1`, [sam.id]);
    const kim = await aStaffMember(deployment);
    await save(sam, change(kim, { role: 'supervisor' }));
    const proposal = await proposalAbout(kim);
    for (const person of [ana, rosa])
      expect(await agree(person, proposal)).toMatchObject({ body: { refusal: 'not_yourself' } });
    expect(await waitingFor(rosa)).toMatchObject([{ reader: 'link_giver' }]);
    expect((await agree(kit, proposal)).status).toBe(200);
  });

  it('[ACC3] is not recovered by themselves, nor where there is no opened account of that name', async () => {
    expect(await propose(ana, ana)).toMatchObject({ status: 409, body: { refusal: 'not_yourself' } });
    expect((await propose(ana, { signInName: 'nobody' })).status).toBe(404);
  });
});
