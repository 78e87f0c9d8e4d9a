import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type {
  Band,
  EndReason,
  ResponderEndReason,
  SafetyAnswer,
  SafetyLoweringReason,
  SafetySetter,
  SilenceAnswer,
  TakeOverReason,
} from '@warmline/vocabulary';

/** Why a conversation went from one responder to another. All but `handed_over` are a supervisor's. */
export type PassReason = 'handed_over' | TakeOverReason;

interface About {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
}
interface AboutRequest extends About {
  /** The question to end a conversation in danger. */
  readonly request: string;
  readonly epoch: number;
  /** Who asked. */
  readonly askedBy: StaffId;
  readonly at: Instant;
}

/** A conversation in danger ends only when two people agree (SAF2), and who left is not forgotten. */
export type EndingEvent =
  | (AboutRequest & { readonly type: 'ending_asked'; readonly reason: ResponderEndReason })
  | (AboutRequest & { readonly type: 'ending_agreed'; readonly by: StaffId })
  | (AboutRequest & { readonly type: 'ending_declined'; readonly by: StaffId })
  | (AboutRequest & { readonly type: 'ending_withdrawn' })
  /** The holder or the safety answer is another now, or the conversation has ended. */
  | (AboutRequest & { readonly type: 'ending_overtaken' })
  /** They left in danger, and no one agreed to it: supervisors see it until one writes what was done. */
  | (About & {
      readonly type: 'ending_to_write_up';
      readonly epoch: number;
      readonly how: EndReason;
      readonly at: Instant;
    })
  | (About & {
      /** A supervisor wrote what was done. */
      readonly type: 'ending_written_up';
      readonly note: string;
      readonly by: StaffId;
      readonly at: Instant;
    });

export type ConversationEvent =
  | (About & { readonly type: 'conversation_started'; readonly band: Band; readonly at: Instant })
  | (About & {
      readonly type: 'holding_began';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly at: Instant;
    })
  | (About & {
      /** Another person now holds the conversation: by a handover, or because a supervisor took over. */
      readonly type: 'holding_passed';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly to: StaffId;
      readonly reason: PassReason;
      readonly at: Instant;
    })
  | (About & { readonly type: 'visitor_left_quickly'; readonly at: Instant })
  | (About & {
      /** A person raised or lowered what is known of whether the visitor is safe now. */
      readonly type: 'safety_answer_set';
      readonly from: SafetyAnswer;
      readonly to: SafetyAnswer;
      readonly by: StaffId;
      readonly role: Exclude<SafetySetter, 'visitor'>;
      /** Null where it was raised. */
      readonly reason: SafetyLoweringReason | null;
      readonly at: Instant;
    })
  | (About & {
      /** The holder's lease ran out: back in the queue, with the old entry time. */
      readonly type: 'holding_lost';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly band: Band;
      readonly at: Instant;
    })
  | (About & {
      /** The visitor has been silent, and was asked whether they are there: for the first or second time. */
      readonly type: 'silence_asked';
      readonly number: number;
      readonly at: Instant;
    })
  | (About & {
      /** They said that they are here, or asked for more time. */
      readonly type: 'silence_answered';
      readonly answer: SilenceAnswer;
      readonly at: Instant;
    })
  | (About & {
      /** Both sides were told how many minutes are left. */
      readonly type: 'time_told';
      readonly minutes: number;
      readonly at: Instant;
    })
  | (About & {
      /** The holder added 15 minutes. */
      readonly type: 'conversation_extended';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly number: number;
      readonly at: Instant;
    })
  | (About & {
      readonly type: 'conversation_ended';
      readonly reason: EndReason;
      /** Null when a clock ended it. */
      readonly by: StaffId | 'visitor' | null;
      readonly epoch: number;
      readonly at: Instant;
    })
  | (About & {
      readonly type: 'wrapped_up';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly at: Instant;
    })
  | (About & {
      /** A visitor answered what they were asked after the chat. */
      readonly type: 'after_chat_answered';
      readonly at: Instant;
    })
  | (About & { readonly type: 'conversation_read'; readonly staff: StaffId; readonly at: Instant })
  | (About & { readonly type: 'observation_began'; readonly staff: StaffId; readonly at: Instant })
  | (About & { readonly type: 'observation_ended'; readonly staff: StaffId; readonly at: Instant })
  /** A supervisor who reads along lets the visitor know that they are here, and leaves again. */
  | (About & { readonly type: 'supervisor_joined'; readonly staff: StaffId; readonly at: Instant })
  | (About & { readonly type: 'supervisor_left'; readonly staff: StaffId; readonly at: Instant })
  | (About & {
      /** A note for the team, not for the visitor. */
      readonly type: 'note_added';
      readonly staff: StaffId;
      readonly note: string;
      readonly at: Instant;
    })
  | (About & {
      /** A word between a supervisor and the holder of this epoch. */
      readonly type: 'private_word_said';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly word: string;
      readonly at: Instant;
    });
