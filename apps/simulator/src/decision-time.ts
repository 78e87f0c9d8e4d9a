import { match } from '@warmline/routing';
import { crowd, type Goal } from '@warmline/simulation';

const RESPONDERS = 200;
/** People waiting, and matches measured after a warm-up. */
const SIZES = [
  { waiting: 500, rounds: 40 },
  { waiting: 5_000, rounds: 20 },
  { waiting: 50_000, rounds: 8 },
] as const;

/** Median of the matches in milliseconds. */
const typicalTime = ({ waiting, rounds }: (typeof SIZES)[number], clock: () => number): number => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const situation = crowd({ waiting, free: RESPONDERS, seed: round });
    const since = clock();
    match(situation);
    times.push(clock() - since);
  }
  const warm = times.slice(rounds / 4).sort((one, other) => one - other);
  return warm[warm.length >> 1] ?? Number.NaN;
};

/** G9: how long one decision takes, and how that grows with the queue. */
export const decisionTime = (clock: () => number): Goal => {
  const times = SIZES.map((size) => typicalTime(size, clock));
  const [first = Number.NaN] = times;
  const grown = SIZES.map(
    ({ waiting }, place) => `${waiting}: ${(times[place] ?? Number.NaN).toFixed(2)} ms`,
  );
  return {
    goal: 'G9',
    cell: `500 waiting, ${RESPONDERS} responders`,
    what: 'one round of decisions (ms)',
    value: first,
    target: '<= 5 ms',
    met: first <= 5,
    note: `median by people waiting: ${grown.join(', ')}`,
  };
};
