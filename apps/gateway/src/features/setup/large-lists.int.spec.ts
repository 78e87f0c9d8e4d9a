import type { SetupAnswer, SetupList, SetupRow } from '@warmline/contracts';
import { DAY } from '@warmline/kernel';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

/** 1,000 rows: 20 people, every third day, far from any limit. More than two batches of a save. */
const PEOPLE = 20;
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

const ask = async <Answer>(body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/setup/rota`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};

const save = async (rows: readonly SetupRow[]): Promise<SetupAnswer> => {
  const { version } = await ask<SetupList>();
  return ask({ version, checkOnly: false, rows });
};

const rota = (ends: string): SetupRow[] =>
  names.flatMap((sign_in_name) =>
    Array.from({ length: DAYS }, (_, place) => ({
      sign_in_name,
      day: new Date(Date.now() + (place + 1) * 3 * DAY).toISOString().slice(0, 10),
      starts: '18:00',
      ends,
    })),
  );

describe('a rota of 1,000 rows', () => {
  it('[OPS2] is saved and changed as a whole', async () => {
    const all = PEOPLE * DAYS;
    expect(await save(rota('20:00'))).toMatchObject({ outcome: 'saved', added: all });
    expect(await save(rota('21:00'))).toMatchObject({ outcome: 'saved', added: 0, changed: all });
    expect((await ask<SetupList>()).rows).toHaveLength(all);
  }, 60_000);
});
