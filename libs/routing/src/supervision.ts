import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';

/** Why somebody is to be answered later than before. */
export type LoweringReason = 'said_otherwise' | 'set_by_mistake' | 'misunderstood_words';

/** What waiting visitors can be told all at once. Approved words only: nobody types to a queue. */
export type WaitingNotice = 'told_wait_longer' | 'told_still_here' | 'told_other_help';

interface BySupervisor {
  readonly service: ServiceId;
  /** The supervisor. */
  readonly by: StaffId;
  readonly at: Instant;
}

/** What a supervisor did about a colleague, or told everyone who waits. */
export type SupervisionEvent =
  | (BySupervisor & { readonly type: 'capacity_set'; readonly staff: StaffId; readonly capacity: 1 | 2 | 3 })
  | (BySupervisor & { readonly type: 'break_called'; readonly staff: StaffId })
  | (BySupervisor & { readonly type: 'shift_closed'; readonly staff: StaffId })
  | (BySupervisor & {
      readonly type: 'waiting_told';
      readonly conversation: ConversationId;
      readonly notice: WaitingNotice;
    });
