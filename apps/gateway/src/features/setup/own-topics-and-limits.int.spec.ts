import type { Content, SetupAnswer, SetupRow, SetupList } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import {
  aResponder,
  aStaffMember,
  aSupervisor,
  aWrapUp,
  signIn,
  type Console,
} from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let cookie: string;
beforeAll(async () => {
  deployment = await Deployment.start({ timeScale: 0.2 });
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'administrator' }));
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/setup/${path}`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const listOf = (name: string): Promise<SetupList> => ask(name);
const save = async (name: string, rows: readonly SetupRow[]): Promise<SetupAnswer> =>
  ask(name, { version: (await listOf(name)).version, checkOnly: false, rows });
const bringIn = async (name: string, text: string): Promise<SetupAnswer> =>
  ask(`${name}/file`, {
    version: (await listOf(name)).version,
    checkOnly: false,
    mode: 'replace',
    format: text.startsWith('[') ? 'json' : 'csv',
    text,
  });
const takenOut = async (name: string): Promise<string> => {
  const { url } = deployment.gateway();
  const answer = await fetch(`${url}/api/setup/${name}/file?format=csv`, { headers: { cookie } });
  return answer.text();
};
const wellbeing = async (): Promise<unknown> => {
  const row = await deployment.database.one<{ wellbeing: unknown }>('select wellbeing from service', []);
  return row.wellbeing;
};

const topic = (code: string, over: SetupRow = {}): SetupRow => ({
  topic: code,
  label: 'Young carers',
  labels: '',
  heavy: 'no',
  in_use: 'yes',
  ...over,
});
const content = async (console: Console): Promise<Content> => {
  const answer = await fetch(`${deployment.gateway().url}/api/content`, {
    headers: { cookie: console.cookie },
  });
  return (await answer.json()) as Content;
};

describe('topics', () => {
  it('topics begin with the fourteen headings, and a charity’s own stay known when they are out of use', async () => {
    expect((await listOf('topics')).rows).toHaveLength(14);
    await save('topics', [topic('young_carers', { labels: 'cy: Gofalwyr ifanc' })]);
    await save('topics', [topic('young_carers', { in_use: 'no' }), topic('loneliness', { label: 'Alone' })]);
    const { topics } = await content(await aSupervisor(deployment, deployment.gateway()));
    expect(topics).toHaveLength(15);
    expect(topics.filter(({ inUse }) => !inUse)).toEqual([
      { topic: 'young_carers', label: 'Young carers', labels: {}, inUse: false },
    ]);
    expect(topics.find(({ topic: code }) => code === 'loneliness')).toMatchObject({ label: 'Alone' });
    const back = await bringIn('topics', await takenOut('topics'));
    expect(back).toMatchObject({ outcome: 'saved', added: 0, changed: 0 });
    await save('topics', [topic('loneliness', { label: 'Loneliness' })]);
    expect(await deployment.database.count('topic')).toBe(1);
  });

  it('a charity’s own topic codes a conversation, and an unknown one does not', async () => {
    await save('topics', [topic('young_carers')]);
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment, deployment.gateway());
    const held = await responder.takes(visitor.id);
    await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    const coded = (topics: string[]) => ({ ...held, wrapUp: { ...aWrapUp(), topics } });
    expect(await responder.refusal('wrap_up:finish', coded(['young_carer']))).toBe('malformed');
    await responder.must('wrap_up:finish', coded(['young_carers', 'loneliness']));
  });

  it('a watched word needs a known topic', async () => {
    const words = { language: 'en', words: 'my brother needs me', promotes: 'no', topic: 'young_carers' };
    expect(await save('words', [{ ...words, topic: 'young_carer' }])).toMatchObject({
      problems: [{ row: 1, column: 'topic', problem: 'unknown' }],
    });
    expect(await save('words', [words])).toMatchObject({ outcome: 'saved', added: 1 });
    const [column] = (await listOf('words')).columns.filter(({ name }) => name === 'topic');
    expect([column?.choices.length, column?.labels?.['young_carers']]).toEqual([15, 'Young carers']);
    await save('words', []);
  });

  it('[RTE5] topics that a charity marks as heavy count as heavy, and the default ones stay heavy', async () => {
    expect(await save('topics', [topic('sexual_violence')])).toMatchObject({
      problems: [{ row: 1, column: 'heavy', problem: 'looser' }],
    });
    await save('topics', [topic('young_carers', { heavy: 'yes' })]);
    const responder = await aResponder(deployment, deployment.gateway());
    await deployment.database.sql(
      `with talk as (
         insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
           entered_at, waiting_since, ended_at, end_reason, topics)
         select gen_random_uuid(), service_id, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'ended', 3, 'en',
           '\\x00', current_date + 90, now(), now(), now(), 'visitor_ended', '{young_carers}' from staff where id = $1 returning id)
       insert into holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
       select id, 1, $1, clock_timestamp(), clock_timestamp(), now(), now() from talk`,
      [responder.person.id],
    );
    const { wellbeing: day } = await responder.must('desk:open', {});
    expect(day.heavy).toMatchObject({ inARow: 1, sinceCheckIn: 1 });
    await save('topics', [topic('young_carers')]);
    expect((await responder.must('desk:open', {})).wellbeing.heavy).toMatchObject({ inARow: 0 });
  });
});

describe('skills', () => {
  it('skills that visitors may wish for are offered in their order, without a restart', async () => {
    const skill = (name: string, offered: string): SetupRow => ({ skill: name, offered });
    await save('skills', [skill('Welsh', 'yes'), skill('Money', 'no'), skill('Bereavement', 'yes')]);
    const wishes = async (): Promise<unknown> => {
      const answer = await fetch(`${deployment.gateway().url}/api/service`);
      return ((await answer.json()) as { readonly wishes: unknown }).wishes;
    };
    await until('the wishes', async () => JSON.stringify(await wishes()) === '["Welsh","Bereavement"]');
    await save('skills', [skill('Bereavement', 'yes'), skill('Welsh', 'yes'), skill('Money', 'no')]);
    await until('another order', async () => JSON.stringify(await wishes()) === '["Bereavement","Welsh"]');
  });

  it('people and training need known skills, and every unknown one is named', async () => {
    const person = {
      sign_in_name: 'rae',
      name: 'Rae',
      role: 'responder',
      capacity: '2',
      languages: 'en',
      skills: 'Welsh; Juggling; Money; chess',
      active: 'yes',
    };
    expect(await save('people', [person])).toMatchObject({
      outcome: 'problems',
      problems: [{ row: 1, column: 'skills', problem: 'unknown', names: ['Juggling', 'chess'] }],
    });
    await save('people', [{ ...person, skills: 'Welsh' }]);
    const record = 'rae,suicide_safety,Debt,2026-01-31,2027-01-30';
    expect(
      await bringIn('training', `sign_in_name,module,grants,passed_on,valid_until\n${record}`),
    ).toMatchObject({ problems: [{ row: 1, column: 'grants', problem: 'unknown' }] });
  });

  it('a skill that a person has cannot be removed, and the person is named', async () => {
    expect(await save('skills', [{ skill: 'Bereavement', offered: 'yes' }])).toMatchObject({
      outcome: 'problems',
      problems: [{ row: null, column: null, problem: 'still_named', names: ['Welsh (Rae)'] }],
    });
    expect(await save('skills', [{ skill: 'Welsh', offered: 'no' }])).toMatchObject({ removed: 2 });
  });
});

describe('limits', () => {
  it('[RTE5] the list has every limit in its unit, and a stricter one applies at once', async () => {
    const { rows, defaults: given } = await listOf('limits');
    expect(given).toBe('only');
    expect(rows.find(({ rule }) => rule === 'shift')).toEqual({
      rule: 'shift',
      binds: 'at_most',
      default: '120',
      strictest: '60',
      unit: 'minutes',
      own: '',
    });
    await save('limits', [
      { rule: 'shift', own: '90' },
      { rule: 'heavyInARow', own: '1' },
    ]);
    expect(await wellbeing()).toEqual({ shift: 5_400_000, heavyInARow: 1 });
    expect((await listOf('limits')).rows.find(({ rule }) => rule === 'shift')).toMatchObject({ own: '90' });
    const responder = await aResponder(deployment, deployment.gateway());
    await until('the limit to hold on the desk', async () => {
      const { wellbeing: day } = await responder.must('desk:open', {});
      return day.heavy.inARowAtMost === 1;
    });
    await save('limits', [
      { rule: 'shift', own: '' },
      { rule: 'heavyInARow', own: '' },
    ]);
    expect(await wellbeing()).toEqual({});
  });

  it('[RTE5] limits looser than the default are refused, cell by cell', async () => {
    const text = 'rule,own\nshift,121\nquietAfter,2\nshirt,60\nbreakFor,ten\n';
    expect(await bringIn('limits', text)).toMatchObject({
      outcome: 'problems',
      problems: [
        { row: 1, column: 'own', problem: 'looser', most: 120 },
        { row: 2, column: 'own', problem: 'looser', least: 3 },
        { row: 3, column: 'rule', problem: 'unknown' },
        { row: 4, column: 'own', problem: 'not_a_whole_number' },
      ],
    });
    expect(await wellbeing()).toEqual({});
  });
});
