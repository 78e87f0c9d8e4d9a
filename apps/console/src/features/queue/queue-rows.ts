import type { LiveView } from '@warmline/contracts';
import { queueWords } from './queue-words';

export type Waiting = LiveView['waiting'][number];
export type Band = Waiting['band'];

/** Whether this wait has passed the target that the server names. */
export const isPastTarget = ({ targetAt }: Waiting, now: number): boolean => now > targetAt;

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
