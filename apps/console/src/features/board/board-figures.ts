import type { Board } from '@warmline/contracts';
import { isOpenHandover } from '../../app/handover/handover-roles';

type Waiting = Board['waiting'][number];
type Person = Board['people'][number];
type Running = Board['conversations'][number];
export type Band = Waiting['band'];

export const BANDS: readonly Band[] = [1, 2, 3];

export interface BandFigure {
  readonly band: Band;
  readonly count: number;
  /** Milliseconds of the longest wait now; null when nobody waits. */
  readonly longest: number | null;
}

const waitOf = (waiting: Waiting, now: number): number => Math.max(0, now - waiting.waitingSince);

/** Waiting now and longest wait now, by band. */
export const figuresByBand = (board: Board, now: number): readonly BandFigure[] =>
  BANDS.map((band) => {
    const waits = board.waiting.filter((one) => one.band === band).map((one) => waitOf(one, now));
    return { band, count: waits.length, longest: waits.length === 0 ? null : Math.max(...waits) };
  });

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
