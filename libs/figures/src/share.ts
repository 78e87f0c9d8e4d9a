import type { Spread } from './spread';

/** So many of so many. Nobody of nobody is no rate at all, rather than a bad or a good one. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** 0 to 1; null of nothing. */
export const rate = ({ part, of }: Share): number | null => (of === 0 ? null : part / of);

export const shareOf = <Item>(all: readonly Item[], belongs: (item: Item) => boolean): Share => ({
  part: all.filter(belongs).length,
  of: all.length,
});

/** A split of fewer is not shown (docs/spec/figures.md#small-numbers): it would be about people, not about the service. */
export const SPLIT_LEAST = 10;
/** Answers a survey needs before it is shown. */
export const SURVEY_LEAST = 30;

/** How many, unless they are one to nine: so few are people, not a service. Then null. */
export const shownCount = (count: number): number | null => (count > 0 && count < SPLIT_LEAST ? null : count);

/** A split too small to show loses its figure; of one to nine not even how many they are is told. */
export type Shown = Share | { readonly part: null; readonly of: number | null };

export const shownSplit = (share: Share): Shown =>
  share.of < SPLIT_LEAST ? { part: null, of: shownCount(share.of) } : share;

/** What people answered after a chat is shown from thirty answers on. */
export const shownSurvey = (share: Share): Shown =>
  share.of < SURVEY_LEAST ? { part: null, of: shownCount(share.of) } : share;

/** A spread of too few is about one person: nothing of it is shown. */
export const shownSpread = (
  spread: Spread | null,
): Spread | { readonly n: number | null; readonly median: null } =>
  spread === null || spread.n < SPLIT_LEAST ? { n: shownCount(spread?.n ?? 0), median: null } : spread;

/** The same for spans (ms): of too few, nine of ten would be one person's. Null where it is not shown. */
export const shownP90 = (spread: { readonly n: number; readonly p90: number } | null): number | null =>
  spread === null || spread.n < SPLIT_LEAST ? null : spread.p90;
