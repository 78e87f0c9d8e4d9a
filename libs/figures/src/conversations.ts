import { elapsed, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import { shareOf, type Share } from './share';
import { spread, type Spread } from './spread';

/** An answered contact after its wait. */
export interface AnsweredConversation {
  /** t_m */
  readonly answeredAt: Instant;
  /** t_e; null while it goes on. */
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  /** How often it was handed over. */
  readonly handovers: number;
}

export const REPLY_GAP_MOST = { median: 90 * SECOND, p90: 4 * MINUTE } as const;
export const HANDED_OVER_MOST = { once: 0.1, twice: 0.02 } as const;
export const HELP_WITHIN = { urgent: 60 * SECOND, normal: 3 * MINUTE } as const;

/** Ended without a goodbye. */
const UNFINISHED: readonly string[] = ['went_quiet', 'connection_lost', 'quick_exit'];

/** t_e - t_m (ms) over the ended. */
export const conversationLength = (conversations: readonly AnsweredConversation[]): Spread | null =>
  spread(
    conversations.flatMap(({ answeredAt, endedAt }) =>
      endedAt === null ? [] : [elapsed(answeredAt, endedAt)],
    ),
  );

export const unfinishedEndings = (conversations: readonly AnsweredConversation[]): Share =>
  shareOf(
    conversations.filter(({ endedAt }) => endedAt !== null),
    ({ endReason }) => endReason !== null && UNFINISHED.includes(endReason),
  );

/** Share of the answered that were handed over at least this often. */
export const handedOver = (conversations: readonly AnsweredConversation[], atLeast: number): Share =>
  shareOf(conversations, ({ handovers }) => handovers >= atLeast);

/** One message of a conversation, in its order. */
export interface Said {
  readonly by: 'visitor' | 'responder';
  readonly at: Instant;
}

/** From the first message of the visitor that nobody had answered yet to the responder's next (ms), each time. */
export const replyGaps = (conversation: readonly Said[]): number[] => {
  const gaps: number[] = [];
  let asked: Instant | null = null;
  for (const { by, at } of conversation) {
    if (by === 'visitor') asked ??= at;
    else if (asked !== null) {
      gaps.push(elapsed(asked, at));
      asked = null;
    }
  }
  return gaps;
};

export interface HelpCall {
  readonly urgent: boolean;
  readonly calledAt: Instant;
  /** When a supervisor joined; null while nobody has. */
  readonly joinedAt: Instant | null;
  /** When it ended, whether anyone had joined or not; null while it is open. */
  readonly overAt: Instant | null;
}

/** A call that was over so soon (ms) was a slip of the hand: the three seconds of its undo, and the way there. */
export const UNDONE_WITHIN = 5 * SECOND;

const wasUndone = ({ calledAt, joinedAt, overAt }: HelpCall): boolean =>
  joinedAt === null && overAt !== null && elapsed(calledAt, overAt) <= UNDONE_WITHIN;

/**
 * Called to joined (ms). A call to which nobody came counts as long as it lasted, or has lasted at `now`: giving up must not
 * look like an answer. One that was undone at once never was a call; one that became urgent is urgent from its beginning.
 */
export const helpResponse = (calls: readonly HelpCall[], now: Instant): Spread | null =>
  spread(
    calls
      .filter((call) => !wasUndone(call))
      .map(({ calledAt, joinedAt, overAt }) => elapsed(calledAt, joinedAt ?? overAt ?? now)),
  );
