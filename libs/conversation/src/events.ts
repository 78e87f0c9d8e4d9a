import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type {
  Band,
  EndReason,
  SafetyAnswer,
  SafetyLoweringReason,
  SafetySetter,
  TakeOverReason,
} from '@warmline/vocabulary';

/** The reasons a responder may give; the others are for visitors, supervisors and clocks. */
export type ResponderEndReason = Extract<
  EndReason,
  'responder_ended_agreed' | 'time_limit_agreed' | 'went_quiet' | 'connection_lost' | 'boundary'
>;

/** Why a conversation went from one responder to another. All but `handed_over` are a supervisor's. */
export type PassReason = 'handed_over' | TakeOverReason;

interface About {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
}

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
  | (About & { readonly type: 'conversation_read'; readonly staff: StaffId; readonly at: Instant })
  | (About & { readonly type: 'observation_began'; readonly staff: StaffId; readonly at: Instant })
  | (About & { readonly type: 'observation_ended'; readonly staff: StaffId; readonly at: Instant });
