import type { Board } from '@warmline/contracts';
import { isOpenHandover } from '../../shared/handover/handover-roles';

type Waiting = Board['waiting'][number];
type Person = Board['people'][number];
type Running = Board['conversations'][number];

/** The open handover of a conversation, of which there is one at most. */
export const openHandoverOf = (board: Board, conversationId: string): Board['handovers'][number] | null =>
  board.handovers.find((one) => one.conversationId === conversationId && isOpenHandover(one)) ?? null;

export const isUnderWay = (board: Board, conversationId: string): boolean =>
  openHandoverOf(board, conversationId) !== null;

const isFree = (person: Person): boolean =>
  person.present && person.availability === 'available' && person.open < person.capacity;

export const freePeople = (board: Board): { readonly free: number; readonly present: number } => ({
  free: board.people.filter(isFree).length,
  present: board.people.filter((person) => person.present).length,
});

export const longestWaitsFirst = (board: Board): readonly Waiting[] =>
  [...board.waiting].sort((one, other) => one.waitingSince - other.waitingSince);

/** Those who can be reached first, then by name. */
export const presentFirst = (board: Board): readonly Person[] =>
  [...board.people].sort((one, other) => {
    if (one.present !== other.present) return one.present ? -1 : 1;
    return one.name.localeCompare(other.name);
  });

export const longestFirst = (board: Board): readonly Running[] =>
  [...board.conversations].sort((one, other) => one.joinedAt - other.joinedAt);
