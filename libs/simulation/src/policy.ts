import { match, type Matches, type QueueEntry, type Situation } from '@warmline/routing';

/** Who is asked for whom, and for whom supervisors are called. */
export type Policy = (situation: Situation) => Matches;

/** What runs in production. */
export const ours: Policy = match;

/** First come first served: everyone in one band. */
export const firstComeFirstServed: Policy = (situation) => {
  const inOneBand = (entry: QueueEntry): QueueEntry => ({ ...entry, band: 3 });
  return match({ ...situation, waiting: situation.waiting.map(inOneBand) });
};

/** Bands strictly one after the other, first come first served inside each. */
export const strictPriority: Policy = (situation) => {
  let [proposals, calls]: [Matches['proposals'], Matches['calls']] = [[], []];
  for (const band of [1, 2, 3] as const) {
    const asked = new Set(proposals.map(({ staff }) => staff));
    const found = match({
      ...situation,
      waiting: situation.waiting.filter((entry) => entry.band === band),
      free: situation.free.filter(({ staff }) => !asked.has(staff)),
    });
    [proposals, calls] = [
      [...proposals, ...found.proposals],
      [...calls, ...found.calls],
    ];
  }
  return { proposals, calls };
};
