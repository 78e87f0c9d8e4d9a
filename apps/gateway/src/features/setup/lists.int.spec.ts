import type { SetupAnswer, SetupRow, SetupList } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember, Console, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let cookie: string;
let signInName: string;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
beforeEach(async () => {
  const person = await aStaffMember(deployment, { role: 'administrator' });
  ({ signInName } = person);
  cookie = await signIn(deployment.gateway(0), person);
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const ask = async <Answer>(path: string, body?: object, gateway = 0): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway(gateway).url}/api/setup/${path}`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const listOf = (name: string): Promise<SetupList> => ask(name);
const save = async (name: string, rows: readonly SetupRow[], gateway = 0): Promise<SetupAnswer> =>
  ask(name, { version: (await listOf(name)).version, checkOnly: false, rows }, gateway);
const audited = (): Promise<number> =>
  deployment.database.count(`audit_entry where action = 'setup_changed'`);

const starter = (title: string, body = 'Hello'): SetupRow => ({
  stage: 'connect',
  title,
  body,
  sends_unedited: 'no',
});
const HEADER = 'stage,title,body,sends_unedited';

describe('a list', () => {
  it('a list is saved as a whole, in its order, and audited once', async () => {
    const before = await audited();
    await save('starters', [starter('A'), starter('B'), starter('C')]);
    const answer = await save('starters', [starter('C'), starter('B', 'Other words'), starter('D')]);
    expect(answer).toMatchObject({ outcome: 'saved', added: 1, changed: 1, removed: 1, moved: true });
    expect((await listOf('starters')).rows).toEqual([
      starter('C'),
      starter('B', 'Other words'),
      starter('D'),
    ]);
    expect(await audited()).toBe(before + 2);
  });

  it('the list of starters keeps its stored name, so that its version goes on from an older one', async () => {
    await deployment.database.sql(
      `insert into setup_list (service_id, list, version) select id, 'snippets', 40 from service
       on conflict (service_id, list) do update set version = 40`,
    );
    await save('starters', [starter('A')]);
    expect((await listOf('starters')).version).toBe(41);
  });

  it('a list with one wrong cell is refused with the place and the problem, and nothing is saved', async () => {
    await save('starters', [starter('A')]);
    const { version } = await listOf('starters');
    const text = `${HEADER}\nconnect,A,Hello,no\nhello,B,,perhaps\nconnect,a,Again,yes\n`;
    const answer = await ask('starters/file', {
      version,
      checkOnly: false,
      format: 'csv',
      mode: 'replace',
      text,
    });
    const choices = ['connect', 'understand', 'safety', 'what_next', 'close'];
    expect(answer).toEqual({
      outcome: 'problems',
      count: 4,
      problems: [
        { row: 2, column: 'stage', problem: 'not_one_of', choices },
        { row: 2, column: 'body', problem: 'missing' },
        { row: 2, column: 'sends_unedited', problem: 'not_one_of', choices: ['yes', 'no'] },
        { row: 3, column: null, problem: 'twice', first: 1 },
      ],
    });
    expect(await listOf('starters')).toMatchObject({ version, rows: [starter('A')] });
  });

  it('checking a list says what it would change, and changes nothing', async () => {
    const { version } = await listOf('resources');
    const text = JSON.stringify([
      { name: 'Line', description: 'x', hours: 'Always', source: 'y', reviewed_on: '2026-01-01' },
    ]);
    const file = { version, checkOnly: true, format: 'json', mode: 'add', text };
    expect(await ask('resources/file', file)).toMatchObject({ outcome: 'checked', added: 1 });
    expect(await listOf('resources')).toMatchObject({ version, rows: [] });
  });

  it('of two people who save a list at once one is saved, and the other is shown the newest', async () => {
    const { version } = await listOf('starters');
    const both = ['Mine', 'Yours'].map((title, gateway) =>
      ask<SetupAnswer>('starters', { version, checkOnly: false, rows: [starter(title)] }, gateway),
    );
    const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['outdated', 'saved']);
  });

  it('an exported list can be imported again', async () => {
    await save('starters', [starter('A, "b"', 'Two\nlines')]);
    const { url } = deployment.gateway(1);
    const answer = await fetch(`${url}/api/setup/starters/file?format=csv`, { headers: { cookie } });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="starters.csv"');
    const { version } = await listOf('starters');
    const back = { version, checkOnly: true, format: 'csv', mode: 'replace', text: await answer.text() };
    expect(await ask('starters/file', back)).toMatchObject({ outcome: 'checked', added: 0, changed: 0 });
  });

  it.each([
    ['hours', { weekday: 'monday', opens: '09:00', closes: '24:00' }, { closes: '02:30' }],
    ['holidays', { day: '2027-12-25', name: 'Christmas Day', opens: '', closes: '' }, { name: 'Christmas' }],
    ['words', { language: 'en', words: 'not safe', promotes: 'yes', topic: 'self_harm' }, { topic: '' }],
  ] as const)('a list of %s is saved, changed and read back unchanged', async (name, row, change) => {
    await save(name, [row]);
    expect((await listOf(name)).rows).toEqual([row]);
    expect(await save(name, [{ ...row, ...change }])).toMatchObject({ outcome: 'saved', changed: 1 });
    expect((await listOf(name)).rows).toEqual([{ ...row, ...change }]);
    expect(await save(name, [])).toMatchObject({ outcome: 'saved', removed: 1 });
  });

  it('a holiday has both times or none', async () => {
    const row = { day: '2027-12-24', name: 'Christmas Eve', opens: '09:00', closes: '' };
    expect(await save('holidays', [row])).toMatchObject({
      problems: [{ row: 1, column: 'closes', problem: 'missing' }],
    });
  });

  it('rota times are the service’s local time, in summer and in winter', async () => {
    const block = { sign_in_name: signInName, starts: '22:00', ends: '02:00' };
    await save('rota', [
      { ...block, day: '2027-01-10' },
      { ...block, day: '2027-07-10' },
    ]);
    const rows = await deployment.database.sql<{ starts_at: Date; ends_at: Date }>(
      'select starts_at, ends_at from rota_block order by starts_at',
    );
    expect(rows.map(({ starts_at: from, ends_at: to }) => [from.toISOString(), to.toISOString()])).toEqual([
      ['2027-01-10T22:00:00.000Z', '2027-01-11T02:00:00.000Z'],
      ['2027-07-10T21:00:00.000Z', '2027-07-11T01:00:00.000Z'],
    ]);
    expect((await listOf('rota')).rows).toHaveLength(2);
    expect(await save('rota', [{ ...block, day: '2027-07-10', ends: '01:00' }])).toMatchObject({
      outcome: 'saved',
      changed: 1,
      removed: 1,
    });
    expect(await deployment.database.count('rota_block')).toBe(1);
    expect(await save('rota', [])).toMatchObject({ removed: 1 });
  });

  it('[RTE5] a rota is refused when a person has no gap between shifts, or more hours than they may work', async () => {
    const block = { sign_in_name: signInName, day: '2027-07-10', starts: '18:00', ends: '20:00' };
    const rows = [
      block,
      { ...block, starts: '20:00', ends: '21:00' },
      { ...block, day: '2027-07-11', starts: '07:00', ends: '08:00' },
      { ...block, day: '2027-07-12', starts: '22:00', ends: '03:00' },
    ];
    expect(await save('rota', rows)).toMatchObject({
      outcome: 'problems',
      problems: [
        { row: 2, column: 'starts', problem: 'too_near', first: 1 },
        { row: 3, column: 'starts', problem: 'too_near', first: 2 },
        { row: 4, column: null, problem: 'hours_of_day', most: 4 },
      ],
    });
    expect(await deployment.database.count('rota_block')).toBe(0);
  });

  it('a training record needs a known person, and is valid to the end of its last day', async () => {
    const record = {
      module: 'suicide_safety',
      grants: '',
      passed_on: '2026-01-31',
      valid_until: '2027-01-30',
    };
    const answer = await save('training', [
      { ...record, sign_in_name: signInName },
      { ...record, sign_in_name: 'nobody' },
    ]);
    expect(answer).toMatchObject({ problems: [{ row: 2, column: 'sign_in_name', problem: 'unknown' }] });
    await save('training', [{ ...record, sign_in_name: signInName }]);
    expect((await listOf('training')).rows).toEqual([{ ...record, sign_in_name: signInName }]);
    const [row] = await deployment.database.sql<{ expires_at: Date }>(
      'select expires_at from training_record',
    );
    expect(row?.expires_at.toISOString()).toBe('2027-01-31T00:00:00.000Z');
    await save('training', []);
  });

  it('the service’s list has one row', async () => {
    const [row] = (await listOf('service')).rows;
    if (row === undefined) throw new Error('there is no service');
    expect(await save('service', [])).toMatchObject({ problems: [{ row: 1, problem: 'missing' }] });
    expect(await save('service', [row, row])).toMatchObject({ problems: [{ row: 2, problem: 'twice' }] });
    expect(await save('service', [{ ...row, time_zone: 'Mars/Olympus' }])).toMatchObject({
      problems: [{ column: 'time_zone', problem: 'not_a_zone' }],
    });
    expect(await save('service', [{ ...row, languages: 'en; cy' }])).toMatchObject({ changed: 1 });
    await until('visitors to see them, on another gateway, without a restart', async () => {
      const answer = await fetch(`${deployment.gateway(1).url}/api/service`);
      const { languages } = (await answer.json()) as { readonly languages: readonly string[] };
      return languages.includes('cy');
    });
    expect(await save('service', [row])).toMatchObject({ outcome: 'saved' });
  });

  it('[AUD1] an export of a list is recorded with who took it, and one of a wrong format is not', async () => {
    const { url } = deployment.gateway();
    const asked = ['csv', 'json', 'pdf'].map((format) =>
      fetch(`${url}/api/setup/people/file?format=${format}`, { headers: { cookie } }),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 400]);
    const written = await deployment.database.sql(
      `select e.reason from audit_entry e join staff s on s.id = e.actor_id
       where e.action = 'list_exported' and s.sign_in_name = $1`,
      [signInName],
    );
    expect(written).toEqual([{ reason: 'people' }, { reason: 'people' }]);
  });

  it('[AUD1] the audit says who became what, what they were, and who changed it', async () => {
    const [person, other] = [await aStaffMember(deployment), await aStaffMember(deployment)];
    await save('skills', [{ skill: 'Grief', offered: 'yes' }]);
    // With a second administrator a role would wait for their word.
    await deployment.database.sql(
      `update staff set role = 'responder' where role = 'administrator' and sign_in_name <> $1`,
      [signInName],
    );
    const { rows } = await listOf('people');
    const became = { role: 'supervisor', active: 'no', skills: 'Grief' };
    const changed = rows.map((row) => {
      if (row['sign_in_name'] === person.signInName) return { ...row, ...became };
      return row['sign_in_name'] === other.signInName ? { ...row, name: 'Another name' } : row;
    });
    expect(await save('people', changed)).toMatchObject({ outcome: 'saved', changed: 2 });
    const written = await deployment.database.sql(
      `select e.whom, by.sign_in_name as by, e.reason, e.count
       from audit_entry e join staff by on by.id = e.actor_id
       where e.action = 'access_changed' and e.whom = any ($1::uuid[]) order by e.id`,
      [[person.id, other.id]],
    );
    const row = { whom: person.id, by: signInName, count: null };
    expect(written).toEqual([
      { ...row, reason: 'role_from_responder_to_supervisor_by_only_administrator' },
      { ...row, reason: 'deactivated' },
      { ...row, reason: 'skills_given', count: 1 },
    ]);
  });

  it('an administrator cannot remove their own role', async () => {
    const { rows } = await listOf('people');
    const mine = rows.findIndex((row) => row['sign_in_name'] === signInName);
    const changed = rows.map((row, at) => (at === mine ? { ...row, role: 'responder', active: 'no' } : row));
    expect(await save('people', changed)).toMatchObject({
      outcome: 'problems',
      problems: [
        { row: mine + 1, column: 'role', problem: 'yourself' },
        { row: mine + 1, column: 'active', problem: 'yourself' },
      ],
    });
  });

  it('[ASG4] a person who is deactivated is signed out at once, and their visitors go back to the queue', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(1));
    const responder = await aResponder(deployment, deployment.gateway(1));
    await responder.takes(visitor.id);
    const ended = responder.hears('session:ended');
    const { rows } = await listOf('people');
    const without = rows.map((row) =>
      row['sign_in_name'] === responder.person.signInName ? { ...row, active: 'no' } : row,
    );
    // Nobody loses a responder in the middle of a conversation by a slip.
    const { name } = responder.person;
    expect(await save('people', without)).toEqual({
      outcome: 'in_conversation',
      people: [{ name, visitors: 1, inDanger: 1 }],
    });
    expect((await visitor.opens()).state).toBe('talking');
    const { version } = await listOf('people');
    const confirmed = { version, checkOnly: false, rows: without, confirmed: true };
    expect(await ask('people', confirmed)).toMatchObject({ outcome: 'saved', changed: 1 });
    await ended;
    const again = await visitor.hears('conversation:changed', ({ responderLeft }) => responderLeft === true);
    expect(again).toMatchObject({ state: 'waiting', responder: null });
    await expect(Console.connected(deployment.gateway(), responder)).rejects.toThrow('not_signed_in');
    await expect(signIn(deployment.gateway(), responder.person)).rejects.toThrow('401');
  });
});
