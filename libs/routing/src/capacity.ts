import { MINUTE } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';

/** What a responder has open, in counts by weight. A handover they accepted counts like a conversation. */
export interface Caseload {
  readonly standard: number;
  /** Band 1 conversations. */
  readonly answerFirst: number;
  readonly wrapUps: number;
  /** Of `standard`: those whose visitor has been quiet for longer than QUIET_AFTER. None unless said. */
  readonly quiet?: number;
}

/** Load units (docs/spec/routing.md#capacity). Two standard conversations or one answered first fill the default capacity. */
export const LOAD = { standard: 1, answerFirst: 2, wrapUp: 0.5, quiet: 0.5 } as const;

/** A visitor who has said nothing for this long (ms) counts half. */
export const QUIET_AFTER = 8 * MINUTE;

/** Default capacity in load units. */
export const DEFAULT_CAPACITY = 2;

/** Load units in use. */
export const load = (caseload: Caseload): number =>
  caseload.standard * LOAD.standard +
  caseload.answerFirst * LOAD.answerFirst +
  caseload.wrapUps * LOAD.wrapUp -
  (caseload.quiet ?? 0) * (LOAD.standard - LOAD.quiet);

/** Load units the next conversation of this band would take; a single item never exceeds the whole capacity. */
export const weight = (band: Band, capacity: number): number =>
  Math.min(band === 1 ? LOAD.answerFirst : LOAD.standard, capacity);

/** Whether one more of this band fits. Judged at admission; a later promotion takes nothing away. */
export const hasRoom = (used: number, capacity: number, band: Band): boolean =>
  used + weight(band, capacity) <= capacity;

/** From this many people on, nobody is taken in because others are quiet. */
const THIRD_PERSON = 3;

/** Whether one more of this band fits beside what they have: a quiet visitor makes room for a second person, never a third. */
export const fits = (caseload: Caseload, capacity: number, band: Band): boolean => {
  if (!hasRoom(load(caseload), capacity, band)) return false;
  const people = caseload.standard + caseload.answerFirst + 1;
  return people < THIRD_PERSON || hasRoom(load({ ...caseload, quiet: 0 }), capacity, band);
};
