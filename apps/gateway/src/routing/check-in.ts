import { v7 as uuid } from 'uuid';
import { instant, shiftId, type Instant } from '@warmline/kernel';
import type { StoredResponder, Stores } from '@warmline/postgres';
import { fitsIntoShift, shiftEndWithin, type CheckIn } from '@warmline/routing';
import type { RoutingTerms } from './routing-terms';

export interface CheckingIn {
  readonly checkIn: CheckIn;
  readonly takesSurge: boolean;
}

/** The shift that runs for somebody, as long as something can still be offered in it. */
export const runningShift = ({ shift }: StoredResponder, at: Instant): StoredResponder['shift'] =>
  shift !== null && fitsIntoShift(instant(shift.endsAt), at) ? shift : null;

/** Begins a shift, or answers anew in the running one. False when today's or this week's hours are over. */
export const checkIn = async (
  stores: Stores,
  responder: StoredResponder,
  { at, terms, ...answer }: CheckingIn & { readonly at: Instant; readonly terms: RoutingTerms },
): Promise<Instant | null> => {
  const running = runningShift(responder, at);
  const shiftEndsAt =
    running === null ? shiftEndWithin(responder.day, at, terms.limits) : instant(running.endsAt);
  if (shiftEndsAt === null) return null;
  await stores.shifts.checkIn({
    type: 'checked_in',
    service: responder.service,
    staff: responder.staff,
    shift: shiftId(running?.id ?? uuid()),
    ...answer,
    shiftEndsAt,
    at,
  });
  return shiftEndsAt;
};
