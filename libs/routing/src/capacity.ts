import type { Band } from './band';

/** What a responder has open, in counts by weight. */
export interface Caseload {
  readonly standard: number;
  /** Band 1 conversations. */
  readonly answerFirst: number;
  readonly wrapUps: number;
}

/** Load units (routing.md, Capacity). Two standard conversations or one answered first fill the default capacity. */
export const LOAD = { standard: 1, answerFirst: 2, wrapUp: 0.5 } as const;

/** Default capacity in load units. */
export const DEFAULT_CAPACITY = 2;

/** Load units in use. */
export const load = (caseload: Caseload): number =>
  caseload.standard * LOAD.standard +
  caseload.answerFirst * LOAD.answerFirst +
  caseload.wrapUps * LOAD.wrapUp;

/** Load units the next conversation of this band would take; a single item never exceeds the whole capacity. */
export const weight = (band: Band, capacity: number): number =>
  Math.min(band === 1 ? LOAD.answerFirst : LOAD.standard, capacity);

/** Whether one more of this band fits. Judged at admission; a later promotion takes nothing away. */
export const hasRoom = (used: number, capacity: number, band: Band): boolean =>
  used + weight(band, capacity) <= capacity;
