import type { Instant } from '@warmline/kernel';
import { capacityOf, load, mayBeAsked, nextAsk, type Responder, type Terms } from '@warmline/routing';
import type { Outlook } from './raw-wait';

const roomOf = (responder: Responder, { limits }: Terms): { load: number; capacity: number } => ({
  load: load(responder.caseload),
  capacity: capacityOf(responder, limits).units,
});

/** Who could be made an offer at this moment, as the estimate of a wait wants to know it. */
export const freeRoom = (responders: readonly Responder[], terms: Terms): Outlook['free'] =>
  responders.filter((one) => mayBeAsked(one, terms)).map((one) => roomOf(one, terms));

/**
 * Slots of those who are quiet or on a break and come back by themselves: when, once for each standard conversation that
 * they have room for.
 */
export const returningSlots = (responders: readonly Responder[], terms: Terms): Instant[] =>
  responders.flatMap((responder) => {
    const { load: used, capacity } = roomOf(responder, terms);
    const slots = Math.floor(capacity - used);
    const at = slots < 1 ? null : (nextAsk(responder, terms)?.at ?? null);
    return at === null ? [] : Array.from({ length: slots }, () => at);
  });
