import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';

/** Why a conversation ended. */
export type EndReason =
  | 'visitor_ended'
  | 'responder_ended_agreed'
  | 'time_limit_agreed'
  | 'went_quiet'
  | 'connection_lost'
  | 'left_waiting'
  | 'quick_exit'
  | 'safety_action'
  | 'service_stopped'
  | 'boundary';

/** The reasons a responder may give; the others are for visitors, supervisors and clocks. */
export type ResponderEndReason = Extract<
  EndReason,
  'responder_ended_agreed' | 'time_limit_agreed' | 'went_quiet' | 'connection_lost' | 'boundary'
>;

interface About {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
}

export type ConversationEvent =
  | (About & { readonly type: 'conversation_started'; readonly band: 1 | 2 | 3; readonly at: Instant })
  | (About & {
      readonly type: 'holding_began';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly at: Instant;
    })
  | (About & { readonly type: 'visitor_left_quickly'; readonly at: Instant })
  | (About & {
      /** The holder's lease ran out: back in the queue, with the old entry time. */
      readonly type: 'holding_lost';
      readonly staff: StaffId;
      readonly epoch: number;
      readonly band: 1 | 2 | 3;
      readonly at: Instant;
    })
  | (About & {
      readonly type: 'conversation_ended';
      readonly reason: EndReason;
      /** Null when the visitor or a clock ended it. */
      readonly staff: StaffId | null;
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
