import type { OwnRota, SwapAnswer, Swaps } from '@warmline/contracts';
import { DAY, HOUR } from '@warmline/kernel';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());

/** Today's evening in so many days, in whole hours. */
const evening = (days: number, hour = 18): number =>
  Math.floor(Date.now() / DAY) * DAY + days * DAY + hour * HOUR;

interface Someone {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

const someone = async (role: 'responder' | 'supervisor' = 'responder'): Promise<Someone> => {
  const person = await aStaffMember(deployment, { role });
  return { id: person.id, name: person.name, cookie: await signIn(deployment.gateway(), person) };
};
const plan = (person: Someone, ...begins: readonly number[]) =>
  deployment.database.sql(
    `insert into rota_block (service_id, staff_id, starts_at, ends_at)
     select s.service_id, s.id, to_timestamp(b / 1000.0), to_timestamp(b / 1000.0) + interval '2 hours'
     from staff s, unnest($2::double precision[]) b where s.id = $1`,
    [person.id, begins],
  );
const ask = async <Answer>({ cookie }: Someone, path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/rota/${path}`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const begins = async (person: Someone): Promise<number[]> =>
  (await ask<OwnRota>(person, 'own')).shifts.map(({ beginsAt }) => beginsAt);
const recorded = (action: string): Promise<number> =>
  deployment.database.count(`audit_entry where action = '${action}'`);

describe('a swap of shifts', () => {
  it('[AUD1] is asked, agreed by the other, shown to supervisors, and each step recorded', async () => {
    const [sam, jo, ana] = [await someone(), await someone(), await someone('supervisor')];
    await plan(sam, evening(3));
    await plan(jo, evening(5));
    const wanted = { of: jo.id, given: evening(3), back: evening(5) };
    expect(await ask(sam, 'swaps', wanted)).toMatchObject({ outcome: 'done' });
    // One shift is offered to one person at a time.
    expect(await ask(sam, 'swaps', { ...wanted, back: null })).toMatchObject({ outcome: 'over' });
    const [seen] = (await ask<OwnRota>(jo, 'own')).swaps;
    expect(seen).toMatchObject({
      state: 'asked',
      mine: 'answers',
      by: sam.name,
      back: { beginsAt: evening(5) },
    });
    // The person who asked cannot agree in the place of the other.
    expect(await ask(sam, `swaps/${seen?.id}`, { answer: 'agree' })).toMatchObject({ outcome: 'over' });
    expect(await ask(jo, `swaps/${seen?.id}`, { answer: 'agree' })).toMatchObject({ outcome: 'done' });
    expect([await begins(sam), await begins(jo)]).toEqual([[evening(5)], [evening(3)]]);
    const { swaps } = await ask<Swaps>(ana, 'swaps');
    expect(swaps[0]).toMatchObject({ state: 'agreed', by: sam.name, of: jo.name, mine: null });
    expect(await Promise.all(['swap_asked', 'swap_agreed'].map(recorded))).toEqual([1, 1]);
  });

  it('[RTE5] is refused when one of them could not work their shifts, also at the moment they agree', async () => {
    const [sam, jo] = [await someone(), await someone()];
    await plan(sam, evening(3));
    await plan(jo, evening(3, 20));
    const wanted = { of: jo.id, given: evening(3), back: null };
    expect(await ask<SwapAnswer>(sam, 'swaps', wanted)).toEqual({
      outcome: 'not_possible',
      whose: 'theirs',
      problem: 'too_near',
    });
    const kim = await someone();
    expect(await ask(sam, 'swaps', { ...wanted, of: kim.id })).toMatchObject({ outcome: 'done' });
    await plan(kim, evening(3, 20));
    const [open] = (await ask<OwnRota>(kim, 'own')).swaps;
    expect(await ask(kim, `swaps/${open?.id}`, { answer: 'agree' })).toMatchObject({ whose: 'mine' });
    expect(await ask(kim, `swaps/${open?.id}`, { answer: 'decline' })).toMatchObject({ outcome: 'done' });
    expect(await begins(sam)).toEqual([evening(3)]);
  });

  it('is over when the rota was changed, and is asked only of the same role', async () => {
    const [sam, jo, ana] = [await someone(), await someone(), await someone('supervisor')];
    await plan(sam, evening(4), evening(6));
    expect(await ask(sam, 'swaps', { of: ana.id, given: evening(4), back: null })).toMatchObject({
      outcome: 'over',
    });
    await ask(sam, 'swaps', { of: jo.id, given: evening(4), back: null });
    await ask(sam, 'swaps', { of: jo.id, given: evening(6), back: null });
    await deployment.database.sql(
      'delete from rota_block where staff_id = $1 and starts_at = to_timestamp($2)',
      [sam.id, evening(4) / 1000],
    );
    const { swaps } = await ask<OwnRota>(sam, 'own');
    expect(swaps.map(({ state }) => state)).toEqual(['asked', 'over']);
    expect(await ask(jo, `swaps/${swaps[1]?.id}`, { answer: 'agree' })).toMatchObject({ outcome: 'over' });
    expect(await ask(sam, `swaps/${swaps[0]?.id}`, { answer: 'withdraw' })).toMatchObject({
      outcome: 'done',
    });
  });

  it('swaps shifts that begin at the same moment', async () => {
    const [sam, jo] = [await someone(), await someone()];
    await plan(sam, evening(7));
    await deployment.database.sql(
      `insert into rota_block (service_id, staff_id, starts_at, ends_at)
       select service_id, id, to_timestamp($2), to_timestamp($2) + interval '3 hours' from staff where id = $1`,
      [jo.id, evening(7) / 1000],
    );
    await ask(sam, 'swaps', { of: jo.id, given: evening(7), back: evening(7) });
    const [open] = (await ask<OwnRota>(jo, 'own')).swaps;
    expect(await ask(jo, `swaps/${open?.id}`, { answer: 'agree' })).toMatchObject({ outcome: 'done' });
    const [long, short] = await Promise.all([sam, jo].map((person) => ask<OwnRota>(person, 'own')));
    expect(long?.shifts).toEqual([{ beginsAt: evening(7), endsAt: evening(7) + 3 * HOUR }]);
    expect(short?.shifts).toEqual([{ beginsAt: evening(7), endsAt: evening(7) + 2 * HOUR }]);
  });

  it('is done when it is asked the same again, and makes room once it cannot be agreed any more', async () => {
    const [sam, jo, kim] = [await someone(), await someone(), await someone()];
    await plan(sam, evening(9));
    await plan(jo, evening(11));
    const wanted = { of: jo.id, given: evening(9), back: evening(11) };
    const elsewhere = { of: kim.id, given: evening(9), back: null };
    for (const outcome of ['done', 'done'])
      expect(await ask(sam, 'swaps', wanted)).toMatchObject({ outcome });
    expect(await ask(sam, 'swaps', elsewhere)).toMatchObject({ outcome: 'over' });
    await deployment.database.sql('delete from rota_block where staff_id = $1', [jo.id]);
    expect(await ask(sam, 'swaps', elsewhere)).toMatchObject({ outcome: 'done' });
    const { swaps } = await ask<OwnRota>(sam, 'own');
    expect(swaps.map(({ state }) => state)).toEqual(['asked', 'withdrawn']);
  });
});
