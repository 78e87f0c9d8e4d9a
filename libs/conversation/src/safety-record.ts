import {
  accept,
  refuse,
  type ConversationId,
  type Decision,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import {
  STEP_DOER,
  SUPERVISOR_ACTS,
  type DangerStep,
  type PlanPart,
  type SafetyAct,
  type SafetyFact,
  type SafetyLoweringReason,
  type SafetyStepCause,
  type SafetyTimeframe,
  type SuicideAsked,
} from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import { staffWriteRefusal, type StaffClaim } from './decisions';

/** One thing that staff write into the safety record. The newest of its kind and subject counts; nothing is changed or deleted. */
export type SafetyEntry =
  | { readonly kind: 'asked'; readonly answer: SuicideAsked; readonly words: string }
  | {
      readonly kind: 'fact';
      readonly fact: SafetyFact;
      readonly isTicked: boolean;
      /** Of the fact `timeframe` alone. */
      readonly timeframe: SafetyTimeframe | null;
      readonly words: string;
    }
  | { readonly kind: 'plan'; readonly part: PlanPart; readonly words: string }
  | { readonly kind: 'act'; readonly act: SafetyAct; readonly words: string }
  | { readonly kind: 'step'; readonly step: DangerStep; readonly isDone: boolean }
  | {
      /** A call to others for the visitor. */
      readonly kind: 'log';
      readonly called: string;
      readonly calledAt: number;
      readonly reference: string;
      readonly outcome: string;
      /** The person was reached. */
      readonly isConfirmed: boolean;
    };

export type SafetyEntryKind = SafetyEntry['kind'];
/** What the audit keeps of an entry: its kind, and which act it was. Never which fact. */
export type SafetyRecordCode = Exclude<SafetyEntryKind, 'act'> | `act_${SafetyAct}`;

interface About {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly at: Instant;
}

export type SafetyRecordEvent =
  | (About & {
      readonly type: 'safety_recorded';
      readonly entry: string;
      readonly what: SafetyRecordCode;
      readonly by: StaffId;
    })
  | (About & {
      /** From now on the conversation is in danger, whatever the safety answer. */
      readonly type: 'safety_step_opened';
      readonly because: SafetyStepCause;
      /** Who recorded what opened it. */
      readonly by: StaffId;
    })
  | (About & {
      readonly type: 'safety_step_closed';
      readonly reason: SafetyLoweringReason;
      readonly by: StaffId;
    });

type Recorded = Extract<SafetyRecordEvent, { type: 'safety_recorded' }>;
type Closed = Extract<SafetyRecordEvent, { type: 'safety_step_closed' }>;

export interface SafetyWriting {
  readonly id: string;
  readonly entry: SafetyEntry;
  readonly by: StaffId;
  readonly isSupervisor: boolean;
  /** The holding they act under; null for a supervisor who holds it not. */
  readonly claim: StaffClaim | null;
  readonly at: Instant;
}

type RecordRefusal = 'not_found' | 'stale_epoch' | 'conversation_ended' | 'not_allowed' | 'reason_needed';

const codeOf = (entry: SafetyEntry): SafetyRecordCode =>
  entry.kind === 'act' ? `act_${entry.act}` : entry.kind;

/** Whether this person may write this entry, where they may write at all. */
const isTheirs = (entry: SafetyEntry, isHolder: boolean, isSupervisor: boolean): boolean => {
  switch (entry.kind) {
    case 'act':
      return isSupervisor || !SUPERVISOR_ACTS.includes(entry.act);
    case 'step': {
      const doer = STEP_DOER[entry.step];
      return doer === 'either' || (doer === 'holder' ? isHolder : isSupervisor);
    }
    case 'log':
      return isSupervisor;
    default:
      return isHolder;
  }
};

/**
 * Someone writes into the safety record. The holder writes under their epoch, while the conversation runs. A supervisor of the
 * service writes their own acts, their steps and the emergency log without holding it, also after its end. Refuses `not_found`,
 * `stale_epoch` and `conversation_ended` to who claims to hold it, `not_allowed` for what someone else writes, and
 * `reason_needed` where asking was not needed and no reason is given.
 */
export const recordSafety = (
  conversation: Conversation,
  { id, entry, by, isSupervisor, claim, at }: SafetyWriting,
): Decision<Recorded, RecordRefusal> => {
  if (claim === null && !isSupervisor) return refuse('not_found');
  const refusal = claim === null ? null : staffWriteRefusal(conversation, claim);
  if (refusal !== null) return refuse(refusal);
  if (!isTheirs(entry, claim !== null, isSupervisor)) return refuse('not_allowed');
  if (entry.kind === 'asked' && entry.answer === 'not_needed' && entry.words.trim() === '')
    return refuse('reason_needed');
  const { service, id: conversationId } = conversation;
  return accept<Recorded>({
    type: 'safety_recorded',
    service,
    conversation: conversationId,
    entry: id,
    what: codeOf(entry),
    by,
    at,
  });
};

/** A supervisor closes the safety step, with a reason. Closing a closed one changes nothing. */
export const closeSafetyStep = (
  conversation: Conversation,
  isOpen: boolean,
  how: Pick<Closed, 'reason' | 'by' | 'at'>,
): Decision<Closed, never> =>
  isOpen
    ? accept<Closed>({
        type: 'safety_step_closed',
        service: conversation.service,
        conversation: conversation.id,
        ...how,
      })
    : accept<Closed>();
