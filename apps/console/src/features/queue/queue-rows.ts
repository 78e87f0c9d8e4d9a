import type { LiveView } from '@warmline/contracts';
import { queueWords } from './queue-words';

export type Waiting = LiveView['waiting'][number];
export type Band = Waiting['band'];

/** Minutes within which each band should be answered: the T of the answer order. */
export const TARGET_MINUTES: Record<Band, number> = { 1: 1, 2: 3, 3: 10 };
const CAP_TARGETS = 2;

const waited = ({ enteredAt }: Waiting, now: number): number => Math.max(0, now - enteredAt) / 60_000;

export const isPastTarget = (one: Waiting, now: number): boolean =>
  waited(one, now) > TARGET_MINUTES[one.band];

const standing = (one: Waiting, now: number): readonly [tier: number, priority: number] => {
  const share = waited(one, now) / TARGET_MINUTES[one.band];
  if (one.band === 1) return [0, share];
  if (one.band === 2) return [1, share];
  return share > CAP_TARGETS ? [1, share - CAP_TARGETS] : [2, share];
};

interface Placed {
  readonly one: Waiting;
  readonly at: readonly [tier: number, priority: number];
}

const before = (left: Placed, right: Placed): number => {
  const [tier, priority] = [left.at[0] - right.at[0], right.at[1] - left.at[1]];
  if (tier !== 0) return tier;
  return priority === 0 ? left.one.enteredAt - right.one.enteredAt : priority;
};

/** As the server answers them: tier, then waited share of the target, then who came first. */
export const inOrder = (board: LiveView, now: number): readonly Waiting[] =>
  [...board.waiting]
    .map((one) => ({ one, at: standing(one, now) }))
    .sort(before)
    .map(({ one }) => one);

/** Each reason once, with how many people it holds back; the most frequent first. */
export const reasonsOf = ({ whyNobody }: Waiting): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { obstacle } of whyNobody) {
    const reason = queueWords.obstacle[obstacle.reason];
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([reason, count]) => queueWords.whyCount(count, reason));
};
