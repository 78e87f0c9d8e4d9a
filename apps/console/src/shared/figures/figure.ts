import type { Share } from '@warmline/contracts';
import { figureWords } from './figure-words';

export type FigureStatus = 'fine' | 'below' | 'above' | 'none';

export interface Line {
  readonly text: string;
  readonly target: string | null;
  readonly status: FigureStatus;
}

export interface Figure {
  readonly key: string;
  readonly title: string;
  readonly definition: string;
  /** The one big word; the lines say the rest. */
  readonly value: string;
  readonly lines: readonly Line[];
}

const said = figureWords;

export const line = (text: string, target: string | null = null, status: FigureStatus = 'none'): Line => ({
  text,
  target,
  status,
});

/** A share of fewer than this is not shown: "100 %, 1 of 1" is about a person, and says nothing about a service. */
const FEW = 10;

export const rateOf = ({ part, of }: Share): number | null =>
  part === null || of === null || of < FEW ? null : part / of;

export const statusOf = (share: Share): FigureStatus => {
  const rate = rateOf(share);
  if (rate === null) return 'none';
  if (share.least !== null && rate < share.least) return 'below';
  if (share.most !== null && rate > share.most) return 'above';
  return share.least === null && share.most === null ? 'none' : 'fine';
};

export const targetOf = ({ least, most }: Pick<Share, 'least' | 'most'>): string | null => {
  if (least !== null && most !== null) return said.between(said.percent(least), said.percent(most));
  if (least !== null) return said.atLeast(said.percent(least));
  return most === null ? null : said.atMost(said.percent(most));
};

/** In whole percent, unless that would say it is where it should be and it is not: 89.5 % is no 90 %. */
export const percentOf = (share: Share): string => {
  const rate = rateOf(share);
  if (rate === null) return said.nobody;
  const status = statusOf(share);
  const isMisleading =
    (status === 'below' && Math.round(rate * 100) >= (share.least ?? 0) * 100) ||
    (status === 'above' && Math.round(rate * 100) <= (share.most ?? 0) * 100);
  return isMisleading ? said.exactPercent(rate) : said.percent(rate);
};

/** How many of how many; of too few only that there were some. */
export const countOf = ({ part, of }: Share): string => {
  if (of === 0) return said.nothingYet;
  return part === null || of === null || of < FEW ? said.tooFew : said.share(part, of);
};

/** How many there were; of one to nine, which come as null, only that. */
export const countWords = (count: number | null): string => (count === null ? said.few : String(count));

/** All of them together, unless one is too few to be told: the others would tell it. */
export const totalWords = (counts: readonly (number | null)[]): string => {
  const told = counts.flatMap((count) => count ?? []);
  return told.length < counts.length ? said.nobody : String(told.reduce((total, count) => total + count, 0));
};

/** Why a span of so many is not shown. */
export const noSpanWords = (n: number | null): string => (n === 0 ? said.nothingYet : said.tooFew);

/** A share in one line of others: its rate, or why there is none. */
export const rateWords = (share: Share): string =>
  rateOf(share) === null ? countOf(share) : percentOf(share);

/** How many, where it should be, and whether it is. */
export const lineOf = (share: Share): Line => line(countOf(share), targetOf(share), statusOf(share));

/** Seconds below two minutes, minutes from there on. */
export const spanWords = (span: number): string =>
  span < 120_000 ? said.seconds(Math.round(span / 1_000)) : said.minutes(Math.round(span / 60_000));

/** Whether a span (ms) is at most what it should be. */
export const spanStatus = (span: number, most: number): FigureStatus => (span > most ? 'above' : 'fine');
