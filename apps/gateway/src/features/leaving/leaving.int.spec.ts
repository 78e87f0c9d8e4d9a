import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AccessWaiting, Leavers, SetupAnswer, SetupList } from '@warmline/contracts';
import { staffId, type StaffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import type { Person } from '@warmline/test-kit';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember } from '../../../test/deployment/staff';
import { Changes } from '../../index/changes';
import { LeavePeople } from './leave-people';

let deployment: Deployment;
let [kit, rosa]: Person[] = [];
let people: LeavePeople;
beforeAll(async () => {
  deployment = await Deployment.start();
  [kit, rosa] = [
    await aStaffMember(deployment, { role: 'administrator' }),
    await aStaffMember(deployment, { role: 'administrator' }),
  ];
  const { app } = deployment.gateway();
  people = new LeavePeople(app.get(Changes, { strict: false }), app.get(UnitOfWork, { strict: false }));
});
afterAll(() => deployment.stop());

const as = async (person: Person | undefined): Promise<string> => {
  const secret = randomBytes(32).toString('base64url');
  await deployment.database.sql(
    `insert into staff_session (id, secret_hash, staff_id, began_at, used_at, proof, proved_at)
     values ($1, $2, $3, now(), now(), 'authenticator', now())`,
    [randomUUID(), createHash('sha256').update(secret).digest(), person?.id],
  );
  return `__Host-warmline=${secret}`;
};
const ask = async <Body>(path: string, person: Person | undefined, body?: object) => {
  const answer = await fetch(`${deployment.gateway().url}/api/${path}`, {
    headers: { cookie: await as(person), origin: PUBLIC_URL, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};
const save = async (signInName: string, over: object): Promise<void> => {
  const { body: list } = await ask<SetupList>('setup/people', kit);
  const rows = list.rows.map((row) => (row['sign_in_name'] === signInName ? { ...row, ...over } : row));
  const saved = await ask<SetupAnswer>('setup/people', kit, {
    version: list.version,
    rows,
    checkOnly: false,
  });
  expect(saved.body.outcome).toBe('saved');
};
const saveRota = async ({ signInName }: Person): Promise<void> => {
  const { body: list } = await ask<SetupList>('setup/rota', kit);
  const planned = { sign_in_name: signInName, day: '2099-03-02', starts: '10:00', ends: '12:00' };
  const sent = { version: list.version, rows: [...list.rows, planned], checkOnly: false };
  expect((await ask<SetupAnswer>('setup/rota', kit, sent)).body.outcome).toBe('saved');
};
const pass = (days: number, { id }: Person) =>
  deployment.database.sql(
    `update staff set deactivated_at = deactivated_at - $2::integer * interval '1 day',
       leaves_at = leaves_at - $2::integer * interval '1 day' where id = $1`,
    [id, days],
  );
const saveKeptNames = async (days: string): Promise<void> => {
  const { body: list } = await ask<SetupList>('setup/service', kit);
  const rows = list.rows.map((row) => ({ ...row, keeps_names_days: days }));
  const sent = { version: list.version, rows, checkOnly: false };
  expect((await ask<SetupAnswer>('setup/service', kit, sent)).body.outcome).toBe('saved');
};
/** A person who comes back is another one, and may have the name they signed in with. */
const comesBack = async ({ signInName }: Person): Promise<void> => {
  const { body: list } = await ask<SetupList>('setup/people', kit);
  expect(list.rows.map((row) => row['sign_in_name'])).not.toContain(signInName);
  const again = {
    sign_in_name: signInName,
    name: 'Samira',
    role: 'responder',
    capacity: '2',
    languages: 'en',
    active: 'yes',
  };
  const added = await ask<SetupAnswer>('setup/people', kit, {
    version: list.version,
    rows: [...list.rows, again],
    checkOnly: false,
  });
  expect(added.body).toMatchObject({ outcome: 'saved', added: 1 });
};
/** Of the rows that lists changed, as they are kept. */
const changesAbout = async ({ id }: Person): Promise<unknown[]> => {
  const kept = await deployment.database.sql(
    `select r.told from setting_change c, jsonb_array_elements(c.change -> 'rows') r (told) where r.told::text ~ $1 order by r.told`,
    [id],
  );
  return kept.map(({ told }) => told);
};
const dueAfter = (after: StaffId | null) =>
  deployment
    .gateway()
    .app.get(UnitOfWork, { strict: false })
    .inTransaction(({ leaving }) => leaving.loadDue(20, after));
const reduces = ({ id, serviceId }: Person) =>
  deployment
    .gateway()
    .app.get(UnitOfWork, { strict: false })
    .inTransaction(({ leaving }) => leaving.reduce({ staff: staffId(id), service: serviceId }));
const nameOf = async ({ id }: Person): Promise<unknown> =>
  (await deployment.database.sql('select name from staff where id = $1', [id]))[0]?.['name'];
/** Tables in which this is written. */
const tablesWith = async (words: RegExp): Promise<string[]> => {
  const tables = await deployment.database.tables();
  const read = tables.map(async (table) => {
    const [row] = await deployment.database.sql(
      `select coalesce(json_agg(t)::text, '') as text from ${table} t`,
    );
    return words.test(String(row?.['text'])) ? [table] : [];
  });
  return (await Promise.all(read)).flat();
};

describe('someone who leaves', () => {
  it('[PRV4] keeps their name for the time of the service; then it is an alias everywhere, and what was theirs is gone', async () => {
    const { person: sam } = await aResponder(deployment);
    await deployment.database.sql(
      `update staff set name = 'Samira Canary', visitor_name = 'Canary Sam' where id = $1`,
      [sam.id],
    );
    await deployment.database.sql(
      `insert into passkey (credential_id, staff_id, public_key, counter, transports, label, added_at)
       values ('canary', $1, 'x', 0, '{}', 'Canary phone', now())`,
      [sam.id],
    );
    expect(await tablesWith(/canary/i)).toEqual(['passkey', 'staff']);
    await saveRota(sam);
    await save(sam.signInName, { active: 'no', languages: 'cy' });
    expect(await tablesWith(/2099-03-02|"cy"/)).toEqual([
      'rota_block',
      'setting_change',
      'setup_save',
      'staff',
    ]);
    const rows = await deployment.database.sql('select * from audit_entry order by id');
    await people.leaveDue();
    expect(await nameOf(sam)).toBe('Samira Canary');
    const { body } = await ask<Leavers>('leaving', kit);
    expect(body.people).toMatchObject([{ signInName: sam.signInName, isAsked: false }]);
    await pass(89, sam);
    await people.leaveDue();
    expect(await nameOf(sam)).toBe('Samira Canary');
    await pass(1, sam);
    expect(await dueAfter(null)).toMatchObject([{ staff: sam.id }]);
    expect(await dueAfter(staffId(sam.id))).toEqual([]);
    expect((await ask('leaving', kit, { signInName: sam.signInName })).status).toBe(200);
    await Promise.all([people.leaveDue(), people.leaveDue()]);
    expect(await nameOf(sam)).toBe('Former colleague 1');
    expect(await tablesWith(/canary/i)).toEqual([]);
    expect(await tablesWith(/2099-03-02|"cy"/)).toEqual([]);
    expect(await changesAbout(sam)).toEqual([
      { what: 'added', row: { person: sam.id } },
      { what: 'changed', row: { person: sam.id }, was: { person: sam.id } },
    ]);
    expect(await tablesWith(new RegExp(`"${sam.signInName}"`))).toEqual([]);
    // The audit says what it said: it names people by an id.
    const after = await deployment.database.sql('select * from audit_entry order by id');
    expect(after.slice(0, rows.length)).toEqual(rows);
    expect(after.filter(({ action }) => /^person_left|_ended$/.test(String(action)))).toMatchObject([
      { action: 'access_proposal_ended', whom: sam.id, reason: 'left', actor_kind: 'system' },
      { action: 'person_left', whom: sam.id, reason: 'time_over', actor_kind: 'system' },
    ]);
    await comesBack(sam);
  });

  it('[ACC3] leaves before that by the word of two people, and not while they are active', async () => {
    const ivy = await aStaffMember(deployment);
    const propose = () => ask<{ refusal?: string }>('leaving', kit, { signInName: ivy.signInName });
    expect((await propose()).body).toEqual({ refusal: 'not_due' });
    await save(ivy.signInName, { active: 'no' });
    expect((await propose()).status).toBe(200);
    const { body } = await ask<AccessWaiting>('access', rosa);
    const [proposal] = body.waiting;
    expect(proposal).toMatchObject({ kind: 'leaving', signInName: ivy.signInName, reader: 'second' });
    const agree = (person: Person | undefined) =>
      ask<{ refusal?: string }>(`access/${proposal?.id}/agree`, person, {});
    expect((await agree(kit)).body).toEqual({ refusal: 'not_yourself' });
    expect((await agree(rosa)).status).toBe(200);
    expect(await nameOf(ivy)).toBe('Former colleague 2');
    const facts = await deployment.database.sql(
      `select action, actor_id, subject, reason from audit_entry where whom = $1 and action ~ 'leaving|left' order by id`,
      [ivy.id],
    );
    expect(facts).toEqual([
      { action: 'leaving_proposed', actor_id: kit?.id, subject: proposal?.id, reason: null },
      { action: 'leaving_agreed', actor_id: kit?.id, subject: rosa?.id, reason: null },
      { action: 'person_left', actor_id: null, subject: null, reason: 'two_people' },
    ]);
  });

  it('[PRV4] [ACC3] leaves on the day that was fixed when they were deactivated: a time that one person sets later is for those after', async () => {
    const [before, after] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    await save(before.signInName, { active: 'no' });
    await pass(2, before);
    await saveKeptNames('1');
    await save(after.signInName, { active: 'no' });
    await people.leaveDue();
    await pass(1, after);
    expect(await dueAfter(null)).toMatchObject([{ staff: after.id }]);
    await people.leaveDue();
    expect([await nameOf(before), await nameOf(after)]).toEqual([before.name, 'Former colleague 3']);
    await pass(87, before);
    expect(await reduces(before)).toBe(false);
    expect(await nameOf(before)).toBe(before.name);
    // Who comes back in between gets a new day.
    await deployment.database.sql('update staff set active = true where id = $1', [before.id]);
    await deployment.database.sql('update staff set active = false where id = $1', [before.id]);
    await people.leaveDue();
    expect(await nameOf(before)).toBe(before.name);
    await pass(1, before);
    await people.leaveDue();
    expect(await nameOf(before)).toBe('Former colleague 4');
  });
});
