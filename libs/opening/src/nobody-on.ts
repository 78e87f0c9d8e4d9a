import { elapsed, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isOnCallNow, type OpeningBasis } from './opening';

/** A person who stepped away for less than this (ms) has not left. */
export const A_MOMENT = 2 * MINUTE;
/** A visitor in danger is not told "you're next" for longer than this (ms) once nobody answers at a console. */
export const A_MOMENT_IN_DANGER = 30 * SECOND;
/** How long a standard visitor keeps their place while nobody is on (ms): as long as one whose page is away. */
export const NOBODY_ON_HOLD = 30 * MINUTE;
/** Visitors wait for a person who is planned to start within this (ms). */
export const WAITED_FOR = 30 * MINUTE;

/**
 * Whether nobody can answer a visitor of this band, now or later. The visitor is told so at once. A supervisor at their
 * console can still answer band 1 and 2.
 */
export const isNobodyOn = (moment: OpeningBasis, band: Band): boolean => {
  const { answering, supervisorsOn, atOnce } = moment.situation;
  if (isOnCallNow(moment)) return false;
  if (band === 1)
    return Math.min(answering, atOnce.answering) + Math.min(supervisorsOn, atOnce.supervisorsOn) === 0;
  return answering === 0 && !(band === 2 && supervisorsOn > 0);
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
