import type { LiveView } from '@warmline/contracts';
import type { ObstacleReason } from '@warmline/vocabulary';
import { isOpenHandover } from '../../shared/handover/handover-roles';

type Waiting = LiveView['waiting'][number];
type Person = LiveView['people'][number];
type Running = LiveView['conversations'][number];

/** The open handover of a conversation, of which there is one at most. */
export const openHandoverOf = (
  board: LiveView,
  conversationId: string,
): LiveView['handovers'][number] | null =>
  board.handovers.find((one) => one.conversationId === conversationId && isOpenHandover(one)) ?? null;

export const isUnderWay = (board: LiveView, conversationId: string): boolean =>
  openHandoverOf(board, conversationId) !== null;

/** Would be offered someone now: not in quiet time, on a break or before their check-in, which are all obstacles. */
const isFree = (person: Person): boolean =>
  person.present &&
  person.availability === 'available' &&
  person.obstacles.length === 0 &&
  person.load + 1 <= person.capacityNow;

/** Takes conversations now, or still holds one. A console that is open while its person is away does not count. */
const isOn = ({ present, availability, open }: Person): boolean =>
  present && (availability === 'available' || open > 0);

export const freePeople = (board: LiveView): { readonly free: number; readonly on: number } => ({
  free: board.people.filter(isFree).length,
  on: board.people.filter(isOn).length,
});

/** When the first of those who are held back for a time may be asked again; null while someone is free, or where no time is known. */
export const nextFreeAt = (board: LiveView): number | null => {
  if (board.people.some(isFree)) return null;
  const times = board.people
    .filter((person) => isOn(person) && person.obstacles.length > 0 && person.load + 1 <= person.capacityNow)
    .map(({ obstacles }) => Math.max(...obstacles.map(({ until }) => until ?? Number.POSITIVE_INFINITY)))
    .filter(Number.isFinite);
  return times.length === 0 ? null : Math.min(...times);
};

/** What holds back the most of those who are on while none of them is free; null where someone is free or nobody is on. */
export const mainObstacle = (board: LiveView): { reason: ObstacleReason; people: number } | null => {
  const counts = new Map<ObstacleReason, number>();
  for (const person of board.people.filter(isOn)) {
    if (isFree(person)) return null;
    const reason = person.obstacles[0]?.reason ?? 'at_capacity';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first === undefined ? null : { reason: first[0], people: first[1] };
};

/** Who of those that may be answered has waited longest; undefined while nobody waits. */
export const longestWait = ({ waiting }: LiveView): Waiting | undefined => {
  const [first] = waiting
    .filter(({ hold }) => hold !== 'set_aside')
    .sort((one, other) => one.waitingSince - other.waitingSince);
  return first;
};

export const longestFirst = (board: LiveView): readonly Running[] =>
  [...board.conversations].sort((one, other) => one.joinedAt - other.joinedAt);
