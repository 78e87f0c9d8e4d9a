import { elapsed, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isOnCallNow, type OpeningBasis } from './opening';

/** Somebody who has stepped away for less than this (ms) has not left. */
export const A_MOMENT = 2 * MINUTE;
/** How long the place of a standard visitor is kept while nobody is on (ms): as long as that of one whose page is away. */
export const NOBODY_ON_HOLD = 30 * MINUTE;
/** Somebody who is planned to come within this (ms) is waited for. */
export const WAITED_FOR = 30 * MINUTE;

/**
 * Whether nobody is there who could answer somebody of this band, now or later: they are told so at once. Band 1 and 2 still
 * have a supervisor who is at their console.
 */
export const isNobodyOn = (moment: OpeningBasis, band: Band): boolean => {
  const { answering, supervisorsOn } = moment.situation;
  return answering === 0 && !(band < 3 && supervisorsOn > 0) && !isOnCallNow(moment);
};

/** Somebody who waits; `since`: they were told that nobody is on, and nobody has come since. */
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
