import type { ConversationId, StaffId } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';

/** The first conversations of a person that are all reviewed. */
export const FIRST_REVIEWED = 10;
/** The share that a second person reads too. */
export const SECOND_SHARE = 0.1;
/** What ended longer ago (days) is not drawn any more. */
export const DRAWN_WITHIN_DAYS = 31;

/** A number from 0 to below 1 for each label, the same for the same seed. Nobody knows it before the seed is made. */
export type Lots = (label: string) => number;

/** A conversation of a half-month that is not reviewed for another reason. */
export interface DrawCandidate {
  readonly conversation: ConversationId;
  readonly responder: StaffId;
  readonly band: Band;
}

const lowest = <Item>(items: readonly Item[], lotOf: (item: Item) => number): Item | null => {
  let best: { readonly item: Item; readonly lot: number } | null = null;
  for (const item of items) {
    const lot = lotOf(item);
    if (best === null || lot < best.lot) best = { item, lot };
  }
  return best?.item ?? null;
};

const labelOf = ({ conversation, responder }: Pick<DrawCandidate, 'conversation' | 'responder'>): string =>
  `${conversation}/${responder}`;

/** The band is drawn first, each with an equal chance, so that rare ones are read as often as common ones. */
const drawOf = (
  candidates: readonly DrawCandidate[],
  { responder, drawnBands, lots }: { responder: StaffId; drawnBands: ReadonlySet<Band>; lots: Lots },
): DrawCandidate | null => {
  const bands = [...new Set(candidates.map(({ band }) => band))];
  const fresh = bands.filter((band) => !drawnBands.has(band));
  const band = lowest(fresh.length > 0 ? fresh : bands, (one) => lots(`band/${responder}/${one}`));
  return lowest(
    candidates.filter((candidate) => candidate.band === band),
    (candidate) => lots(labelOf(candidate)),
  );
};

export interface HalfMonth {
  readonly candidates: readonly DrawCandidate[];
  /** Bands that were drawn for a person in the other half of the month: another band goes first. */
  readonly drawnBefore: ReadonlyMap<StaffId, ReadonlySet<Band>>;
}

/** One conversation of each responder for a half-month, two in a month: docs/spec/quality.md#sampling. */
export const drawHalfMonth = ({ candidates, drawnBefore }: HalfMonth, lots: Lots): DrawCandidate[] => {
  const byResponder = new Map<StaffId, DrawCandidate[]>();
  for (const candidate of candidates)
    byResponder.set(candidate.responder, [...(byResponder.get(candidate.responder) ?? []), candidate]);
  return [...byResponder].flatMap(
    ([responder, theirs]) =>
      drawOf(theirs, { responder, drawnBands: drawnBefore.get(responder) ?? new Set(), lots }) ?? [],
  );
};

/** Whether a second person reads it too. */
export const hasSecondRater = (
  work: Pick<DrawCandidate, 'conversation' | 'responder'>,
  lots: Lots,
): boolean => lots(`second/${labelOf(work)}`) < SECOND_SHARE;
