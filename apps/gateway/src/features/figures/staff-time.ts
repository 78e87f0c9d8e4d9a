import type { StaffTime } from '@warmline/figures';
import type { StoredLoad, StoredSpan, StoredStaffSpan } from '@warmline/postgres';

/** What is stored of people's time. */
export interface StoredStaffTime {
  readonly loads: readonly StoredLoad[];
  readonly capacities: readonly StoredSpan[];
  readonly breaks: readonly StoredStaffSpan[];
}

/** The same, as the definitions of libs/figures take it. */
export const staffTimeOf = ({ loads, capacities, breaks }: StoredStaffTime): StaffTime => ({
  loads: loads.map(({ units, ...span }) => ({ ...span, load: units })),
  capacities: capacities.map(({ units, ...span }) => ({ ...span, capacity: units })),
  breaks,
});
