import { accept, DAY, elapsed, HOUR, refuse } from '@warmline/kernel';
import type { ConversationId, Decision, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { ErasureReason, HoldReason, RetentionWish } from '@warmline/vocabulary';

/** A request that no second person answers lapses after this long (ms). */
export const RETENTION_REQUEST_FOR = 72 * HOUR;
/** Someone looks again at each hold after this long (ms). */
export const HOLD_REVIEW_EVERY = 90 * DAY;

/** What is asked for. A hold ends without a reason: nothing speaks for it any more. */
export type WishedRetention =
  | { readonly wish: 'hold'; readonly reason: HoldReason }
  | { readonly wish: 'end_hold'; readonly reason: null }
  | { readonly wish: 'erase'; readonly reason: ErasureReason };

interface About {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly at: Instant;
  readonly by: StaffId;
}
interface AboutRequest extends About {
  readonly request: string;
  readonly wish: RetentionWish;
}

/** How long one conversation is kept is two people's word. */
export type RetentionRequestEvent =
  | (AboutRequest & {
      readonly type: 'retention_asked';
      readonly reason: HoldReason | ErasureReason | null;
    })
  /** `askedBy`: the first of the two. */
  | (AboutRequest & { readonly type: 'retention_agreed'; readonly askedBy: StaffId })
  | (AboutRequest & { readonly type: 'retention_declined'; readonly askedBy: StaffId })
  | (AboutRequest & { readonly type: 'retention_withdrawn' })
  /** One person looked again, and the hold stays. */
  | (About & { readonly type: 'hold_reviewed' });
type Fact<Type extends RetentionRequestEvent['type']> = Extract<RetentionRequestEvent, { type: Type }>;

/** What decides what may be asked of a conversation. */
export interface RetentionState {
  readonly hasEnded: boolean;
  readonly isHeld: boolean;
  /** Someone asked for something, and it is neither answered nor lapsed. */
  readonly isAsked: boolean;
  /** False while a danger ending lacks its write-up, or a review is in work. */
  readonly isDealtWith: boolean;
}

type AskRefusal = 'retention_changed' | 'on_hold' | 'not_ended' | 'not_dealt_with';

/**
 * One person asks. Refuses `retention_changed` while another request is open, and where it is held already, or no more; `on_hold`,
 * `not_ended` and `not_dealt_with` for an erasure of what is held, goes on, or nobody has dealt with.
 */
export const askForRetention = (
  { hasEnded, isHeld, isAsked, isDealtWith }: RetentionState,
  { wish, reason }: WishedRetention,
  about: About & { readonly request: string },
): Decision<Fact<'retention_asked'>, AskRefusal> => {
  if (isAsked) return refuse('retention_changed');
  if (wish === 'erase' && isHeld) return refuse('on_hold');
  if (wish === 'erase' && !hasEnded) return refuse('not_ended');
  if (wish === 'erase' && !isDealtWith) return refuse('not_dealt_with');
  if (wish !== 'erase' && isHeld !== (wish === 'end_hold')) return refuse('retention_changed');
  return accept({ type: 'retention_asked', ...about, wish, reason });
};

/** A request, as it is stored. */
export interface RetentionRequest {
  readonly request: string;
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly wish: RetentionWish;
  readonly askedBy: StaffId;
  readonly askedAt: Instant;
  readonly isAnswered: boolean;
  /** Who asked is active, and may still decide this. */
  readonly mayAsk: boolean;
  /** As in what may be asked: of its conversation now. */
  readonly isDealtWith: boolean;
}

/** Whether no one can agree any more. */
export const hasLapsed = ({ askedAt }: Pick<RetentionRequest, 'askedAt'>, now: Instant): boolean =>
  elapsed(askedAt, now) >= RETENTION_REQUEST_FOR;

type Answering = Pick<About, 'by' | 'at'>;
const changed = (known: RetentionRequest, at: Instant): boolean => known.isAnswered || hasLapsed(known, at);

/**
 * A second person agrees. Refuses `not_yourself` to who asked, `retention_changed` once it is answered, has lapsed, or who asked
 * has lost the right, and `not_dealt_with` for the erasure of what nobody has dealt with.
 */
export const agreeToRetention = (
  known: RetentionRequest,
  { by, at }: Answering,
): Decision<Fact<'retention_agreed'>, 'not_yourself' | 'retention_changed' | 'not_dealt_with'> => {
  if (known.askedBy === by) return refuse('not_yourself');
  if (changed(known, at) || !known.mayAsk) return refuse('retention_changed');
  if (known.wish === 'erase' && !known.isDealtWith) return refuse('not_dealt_with');
  const { request, service, conversation, wish, askedBy } = known;
  return accept({ type: 'retention_agreed', service, conversation, request, wish, by, askedBy, at });
};

/** Who asked withdraws it, or another person declines. Refuses `retention_changed` once it is answered or has lapsed. */
export const closeRetention = (
  known: RetentionRequest,
  { by, at }: Answering,
): Decision<Fact<'retention_declined' | 'retention_withdrawn'>, 'retention_changed'> => {
  if (changed(known, at)) return refuse('retention_changed');
  const { request, service, conversation, wish, askedBy } = known;
  const about = { service, conversation, request, wish, by, at };
  return askedBy === by
    ? accept<Fact<'retention_declined' | 'retention_withdrawn'>>({ type: 'retention_withdrawn', ...about })
    : accept<Fact<'retention_declined' | 'retention_withdrawn'>>({
        type: 'retention_declined',
        ...about,
        askedBy,
      });
};
