import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { DAY, instant, MINUTE } from '@warmline/kernel';
import type { Row, Values } from '@warmline/setup';
import { stretched } from '@warmline/test-kit';
import { WELLBEING } from '@warmline/wellbeing';
import { judgeList, type ListToJudge } from './judge-list';
import { ListThread } from './list-thread';

const PEOPLE = 100;
const DAYS = 50;
const START = Date.UTC(2027, 0, 1);

const rota = (ends: string): Row[] =>
  Array.from({ length: PEOPLE * DAYS }, (_, place) => ({
    sign_in_name: `person.${place % PEOPLE}`,
    day: new Date(START + Math.floor(place / PEOPLE) * 3 * DAY).toISOString().slice(0, 10),
    starts: '18:00',
    ends,
  }));

const aList = (rows: readonly Row[], stored: readonly Values[]): ListToJudge => ({
  kind: 'rota',
  mode: 'replace',
  rows,
  stored,
  referred: { people: Array.from({ length: PEOPLE }, (_, person) => ({ sign_in_name: `person.${person}` })) },
  defaults: [],
  rota: { zone: 'Europe/London', limits: WELLBEING, now: instant(START) },
});

/** The delay of this turn of the event loop has been counted. */
const sampled = async (delay: IntervalHistogram): Promise<void> => {
  for (const { count } = delay; delay.count === count;) await new Promise(setImmediate);
};

const judged = async ({ rows, ...against }: ListToJudge) => {
  const judging = await new ListThread().begin(rows);
  try {
    return await judging.judge(against);
  } finally {
    await judging.end();
  }
};

describe('a large list', () => {
  it('is judged in a thread as it would be judged here: added, changed, removed, and problems', async () => {
    const before = rota('20:00');
    const changed = [...rota('21:00').slice(0, 700), ...before.slice(700, 1_400)];
    const list = aList(changed, before.slice(100));
    expect(await judged(list)).toEqual(judgeList(list));
    const flawed = aList(
      [...changed, { sign_in_name: 'nobody', day: '2027-01-01', starts: '', ends: 'x' }],
      [],
    );
    const answer = await judged(flawed);
    expect(answer).toEqual(judgeList(flawed));
    expect(answer.isValid).toBe(false);
  });

  it('[OPS2] keeps the event loop for less than 20 ms at a time while it is judged', async () => {
    const list = aList(rota('21:00'), rota('20:00'));
    const longest = async (): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await sampled(delay);
      expect(await judged(list)).toMatchObject({ isValid: true });
      await sampled(delay);
      delay.disable();
      return delay.max / 1e6;
    };
    const judgedHere = (): number => {
      const began = performance.now();
      judgeList(list);
      return performance.now() - began;
    };
    const here = Math.min(judgedHere(), judgedHere(), judgedHere());
    // Another process may have had the processor once or twice, and not each time.
    const kept = Math.min(await longest(), await longest(), await longest());
    expect(kept).toBeLessThan(Math.min(stretched(20), here / 2));
  });

  it('is refused with an error when its thread cannot judge it, and nothing goes on', async () => {
    const list = aList(rota('20:00'), []);
    const impossible = { ...list, rota: { zone: 'Not/AZone', limits: WELLBEING, now: instant(5 * MINUTE) } };
    await expect(judged(impossible)).rejects.toThrow('time zone');
  });
});
