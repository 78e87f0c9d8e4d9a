import { accept, refuse, type Accepted, type Refused } from '@warmline/kernel';
import type { Band, BandReason, SafetyAnswer } from '@warmline/vocabulary';
import type { Hold } from './hold';

const BAND_OF: Record<SafetyAnswer, Band> = {
  not_safe_now: 1,
  not_sure: 2,
  said_safe: 3,
  did_not_say: 3,
};

/** The band after losing a responder: answered soon, or first if it was first already. */
export const bandAfterLoss = (band: Band): Band => (band === 1 ? 1 : 2);

/** The band a safety answer asks for. */
export const bandFor = (answer: SafetyAnswer): Band => BAND_OF[answer];

/** Band 1 by the visitor's own answer alone, and held for that: a person who says the same lifts the hold. */
export const isHeldByAnswer = ({
  band,
  bandBecause,
  hold,
}: {
  readonly band: Band;
  readonly bandBecause: BandReason;
  readonly hold: Hold | null;
}): boolean => band === 1 && bandBecause === 'safety_answer' && hold !== null;

/**
 * A person sets the band: promoting needs no reason, demoting does. No change is a change to nothing, unless their word
 * lifts a hold (`isHeld`).
 */
export const setBand = (
  before: Band,
  wished: { readonly band: Band; readonly reason: string | null },
  isHeld = false,
): Accepted<{ readonly from: Band; readonly to: Band }> | Refused<'reason_needed'> => {
  if (wished.band === before && !isHeld) return accept<{ readonly from: Band; readonly to: Band }>();
  const isDemoted = wished.band > before;
  return isDemoted && (wished.reason ?? '').trim() === ''
    ? refuse('reason_needed')
    : accept({ from: before, to: wished.band });
};
