import type { Instant, ServiceId, ShiftId, StaffId } from '@warmline/kernel';
import type { CheckIn } from '@warmline/vocabulary';

interface AboutPerson {
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly at: Instant;
}

/** Of a swap of shifts: `staff` did it, `whom` is the other. Which shifts is in the rota. */
interface AboutSwap extends AboutPerson {
  readonly swap: string;
}

/** The events of a person's working day. */
export type WellbeingEvent =
  | (AboutPerson & {
      /** A shift begins, or a person on shift says again how they are. */
      readonly type: 'checked_in';
      readonly shift: ShiftId;
      readonly checkIn: CheckIn;
      readonly takesSurge: boolean;
      readonly shiftEndsAt: Instant;
    })
  | (AboutPerson & { readonly type: 'checked_out'; readonly shift: ShiftId })
  | (AboutPerson & {
      readonly type: 'break_began';
      readonly until: Instant;
      readonly why: 'due' | 'wanted';
    })
  | (AboutPerson & { readonly type: 'break_wanted' })
  | (AboutPerson & { readonly type: 'break_delayed'; readonly until: Instant })
  | (AboutPerson & { readonly type: 'break_ended' })
  | (AboutPerson & { readonly type: 'rest_extended' })
  | (AboutPerson & {
      /** They would like to talk with their supervisor; what about is theirs. */
      readonly type: 'contact_wanted';
    })
  | (AboutPerson & { readonly type: 'topic_muted'; readonly shift: ShiftId; readonly topic: string })
  | (AboutSwap & { readonly type: 'swap_asked'; readonly whom: StaffId })
  | (AboutSwap & { readonly type: 'swap_agreed'; readonly whom: StaffId })
  | (AboutSwap & { readonly type: 'swap_declined'; readonly whom: StaffId })
  | (AboutSwap & { readonly type: 'swap_withdrawn'; readonly whom: StaffId });
