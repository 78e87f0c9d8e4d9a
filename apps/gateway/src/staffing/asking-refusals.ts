import type { Instant, StaffId } from '@warmline/kernel';
import type { ConversationRow, StaffRow, Stores, StoredResponder } from '@warmline/postgres';
import { fits, capacityOf, mayBeAsked, maySurge, obstacles } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import type { RoutingTerms } from './routing-terms';

interface Asking {
  readonly staff: StaffId;
  readonly row: ConversationRow;
  readonly at: Instant;
  readonly terms: RoutingTerms;
  /** For the surge slot. */
  readonly surge?: boolean;
}

const readLocked = async (
  stores: Stores,
  staff: StaffId,
  terms: RoutingTerms,
): Promise<StoredResponder | null> =>
  (await stores.staff.lock(staff)) === null
    ? null
    : stores.shifts.loadResponder(staff, terms.timers.quietVisitor);

/**
 * Why this person may not be asked at this moment, or null. Locks their row, so that what is made of the answer is made
 * of the truth. `not_available`: away, being asked already, or kept from it by a limit. `at_capacity`: no room.
 */
export const askingRefusal = async (
  stores: Stores,
  asking: Asking,
): Promise<'not_available' | 'at_capacity' | null> =>
  refusalOf(await readLocked(stores, asking.staff, asking.terms), asking);

/** The same of somebody whose row is locked, as it was read then; null for somebody who is not there. */
export const refusalOf = (
  responder: StoredResponder | null,
  { row, at, terms, surge = false }: Asking,
): 'not_available' | 'at_capacity' | null => {
  if (responder?.availability !== 'available' || responder.beingAsked) return 'not_available';
  const [entry, judged] = [terms.entryOf(row), terms.termsAt(at)];
  if (surge)
    return mayBeAsked(responder, judged) && maySurge(responder, entry, judged) ? null : 'at_capacity';
  const found = obstacles(responder, entry, judged);
  if (found.length === 0) return null;
  return found.every(({ reason }) => reason === 'at_capacity') ? 'at_capacity' : 'not_available';
};

/** What came up since they were asked is no reason to take away what they are about to accept. */
const MAY_COME_UP = new Set(['shift_ending', 'break_due']);

/** Why what was offered may not be accepted any more, or null; locks their row. */
export const acceptingRefusal = async (
  stores: Stores,
  { staff, row, at, terms, surge = false }: Asking,
): Promise<'offer_expired' | 'at_capacity' | null> => {
  const responder = await readLocked(stores, staff, terms);
  if (responder === null) return 'offer_expired';
  const [entry, judged] = [terms.entryOf(row), terms.termsAt(at)];
  if (surge) return maySurge(responder, entry, judged) ? null : 'at_capacity';
  const found = obstacles(responder, entry, judged).filter(({ reason }) => !MAY_COME_UP.has(reason));
  if (found.some(({ reason }) => reason === 'at_capacity')) return 'at_capacity';
  return found.length === 0 ? null : 'offer_expired';
};

/** Whether one more of this band fits; their row is locked. */
export const hasRoomFor = async (
  stores: Stores,
  { row, band, terms }: { readonly row: StaffRow; readonly band: Band; readonly terms: RoutingTerms },
): Promise<boolean> => {
  const responder = await stores.shifts.loadResponder(row.id, terms.timers.quietVisitor);
  return responder !== null && fits(responder.caseload, capacityOf(responder, terms.limits).units, band);
};
