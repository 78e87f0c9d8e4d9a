import type { ConversationId, HelpCallId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { HelpCause, Urgency } from '@warmline/vocabulary';

interface AboutCall {
  readonly service: ServiceId;
  readonly conversation: ConversationId | null;
  readonly call: HelpCallId;
  /** Who called, or for whom facts did. */
  readonly staff: StaffId;
  readonly at: Instant;
}

/** Why a call is over. `holding_over`: its conversation goes on, with someone else or waiting. */
export type HelpEnd = 'taken_back' | 'settled' | 'conversation_over' | 'holding_over' | 'forgotten';

export type HelpEvent =
  | (AboutCall & { readonly type: 'help_called'; readonly urgency: Urgency; readonly because: HelpCause })
  | (AboutCall & { readonly type: 'help_made_urgent'; readonly because: HelpCause })
  /** A supervisor said that they are coming. */
  | (AboutCall & { readonly type: 'help_answered'; readonly by: StaffId })
  /** They are there. */
  | (AboutCall & { readonly type: 'help_joined'; readonly by: StaffId })
  | (AboutCall & {
      readonly type: 'help_over';
      /** Null for the clock. */
      readonly by: StaffId | null;
      readonly because: HelpEnd;
    });

/** What happens to an open call. */
export type HelpStep = Exclude<HelpEvent, { readonly type: 'help_called' }>;

export type HelpFact<Type extends HelpEvent['type']> = Extract<HelpEvent, { type: Type }>;

/** Whether anyone can take one more. */
export type SurgeEvent =
  | {
      readonly type: 'everyone_asked';
      readonly service: ServiceId;
      readonly asked: string;
      /** The supervisor. */
      readonly by: StaffId;
      readonly at: Instant;
    }
  | {
      readonly type: 'everyone_answered';
      readonly service: ServiceId;
      readonly asked: string;
      readonly staff: StaffId;
      readonly can: boolean;
      readonly at: Instant;
    };
