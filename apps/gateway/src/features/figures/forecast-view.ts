import type { Forecast } from '@warmline/contracts';
import { MINUTE, type Instant } from '@warmline/kernel';
import type { StoredPresent } from '@warmline/postgres';
import { DEFAULT_CAPACITY } from '@warmline/routing';
import { overlap, type PlanningHour, type StaffingForecast } from '@warmline/simulation';

export interface Made {
  readonly basis: Forecast['basis'];
  readonly target: number;
  /** Conversations a slot has room for in a minute. */
  readonly perSlot: number;
  readonly made: StaffingForecast;
}

/** People on shift from one time to another, and how many conversations they can hold at once. */
interface On {
  readonly from: Instant;
  readonly until: Instant;
  readonly slots: number;
}

const plannedOf = ({ now, present, coming }: StoredPresent): On[] => [
  ...present.map(({ shiftEndsAt, capacity }) => ({ from: now, until: shiftEndsAt, slots: capacity })),
  ...coming.map(({ from, until }) => ({ from, until, slots: DEFAULT_CAPACITY })),
];

/** Visitors who can be answered in this hour, if all slots were in use. */
const answerable = (on: readonly On[], row: PlanningHour, perSlot: number): number =>
  on.reduce((sum, one) => sum + (overlap(one, row) / MINUTE) * one.slots * perSlot, 0);

/** A forecast as a supervisor gets it. */
export const forecastOf = (present: StoredPresent, { basis, target, perSlot, made }: Made): Forecast => {
  const planned = plannedOf(present);
  const more = made.additions.map(({ responders, from, until }) => ({
    from,
    until,
    slots: responders * DEFAULT_CAPACITY,
  }));
  return {
    now: present.now,
    basis,
    target,
    hours: made.hours.map((hour) => ({
      ...hour,
      planned: planned.filter((one) => overlap(one, hour) > 0).length,
      answerable: answerable(planned, hour, perSlot),
      answerableWithMore: answerable([...planned, ...more], hour, perSlot),
    })),
    additions: made.additions.map((addition) => ({ ...addition })),
    isReached: made.isReached,
  };
};
