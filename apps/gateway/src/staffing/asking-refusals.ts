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
 * Why this person may not get an offer at this moment, or null. Locks their row, so that the answer still holds when the
 * offer is stored. `not_available`: away, with an open offer, or kept from it by a limit. `at_capacity`: no capacity.
 */
export const askingRefusal = async (
  stores: Stores,
  asking: Asking,
): Promise<'not_available' | 'at_capacity' | null> =>
  refusalOf(await readLocked(stores, asking.staff, asking.terms), asking);

/** The same for a person whose row is locked already. `responder` is null for an unknown person. */
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

/** Limits that began to apply after the offer was made do not take it away. */
const MAY_COME_UP = new Set(['shift_ending', 'break_due']);

/** Why an offer may not be accepted any more, or null. Locks the responder's row. */
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

/** Whether one more conversation of this band fits. The caller has locked their row. */
export const hasRoomFor = async (
  stores: Stores,
  { row, band, terms }: { readonly row: StaffRow; readonly band: Band; readonly terms: RoutingTerms },
): Promise<boolean> => {
  const responder = await stores.shifts.loadResponder(row.id, terms.timers.quietVisitor);
  return responder !== null && fits(responder.caseload, capacityOf(responder, terms.limits).units, band);
};
