import type { CaseloadItem, Entry } from '@warmline/contracts';

/** A visitor waiting this long for a reply is marked, in minutes. */
export const WAITING_MARK_MIN = 3;
/** A conversation without a word from the visitor this long is marked, in minutes. */
export const QUIET_MARK_MIN = 4;

/** In danger a silence is said in words after this long, and asked about after the second, in minutes: docs/spec/safety.md#silence-in-danger. */
export const DANGER_SILENCE_MIN = { said: 3, canYouCall: 10 } as const;

export type Pace =
  | { readonly name: 'going' }
  /** The visitor wrote last, this many minutes ago. */
  | { readonly name: 'waits'; readonly minutes: number }
  /** Nothing from the visitor for this many minutes since our reply. */
  | { readonly name: 'quiet'; readonly minutes: number };

export type Clocks = Pick<CaseloadItem, 'lastVisitorMessageAt' | 'lastResponderMessageAt' | 'joinedAt'>;

/** The clocks as the timeline has them: it hears of messages at once, the desk now and then. */
export const clocksOf = (item: Clocks, entries: readonly Entry[]): Clocks => {
  const newest = (from: 'visitor' | 'responder', told: number | null): number | null => {
    const heard = entries.filter((entry) => entry.kind === 'message' && entry.from === from).at(-1);
    return heard === undefined ? told : Math.max(heard.at, told ?? 0);
  };
  return {
    joinedAt: item.joinedAt,
    lastVisitorMessageAt: newest('visitor', item.lastVisitorMessageAt),
    lastResponderMessageAt: newest('responder', item.lastResponderMessageAt),
  };
};

const wholeMinutes = (from: number, to: number): number => Math.floor((to - from) / 60_000);

/** The silence clock of one conversation. What was written before joining waits since joining. */
export const paceOf = (clocks: Clocks, now: number): Pace => {
  const { joinedAt, lastVisitorMessageAt, lastResponderMessageAt } = clocks;
  const answeredAt = lastResponderMessageAt ?? 0;
  if (lastVisitorMessageAt !== null && lastVisitorMessageAt > answeredAt) {
    const minutes = wholeMinutes(Math.max(lastVisitorMessageAt, joinedAt), now);
    return minutes >= WAITING_MARK_MIN ? { name: 'waits', minutes } : { name: 'going' };
  }
  // The time that they waited for us is not their silence. Who joined has to have written.
  if (answeredAt < joinedAt) return { name: 'going' };
  const minutes = wholeMinutes(answeredAt, now);
  return minutes >= QUIET_MARK_MIN ? { name: 'quiet', minutes } : { name: 'going' };
};

/** Whose turn it is to write, and for how many whole minutes. */
export type Turn =
  | { readonly whose: 'ours' | 'theirs'; readonly minutes: number }
  /** Nobody has written yet. */
  | { readonly whose: 'open' };

export const turnOf = (
  { joinedAt, lastVisitorMessageAt, lastResponderMessageAt }: Clocks,
  now: number,
): Turn => {
  const answeredAt = lastResponderMessageAt ?? 0;
  if (lastVisitorMessageAt !== null && lastVisitorMessageAt > answeredAt)
    return { whose: 'ours', minutes: wholeMinutes(Math.max(lastVisitorMessageAt, joinedAt), now) };
  return lastResponderMessageAt === null
    ? { whose: 'open' }
    : { whose: 'theirs', minutes: wholeMinutes(lastResponderMessageAt, now) };
};

/** Messages of the visitor after the last number shown. */
export const unreadIn = (entries: readonly Entry[], shown: number): number =>
  entries.filter((entry) => entry.kind === 'message' && entry.from === 'visitor' && entry.seq > shown).length;
