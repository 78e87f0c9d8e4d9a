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

/** A change of the list, which must be answered within 3 s. */
const inTime = async (rows: readonly SetupRow[]): Promise<SetupAnswer> => {
  const began = performance.now();
  const answer = await save(rows);
  expect(performance.now() - began).toBeLessThan(stretched(3_000));
  return answer;
};

describe('a rota of 5,000 rows', () => {
  it('[OPS2] is saved, changed and emptied as a whole, each within 3 s', async () => {
    const all = PEOPLE * DAYS;
    expect(await inTime(rota('20:00'))).toMatchObject({ outcome: 'saved', added: all });
    expect(await inTime(rota('21:00'))).toMatchObject({ outcome: 'saved', added: 0, changed: all });
    expect((await ask<SetupList>()).rows).toHaveLength(all);
    const rest = rota('21:00').slice(0, 3);
    expect(await inTime(rest)).toMatchObject({ outcome: 'saved', removed: all - 3 });
    expect((await ask<SetupList>()).rows).toHaveLength(3);
  }, 60_000);
});
