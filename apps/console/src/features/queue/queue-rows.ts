import type { LiveView } from '@warmline/contracts';
import { queueWords } from './queue-words';

export type Waiting = LiveView['waiting'][number];
export type Band = Waiting['band'];

/** Whether this wait has passed the target that the server names. */
export const isPastTarget = ({ targetAt }: Waiting, now: number): boolean => now > targetAt;

/** Whether their own answer alone does not give them the first rank yet. A supervisor's word for band 1 does. */
export const isHeldByAnswer = ({ band, hold }: Waiting): boolean =>
  band === 1 && hold !== null && hold !== 'set_aside';

/** Each reason once, with how many people it holds back; the most frequent first. */
export const reasonsOf = ({ whyNobody }: Waiting): readonly string[] =>
  whyNobody.map(({ reason, people }) => queueWords.whyCount(people, queueWords.obstacle[reason]));
