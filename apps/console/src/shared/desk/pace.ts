import type { CaseloadItem, Entry } from '@warmline/contracts';

/** A visitor waiting this long for a reply is marked, in minutes. */
export const WAITING_MARK_MIN = 3;
/** A conversation without a word from the visitor this long is marked, in minutes. */
export const QUIET_MARK_MIN = 4;

/** In danger a silence is said in words after this long, and asked about after the second, in minutes: docs/spec/safety.md#silence-in-danger. */
export const DANGER_SILENCE_MIN = { said: 3, canYouCall: 10 } as const;

export type Pace =
  | { readonly name: 'going' }
  /** The visitor has waited so long for a reply, or for the first word of who holds the conversation. */
  | { readonly name: 'waits'; readonly minutes: number; readonly isForFirst: boolean }
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

/**
 * Since when the visitor waits for who holds the conversation; null while it is the visitor's turn. Who joined has to write
 * first, also to a visitor who has written nothing. What was written before joining waits since joining.
 */
const owedSince = ({ joinedAt, lastVisitorMessageAt, lastResponderMessageAt }: Clocks): number | null => {
  const since = Math.max(lastVisitorMessageAt ?? joinedAt, joinedAt);
  return since > (lastResponderMessageAt ?? 0) ? since : null;
};

/** The silence clock of one conversation. The time that they waited for us is not their silence. */
export const paceOf = (clocks: Clocks, now: number): Pace => {
  const since = owedSince(clocks);
  if (since !== null) {
    const minutes = wholeMinutes(since, now);
    if (minutes < WAITING_MARK_MIN) return { name: 'going' };
    return { name: 'waits', minutes, isForFirst: since === clocks.joinedAt };
  }
  const minutes = wholeMinutes(clocks.lastResponderMessageAt ?? 0, now);
  return minutes >= QUIET_MARK_MIN ? { name: 'quiet', minutes } : { name: 'going' };
};

/** Whose turn it is to write, and for how many whole minutes. */
export type Turn =
  /** `isForFirst`: the visitor waits for the first word of who holds the conversation, since they joined. */
  | { readonly whose: 'ours'; readonly minutes: number; readonly isForFirst: boolean }
  | { readonly whose: 'theirs'; readonly minutes: number };

export const turnOf = (clocks: Clocks, now: number): Turn => {
  const since = owedSince(clocks);
  return since === null
    ? { whose: 'theirs', minutes: wholeMinutes(clocks.lastResponderMessageAt ?? 0, now) }
    : { whose: 'ours', minutes: wholeMinutes(since, now), isForFirst: since === clocks.joinedAt };
};

/** Messages of the visitor after the last number shown. */
export const unreadIn = (entries: readonly Entry[], shown: number): number =>
  entries.filter((entry) => entry.kind === 'message' && entry.from === 'visitor' && entry.seq > shown).length;
