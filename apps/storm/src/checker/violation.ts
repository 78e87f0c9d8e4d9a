/** What a storm counts, worst first. */
export const COUNTS = [
  'lost',
  'duplicated',
  'misordered',
  'crossed',
  'doubleHeld',
  'staleWrites',
  'overCapacity',
  'loneEnds',
  'unheard',
  'stranded',
  'unaudited',
] as const;
export type Count = (typeof COUNTS)[number];

/** A promise that was broken, in one line with ids and, where it helps, the line of the history (`:12`). */
export interface Violation {
  readonly count: Count;
  readonly why: string;
}

export const violation = (count: Count, why: string): Violation => ({ count, why });
