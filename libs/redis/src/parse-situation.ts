import { conversationId, instant, staffId } from '@warmline/kernel';
import type { FreeResponder, QueueEntry } from '@warmline/routing';

type Place = Pick<QueueEntry, 'band' | 'hold'>;
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['1', { band: 1 }],
  ['1silent', { band: 1, hold: 'silent' }],
  ['1unseen', { band: 1, hold: 'unseen' }],
  ['1unproven', { band: 1, hold: 'unproven' }],
  ['2', { band: 2 }],
  ['3', { band: 3 }],
]);

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new TypeError('the index answered with something else than a list');
  return value;
};

const triples = (value: unknown): [string, string, string][] => {
  const flat = list(value).map(String);
  const rows: [string, string, string][] = [];
  for (let at = 0; at + 2 < flat.length; at += 3)
    rows.push([flat[at] ?? '', flat[at + 1] ?? '', flat[at + 2] ?? '']);
  return rows;
};

const queueEntry = ([name, id, enteredAt]: [string, string, string]): QueueEntry => {
  const place = PLACES.get(name);
  if (place === undefined) throw new TypeError(`the index knows no band ${name}`);
  return { conversation: conversationId(id), ...place, enteredAt: instant(Number(enteredAt)) };
};

/** "used/capacity" in load units. Anything else is nobody's load, so there is no room: never ask on a guess. */
const LOAD = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

const freeResponder = ([id, freeSince, load]: [string, string, string]): FreeResponder => {
  const [, used, capacity] = LOAD.exec(load) ?? [];
  return {
    staff: staffId(id),
    freeSince: instant(Number(freeSince)),
    load: Number(used ?? Number.POSITIVE_INFINITY),
    capacity: Number(capacity ?? 0),
  };
};

/** Which index this is, and how far it has come: compared with what Postgres knows. */
export interface IndexState {
  /** Null when the index was lost, was never built, or is being built. */
  readonly generation: string | null;
  readonly position: number;
}

/** Throws a TypeError when these are not a name and a number. */
export const parseState = (generation: unknown, position: unknown): IndexState => {
  const reached = Number(position ?? 0);
  if (!Number.isSafeInteger(reached)) throw new TypeError('the index stands at no position');
  return {
    generation: typeof generation === 'string' && generation !== '' ? generation : null,
    position: reached,
  };
};

export interface IndexedSituation {
  readonly state: IndexState;
  readonly waiting: QueueEntry[];
  readonly free: FreeResponder[];
}

/** Reads the answer of `read-situation`; throws a TypeError when it is not of that form. */
export const parseSituation = (answer: unknown): IndexedSituation => {
  const [waiting, free, generation, position] = list(answer);
  return {
    state: parseState(generation, position),
    waiting: triples(waiting).map(queueEntry),
    free: triples(free).map(freeResponder),
  };
};
