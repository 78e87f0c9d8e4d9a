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

export const freePeople = (board: LiveView): { readonly free: number; readonly present: number } => ({
  free: board.people.filter(isFree).length,
  present: board.people.filter((person) => person.present).length,
});

export const longestWaitsFirst = (board: LiveView): readonly Waiting[] =>
  [...board.waiting].sort((one, other) => one.waitingSince - other.waitingSince);

export const longestFirst = (board: LiveView): readonly Running[] =>
  [...board.conversations].sort((one, other) => one.joinedAt - other.joinedAt);
