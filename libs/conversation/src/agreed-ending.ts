import {
  accept,
  refuse,
  type Accepted,
  type ConversationId,
  type Decision,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { EndingOutcome, EndReason, ResponderEndReason } from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import { needsAgreement } from './danger';
import { staffWriteRefusal, type StaffClaim } from './decisions';
import type { ConversationEvent, EndingEvent } from './events';

type Fact = ConversationEvent | EndingEvent;
type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** A holder's question whether a conversation in danger may end. */
export interface EndingRequest {
  readonly id: string;
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly askedBy: StaffId;
  readonly reason: ResponderEndReason;
  /** Of the safety answer when it was asked. */
  readonly safetyAt: Instant;
  /** How many messages the visitor had written when it was asked. */
  readonly visitorMessages: number;
  /** Who asked allows the questions after the chat. */
  readonly asksAfter: boolean;
  /** Null while it is open. */
  readonly outcome: EndingOutcome | null;
}

/** The conversation as it is when someone decides, under its lock. */
export interface EndingSituation {
  readonly conversation: Conversation;
  readonly safetyAt: Instant;
  readonly visitorMessages: number;
}

const about = ({ id: request, service, conversation, epoch, askedBy }: EndingRequest) => ({
  service,
  conversation,
  request,
  epoch,
  askedBy,
});

/** Open, and about the holding and the safety answer of now. */
export const isCurrent = (request: EndingRequest, { conversation, safetyAt }: EndingSituation): boolean =>
  request.outcome === null &&
  conversation.id === request.conversation &&
  conversation.state === 'talking' &&
  conversation.holder === request.askedBy &&
  conversation.epoch === request.epoch &&
  safetyAt === request.safetyAt;

export interface WishedEnding {
  readonly id: string;
  readonly reason: ResponderEndReason;
  readonly at: Instant;
}

/**
 * The holder asks. A question of theirs that is open is replaced; the same one again changes nothing. Refuses `not_found`,
 * `stale_epoch` and `conversation_ended` as every write of a holder, and `nothing_to_agree` where they may end it themselves.
 */
export const askToEnd = (
  { conversation }: EndingSituation,
  open: EndingRequest | null,
  { claim, wished }: { readonly claim: StaffClaim; readonly wished: WishedEnding },
): Decision<
  FactOf<'ending_asked' | 'ending_withdrawn'>,
  'not_found' | 'stale_epoch' | 'conversation_ended' | 'nothing_to_agree'
> => {
  const refusal = staffWriteRefusal(conversation, claim);
  if (refusal !== null) return refuse(refusal);
  if (!needsAgreement(conversation, claim.staff)) return refuse('nothing_to_agree');
  if (open?.id === wished.id) return accept<FactOf<'ending_asked'>>();
  const asked: FactOf<'ending_asked'> = {
    type: 'ending_asked',
    service: conversation.service,
    conversation: conversation.id,
    request: wished.id,
    epoch: conversation.epoch,
    askedBy: claim.staff,
    reason: wished.reason,
    at: wished.at,
  };
  return open === null
    ? accept<FactOf<'ending_asked' | 'ending_withdrawn'>>(asked)
    : accept<FactOf<'ending_asked' | 'ending_withdrawn'>>(
        { type: 'ending_withdrawn', ...about(open), at: wished.at },
        asked,
      );
};

/** Who asked takes the question back. Twice is once. Refuses `not_found` to others, and `ending_changed` once it is over. */
export const withdrawEnding = (
  request: EndingRequest,
  by: StaffId,
  at: Instant,
): Decision<FactOf<'ending_withdrawn'>, 'not_found' | 'ending_changed'> => {
  if (request.askedBy !== by) return refuse('not_found');
  if (request.outcome === 'withdrawn') return accept<FactOf<'ending_withdrawn'>>();
  if (request.outcome !== null) return refuse('ending_changed');
  return accept<FactOf<'ending_withdrawn'>>({ type: 'ending_withdrawn', ...about(request), at });
};

/** "Not yet." Refuses `not_yourself` to who asked, and `ending_changed` once it is over. */
export const declineEnding = (
  request: EndingRequest,
  situation: EndingSituation,
  { by, at }: { readonly by: StaffId; readonly at: Instant },
): Decision<FactOf<'ending_declined'>, 'not_yourself' | 'ending_changed'> => {
  if (request.askedBy === by) return refuse('not_yourself');
  if (!isCurrent(request, situation)) return refuse('ending_changed');
  return accept<FactOf<'ending_declined'>>({ type: 'ending_declined', ...about(request), by, at });
};

/**
 * A second person agrees, and the conversation ends. Refuses `not_yourself` to who asked; `ending_changed` once the question is
 * over or is about an older holding or safety answer; `read_first` where the visitor has written since, and this person has
 * not had it on screen.
 */
export const agreeToEnd = (
  request: EndingRequest,
  situation: EndingSituation,
  { by, hasReadLast, at }: { readonly by: StaffId; readonly hasReadLast: boolean; readonly at: Instant },
): Decision<
  FactOf<'ending_agreed' | 'conversation_ended'>,
  'not_yourself' | 'ending_changed' | 'read_first'
> => {
  if (request.askedBy === by) return refuse('not_yourself');
  if (!isCurrent(request, situation)) return refuse('ending_changed');
  if (situation.visitorMessages > request.visitorMessages && !hasReadLast) return refuse('read_first');
  const { service, conversation, epoch, askedBy, reason } = request;
  return accept<FactOf<'ending_agreed' | 'conversation_ended'>>(
    { type: 'ending_agreed', ...about(request), by, at },
    { type: 'conversation_ended', service, conversation, epoch, reason, by: askedBy, at },
  );
};

/** The holding, the safety answer or the conversation has moved on: an open question is over. */
export const overtakeEnding = (request: EndingRequest, at: Instant): Accepted<FactOf<'ending_overtaken'>> =>
  request.outcome === null
    ? accept<FactOf<'ending_overtaken'>>({ type: 'ending_overtaken', ...about(request), at })
    : accept<FactOf<'ending_overtaken'>>();

type Leaving = FactOf<'conversation_ended' | 'visitor_left_quickly'>;

/** Ended without a person's agreement, or left in a way that leaves open how they are. */
const LEFT: ReadonlySet<EndReason> = new Set<EndReason>([
  'visitor_ended',
  'quick_exit',
  'left_waiting',
  'connection_lost',
]);

/**
 * Whether a supervisor has to write what was done: the visitor left in danger, by an own end, a quick exit or a lost connection.
 * A start that nobody was alarmed about, since a flood may have made it, is left out.
 */
export const writeUpOf = (
  { id: conversation, service, epoch, isInDanger }: Conversation,
  fact: Leaving,
  { isOnHold }: { readonly isOnHold: boolean },
): Extract<EndingEvent, { type: 'ending_to_write_up' }> | null => {
  const how = fact.type === 'visitor_left_quickly' ? 'quick_exit' : fact.reason;
  if (!isInDanger || isOnHold || !LEFT.has(how)) return null;
  return { type: 'ending_to_write_up', service, conversation, epoch, how, at: fact.at };
};
