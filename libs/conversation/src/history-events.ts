import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { ReadingPurpose } from '@warmline/vocabulary';

/** What someone looked at in History. */
export interface HistoryEvent {
  /** They opened one conversation of the past, and said why. */
  readonly type: 'history_read';
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly purpose: ReadingPurpose;
  readonly at: Instant;
}
