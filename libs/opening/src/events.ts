import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';

export type OpeningEvent =
  | {
      readonly type: 'door_set';
      readonly service: ServiceId;
      readonly setting: OpeningSetting;
      readonly reason: OpeningReason;
      /** Null where no supervisor acted in time. */
      readonly by: StaffId | null;
      readonly at: Instant;
    }
  | {
      /** Asked to take no more standard visitors, a supervisor chose to go on. */
      readonly type: 'door_kept_open';
      readonly service: ServiceId;
      readonly by: StaffId;
      readonly at: Instant;
    };
