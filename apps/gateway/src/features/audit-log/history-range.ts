import type { LoggedEntry, StoredLeaf } from '@warmline/postgres';
import { THEIRS } from '../history';

/** ms. The log is in the order in which rows were written, nearly that of their times: a worker that was down catches up by number. */
const OUT_OF_ORDER = 86_400_000;

/** Whose entries are wanted. Moments are ms since 1970, `until` not included. */
export interface EntriesWanted {
  readonly service: string;
  readonly from: number;
  readonly until: number;
  /** What this person did; null for everyone. */
  readonly person: string | null;
}

/** Not how someone is, nor what they asked for themselves: the page of a person hides it too. */
export const isWanted = (
  { service, actor, action, at }: Pick<LoggedEntry, 'service' | 'actor' | 'action' | 'at'>,
  wanted: EntriesWanted,
): boolean =>
  service === wanted.service &&
  (wanted.person === null || actor === wanted.person) &&
  !THEIRS.includes(action) &&
  Number(at) >= wanted.from * 1_000 &&
  Number(at) < wanted.until * 1_000;

/**
 * Where to begin to read the log: no entry from `from` on is before it, though some after it are older. An entry whose row is gone
 * counts as one of the range.
 */
export const firstOfRange = async (
  size: number,
  from: number,
  loadLeaves: (from: number, to: number) => Promise<readonly StoredLeaf[]>,
): Promise<number> => {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [leaf] = await loadLeaves(middle, middle + 1);
    const at = leaf?.row?.entry.at;
    if (at !== undefined && Number(at) < (from - OUT_OF_ORDER) * 1_000) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether all of a page is so far past the range that nothing of it follows. */
export const isPast = (leaves: readonly StoredLeaf[], until: number): boolean =>
  leaves.length > 0 &&
  leaves.every(({ row }) => row !== null && Number(row.entry.at) >= (until + OUT_OF_ORDER) * 1_000);
