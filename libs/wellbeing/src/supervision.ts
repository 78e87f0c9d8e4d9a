import {
  accept,
  DAY,
  later,
  refuse,
  type ConversationId,
  type Decision,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { MoreHoursReason, WaitingNotice } from '@warmline/vocabulary';
import type { WellbeingLimits } from './wellbeing-limits';
import type { WorkingDay } from './working-day';

/** A supervisor's word about more hours holds for so long (ms): the next day it is said again, or not. */
export const MORE_HOURS_LAST = DAY;

/** Nobody lengthens their own week, and what nobody can lengthen stays: the hours of the day, and `hoursInWeekAtMost`. */
export const allowMoreHours = (
  { day, staff }: { readonly day: WorkingDay; readonly staff: StaffId },
  given: { readonly by: StaffId; readonly reason: MoreHoursReason; readonly service: ServiceId },
  { now, limits }: { readonly now: Instant; readonly limits: WellbeingLimits },
): Decision<HoursAllowed, 'not_yourself' | 'hours_over'> => {
  if (given.by === staff) return refuse('not_yourself');
  if (day.workedInWeek >= limits.hoursInWeekAtMost || limits.hoursInWeekAtMost <= limits.hoursInWeek)
    return refuse('hours_over');
  return accept<HoursAllowed>({
    type: 'hours_allowed',
    ...given,
    staff,
    until: later(now, MORE_HOURS_LAST),
    at: now,
  });
};

interface BySupervisor {
  readonly service: ServiceId;
  /** The supervisor. */
  readonly by: StaffId;
  readonly at: Instant;
}

/** Until then a person may exceed the weekly hours, but never the limits that no one can extend. */
export type HoursAllowed = BySupervisor & {
  readonly type: 'hours_allowed';
  readonly staff: StaffId;
  readonly reason: MoreHoursReason;
  readonly until: Instant;
};

/** What a supervisor did about a colleague, or told everyone who waits. */
export type SupervisionEvent =
  | (BySupervisor & { readonly type: 'capacity_set'; readonly staff: StaffId; readonly capacity: 1 | 2 | 3 })
  | (BySupervisor & { readonly type: 'break_called'; readonly staff: StaffId })
  | (BySupervisor & { readonly type: 'shift_closed'; readonly staff: StaffId })
  | HoursAllowed
  | (BySupervisor & {
      /** They have talked with each other; nothing of it is kept. */
      readonly type: 'contact_made';
      readonly staff: StaffId;
    })
  | (BySupervisor & {
      readonly type: 'waiting_told';
      readonly conversation: ConversationId;
      readonly notice: WaitingNotice;
    });
