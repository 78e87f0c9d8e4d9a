import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { ReadingPurpose } from '@warmline/vocabulary';

interface Look {
  readonly service: ServiceId;
  /** Who looked. */
  readonly staff: StaffId;
  readonly at: Instant;
}

/** What someone looked at in History. */
export type HistoryEvent =
  /** They opened one conversation of the past, and said why. */
  | (Look & {
      readonly type: 'history_read';
      readonly conversation: ConversationId;
      readonly purpose: ReadingPurpose;
    })
  /** They looked at what one person did. */
  | (Look & { readonly type: 'person_history_read'; readonly whom: StaffId })
  /** They took entries of the audit log out as a file: of one person, or null for everything. */
  | (Look & {
      readonly type: 'history_exported';
      readonly whom: StaffId | null;
      /** Entries. */
      readonly count: number;
    });
