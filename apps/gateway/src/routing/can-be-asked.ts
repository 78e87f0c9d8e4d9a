import type { Instant, StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { fitsIntoShift, hasRoom, load, type Band } from '@warmline/routing';

interface Asking {
  readonly staff: StaffId;
  readonly band: Band;
  readonly at: Instant;
}

const isFree = async (stores: Stores, row: StaffRow, at: Instant): Promise<boolean> =>
  row.availability === 'available' &&
  fitsIntoShift(row.shiftEndsAt, at) &&
  (await stores.offers.findOpenOf(row.id)) === null &&
  !(await stores.handovers.isAsking(row.id));

/**
 * Why this person may not be asked at this moment, or null. Locks their row, so that what is made of the answer is made
 * of the truth. `not_available`: away, at the end of their shift, or being asked already. `at_capacity`: no room.
 */
export const askingRefusal = async (
  stores: Stores,
  { staff, band, at }: Asking,
): Promise<'not_available' | 'at_capacity' | null> => {
  const row = await stores.staff.lock(staff);
  if (row === null || !(await isFree(stores, row, at))) return 'not_available';
  return (await hasRoomFor(stores, row, band)) ? null : 'at_capacity';
};

/** Whether one more of this band fits; their row is locked. */
export const hasRoomFor = async (stores: Stores, row: StaffRow, band: Band): Promise<boolean> =>
  hasRoom(load(await stores.holdings.heldBy(row.id)), row.capacity, band);
