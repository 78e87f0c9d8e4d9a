import type { LiveView } from '@warmline/contracts';
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

/** Who of those that may be answered has waited longest; undefined while nobody waits. */
export const longestWait = ({ waiting }: LiveView): Waiting | undefined => {
  const [first] = waiting
    .filter(({ hold }) => hold !== 'set_aside')
    .sort((one, other) => one.waitingSince - other.waitingSince);
  return first;
};

export const longestFirst = (board: LiveView): readonly Running[] =>
  [...board.conversations].sort((one, other) => one.joinedAt - other.joinedAt);
