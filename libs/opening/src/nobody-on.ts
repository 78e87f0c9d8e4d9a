import { elapsed, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isOnCallNow, type OpeningBasis } from './opening';

/** A person who stepped away for less than this (ms) has not left. */
export const A_MOMENT = 2 * MINUTE;
/** How long a standard visitor keeps their place while nobody is on (ms): as long as one whose page is away. */
export const NOBODY_ON_HOLD = 30 * MINUTE;
/** Visitors wait for a person who is planned to start within this (ms). */
export const WAITED_FOR = 30 * MINUTE;

/**
 * Whether nobody can answer a visitor of this band, now or later. The visitor is told so at once. A supervisor at their
 * console can still answer band 1 and 2.
 */
export const isNobodyOn = (moment: OpeningBasis, band: Band): boolean => {
  const { answering, supervisorsOn } = moment.situation;
  return answering === 0 && !(band < 3 && supervisorsOn > 0) && !isOnCallNow(moment);
};

/** A waiting visitor. `since`: when they were told that nobody is on; null if not, or if a person came. */
export interface ToldNobodyOn {
  readonly band: Band;
  readonly since: Instant | null;
}

/**
 * Whose wait ends now, kindly and with who else is there: standard visitors for whom nobody has come for so long, with nobody
 * planned soon. It would hold them for nothing. Band 1 and 2 keep their place until they leave it.
 */
export const waitedForNothing = <Waiting extends ToldNobodyOn>(
  waiting: readonly Waiting[],
  { now, situation: { nextPlanned } }: OpeningBasis,
  hold: number = NOBODY_ON_HOLD,
): Waiting[] => {
  if (nextPlanned !== null && elapsed(now, nextPlanned) <= WAITED_FOR) return [];
  return waiting.filter(({ band, since }) => band === 3 && since !== null && elapsed(since, now) >= hold);
};
