import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';

/** A stretch of the rota: so many standard conversations can be held at once by those who take offers then. */
export interface PlannedSlots {
  readonly from: Instant;
  readonly until: Instant;
  readonly slots: number;
}

/**
 * Slots on average over the next `minutes` (S in docs/spec/waiting.md#raw-estimate). Stretches add up where they overlap,
 * so each responder may have a line of their own. Minutes above 0.
 */
export const meanSlots = (planned: readonly PlannedSlots[], now: Instant, minutes: number): number => {
  const horizon = minutes * MINUTE;
  const end = later(now, horizon);
  const slotTime = planned.reduce((sum, { from, until, slots }) => {
    const overlap = elapsed(from > now ? from : now, until < end ? until : end);
    return sum + Math.max(0, overlap) * slots;
  }, 0);
  return slotTime / horizon;
};
