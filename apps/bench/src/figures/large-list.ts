import { randomUUID } from 'node:crypto';
import { DAY } from '@warmline/kernel';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { Crowd } from '../sides/crowd';
import { on } from '../sides/databases';
import { Warmline } from '../sides/warmline';

const PEOPLE = 100;
/** Every third day, far from any limit: 5,000 rows in all. */
const DAYS = 50;
const ROUNDS = 5;
const BATCH = 500;

const ADMINISTRATOR = `
  update staff set role = 'administrator' where id =
    (select staff_id from staff_session where secret_hash = sha256(convert_to($1, 'UTF8')))`;

const rota = (ends: string) =>
  Array.from({ length: PEOPLE * DAYS }, (_, place) => ({
    sign_in_name: `crowd-${(place % PEOPLE) + 1}`,
    day: new Date(Date.now() + (Math.floor(place / PEOPLE) + 1) * 3 * DAY).toISOString().slice(0, 10),
    starts: '18:00',
    ends,
  }));

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The same rows in a plain table, with nothing judged or recorded: replaced in one transaction, 500 rows a statement. */
const replacePlainly = (database: string, table: string, ends: string): Promise<void> =>
  on(database, async (client) => {
    await client.query(`create table if not exists ${table} (name text, day date, starts time, ends time)`);
    await client.query('begin');
    await client.query(`delete from ${table}`);
    const rows = rota(ends);
    for (let from = 0; from < rows.length; from += BATCH) {
      const cells = rows.slice(from, from + BATCH).flatMap((row) => Object.values(row));
      const places = Array.from({ length: cells.length / 4 }, (_, row) =>
        [1, 2, 3, 4].map((cell) => `$${row * 4 + cell}`).join(', '),
      );
      await client.query(`insert into ${table} values ${places.map((row) => `(${row})`).join(', ')}`, cells);
    }
    await client.query('commit');
  });

/** P14: an administrator changes every row of the largest rota. */
export const largeList = async ({ resources }: Session): Promise<Figure[]> => {
  const warmline = await Warmline.start(resources, 1);
  const [cookie = ''] = await Crowd.of(resources, warmline.where).signsIn(PEOPLE);
  await on(warmline.database, (client) => client.query(ADMINISTRATOR, [cookie.split('=')[1]]));
  const address = `${warmline.gateway().url}/api/setup/rota`;
  const headers = { cookie, 'content-type': 'application/json' };
  const save = async (version: number, ends: string): Promise<void> => {
    const body = JSON.stringify({ version, checkOnly: false, rows: rota(ends) });
    const answer = await fetch(address, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!text.includes('"outcome":"saved"')) throw new Error(`the rota was not saved: ${text.slice(0, 200)}`);
  };
  const list = await (await fetch(address, { headers })).text();
  const first = Number(/"version":(\d+)/.exec(list)?.[1]);
  const table = `plain_${randomUUID().slice(0, 8)}`;
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ends = `${20 + (round % 2)}:00`;
    const took = await timed(() => save(first + round, ends));
    const tookPlainly = await timed(() => replacePlainly(warmline.database, table, ends));
    // The first one fills an empty list.
    if (round === 0) continue;
    ours.push(took);
    plain.push(tookPlainly);
  }
  await warmline.stop();
  return [
    figure(
      { id: 'P14', what: 'change a rota of 5,000 rows ÷ replacing them plainly', goal: '<=25', unit: 'ms' },
      { ours: median(ours), baseline: median(plain) },
    ),
  ];
};
