import { accept, refuse, type Accepted, type Instant, type Refused, type StaffId } from '@warmline/kernel';
import {
  isSafetyLowered,
  type SafetyAnswer,
  type SafetyChoice,
  type SafetyLoweringReason,
  type SafetySetter,
} from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import { staffWriteRefusal, type StaffClaim } from './decisions';
import type { ConversationEvent } from './events';

type AnswerSet = Extract<ConversationEvent, { type: 'safety_answer_set' }>;

const ANSWER_OF: Record<SafetyChoice, SafetyAnswer> = {
  danger: 'not_safe_now',
  unsure: 'not_sure',
  safe: 'said_safe',
  unsaid: 'did_not_say',
};

/** What a choice at the one safety question says. */
export const answerOf = (choice: SafetyChoice): SafetyAnswer => ANSWER_OF[choice];

export interface WishedSafety {
  readonly answer: SafetyAnswer;
  /** Needed where the new answer is less urgent. */
  readonly reason: SafetyLoweringReason | null;
  readonly by: StaffId;
  readonly role: Exclude<SafetySetter, 'visitor'>;
  /** The holding a responder acts under; null for a supervisor, who may set it in any. */
  readonly claim: StaffClaim | null;
  readonly at: Instant;
}

/**
 * A person sets the safety answer: raising needs no reason, lowering does. The same answer again changes nothing. Refuses
 * `not_found` and `stale_epoch` to a responder who does not hold it, `conversation_ended`, and `reason_needed`.
 */
export const setSafetyAnswer = (
  conversation: Conversation,
  before: SafetyAnswer,
  { answer: to, reason, by, role, claim, at }: WishedSafety,
): Accepted<AnswerSet> | Refused<'not_found' | 'stale_epoch' | 'conversation_ended' | 'reason_needed'> => {
  const refusal = claim === null ? null : staffWriteRefusal(conversation, claim);
  if (refusal !== null) return refuse(refusal);
  if (conversation.state === 'ended') return refuse('conversation_ended');
  if (to === before) return accept<AnswerSet>();
  const isLowered = isSafetyLowered(before, to);
  if (isLowered && reason === null) return refuse('reason_needed');
  return accept<AnswerSet>({
    type: 'safety_answer_set',
    service: conversation.service,
    conversation: conversation.id,
    from: before,
    to,
    by,
    role,
    reason: isLowered ? reason : null,
    at,
  });
};
