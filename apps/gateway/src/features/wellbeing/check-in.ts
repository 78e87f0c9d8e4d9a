import { v7 as uuid } from 'uuid';
import { instant, shiftId, type Instant } from '@warmline/kernel';
import type { StoredResponder, Stores } from '@warmline/postgres';
import type { CheckIn } from '@warmline/vocabulary';
import { nextBlockAt, shiftEndWithin } from '@warmline/wellbeing';
import type { RoutingTerms } from '../../staffing/routing-terms';

export interface CheckingIn {
  readonly checkIn: CheckIn;
  readonly takesSurge: boolean;
}

/** Why no shift begins: the hours are used up, or the gap since the block before is too short. */
export type NoShift = 'hours_over' | 'too_early';

/** The planned end of the running shift, or of one that begins now. */
const endOf = (
  { shift, day }: StoredResponder,
  { at, terms: { limits } }: { readonly at: Instant; readonly terms: RoutingTerms },
): Instant | NoShift => {
  if (shift !== null) return instant(shift.endsAt);
  const end = shiftEndWithin(day, at, limits);
  if (end === null) return 'hours_over';
  return nextBlockAt(day, at, limits) === null ? end : 'too_early';
};

/** Begins a shift, or answers again in the running one. The next shift begins after a gap. */
export const checkIn = async (
  stores: Stores,
  responder: StoredResponder,
  { at, terms, ...answer }: CheckingIn & { readonly at: Instant; readonly terms: RoutingTerms },
): Promise<NoShift | null> => {
  const shiftEndsAt = endOf(responder, { at, terms });
  if (shiftEndsAt === 'hours_over' || shiftEndsAt === 'too_early') return shiftEndsAt;
  await stores.shifts.checkIn({
    type: 'checked_in',
    service: responder.service,
    staff: responder.staff,
    shift: shiftId(responder.shift?.id ?? uuid()),
    ...answer,
    shiftEndsAt,
    at,
  });
  return null;
};
