import type { SetupAnswer, SetupList, SetupRow } from '@warmline/contracts';
import { DAY } from '@warmline/kernel';
import { stretched } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

/** 5,000 rows, the most that a list may have: 100 people, every third day, far from any limit. */
const PEOPLE = 100;
const DAYS = 50;

let deployment: Deployment;
let cookie: string;
let names: string[];
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'administrator' }));
  names = [];
  for (let count = 0; count < PEOPLE; count += 1) names.push((await aStaffMember(deployment)).signInName);
});
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

const rota = (ends: string): SetupRow[] =>
  names.flatMap((sign_in_name) =>
    Array.from({ length: DAYS }, (_, place) => ({
      sign_in_name,
      day: new Date(Date.now() + (place + 1) * 3 * DAY).toISOString().slice(0, 10),
      starts: '18:00',
      ends,
    })),
  );

/** A change of the list, which must be answered within 3 s. */
const inTime = async (rows: readonly SetupRow[]): Promise<SetupAnswer> => {
  const began = performance.now();
  const answer = await save('rota', rows);
  expect(performance.now() - began).toBeLessThan(stretched(3_000));
  return answer;
};

describe('a rota of 5,000 rows', () => {
  it('[OPS2] is saved, changed and emptied as a whole, each within 3 s', async () => {
    const all = PEOPLE * DAYS;
    expect(await inTime(rota('20:00'))).toMatchObject({ outcome: 'saved', added: all });
    expect(await inTime(rota('21:00'))).toMatchObject({ outcome: 'saved', added: 0, changed: all });
    expect((await listOf('rota')).rows).toHaveLength(all);
    const rest = rota('21:00').slice(0, 3);
    expect(await inTime(rest)).toMatchObject({ outcome: 'saved', removed: all - 3 });
    expect((await listOf('rota')).rows).toHaveLength(3);
  }, 60_000);
});

const HEADER = 'stage,title,body,sends_unedited';
const starter = (title: string, body = 'Hello'): SetupRow => ({
  stage: 'connect',
  title,
  body,
  sends_unedited: 'no',
});
const undone = (): Promise<number> => deployment.database.count(`audit_entry where action = 'setup_undone'`);

describe('a list saved whole', () => {
  it('a file is added to a list or replaces it, and deletes only as many rows as were agreed to', async () => {
    await save('starters', [starter('A'), starter('B')]);
    const { version } = await listOf('starters');
    const file = { version, checkOnly: false, format: 'csv', text: `${HEADER}\nconnect,C,Hello,no\n` };
    const replaces = { ...file, mode: 'replace' };
    expect(await ask('starters/file', { ...replaces, checkOnly: true })).toMatchObject({
      removed: 2,
      rows: [
        { what: 'removed', row: starter('A') },
        { what: 'removed', row: starter('B') },
        { what: 'added', row: starter('C') },
      ],
    });
    for (const deletes of [{}, { deletes: 1 }])
      expect(await ask('starters/file', { ...replaces, ...deletes })).toEqual({
        outcome: 'deletes',
        removed: 2,
      });
    expect(await ask('starters/file', { ...file, mode: 'add' })).toMatchObject({
      outcome: 'saved',
      added: 1,
    });
    expect((await listOf('starters')).rows).toEqual([starter('A'), starter('B'), starter('C')]);
    const next = { ...replaces, version: version + 1, deletes: 2 };
    expect(await ask('starters/file', next)).toMatchObject({ outcome: 'saved', removed: 2 });
  });

  it('[AUD1] each save is undone in turn for ten minutes, each with one row of the audit', async () => {
    await save('starters', [starter('A'), starter('B')]);
    await save('starters', [starter('B', 'Other words'), starter('C')]);
    await save('starters', []);
    const before = await undone();
    const undo = async (): Promise<SetupAnswer> => {
      const { last, version } = await listOf('starters');
      return ask('starters/undo', { save: last?.id, version });
    };
    expect(await undo()).toMatchObject({ outcome: 'saved', added: 2 });
    expect(await undo()).toMatchObject({ outcome: 'saved', added: 1, changed: 1, removed: 1 });
    expect((await listOf('starters')).rows).toEqual([starter('A'), starter('B')]);
    expect(await undone()).toBe(before + 2);
    const { last, version } = await listOf('starters');
    await deployment.database.sql(`update setup_save set saved_at = saved_at - interval '10 minutes'`);
    expect((await listOf('starters')).last).toBeNull();
    expect(await ask('starters/undo', { save: last?.id, version })).toMatchObject({ outcome: 'undo_over' });
  });
});
