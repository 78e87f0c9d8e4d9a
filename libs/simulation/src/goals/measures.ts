import { DAY, elapsed, HOUR, SECOND } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { Announced, ContactRecord } from '../engine/record';
import type { Run } from '../simulate';
import { mean, quantileOf, share } from './statistics';

/** A wait with a known estimate and a known length. */
export interface Judged {
  readonly record: ContactRecord;
  readonly trueWait: number;
  readonly bound: number;
  readonly likely: number;
}

/** Left under this long after coming (ms): a short leave, which no figure counts. */
const SHORT_LEAVE = 30 * SECOND;

export const judgedOf = ({ records }: Run): Judged[] =>
  records.flatMap((record) => {
    const { trueWait, announced } = record;
    const { bound, likely } = announced;
    return trueWait === null || bound === null || likely === null
      ? []
      : [{ record, trueWait, bound, likely }];
  });

export const keptShare = (judged: readonly Judged[]): number =>
  share(judged, ({ trueWait, bound }) => trueWait <= bound);

/** Enough of a band in four hours of the day to be judged apart. */
const ENOUGH = 200;
const BLOCK = 4 * HOUR;

/** The least share kept in any band and four hours of the day with enough of them; NaN where none has. */
export const leastKept = (judged: readonly Judged[]): number => {
  const blocks = new Map<string, Judged[]>();
  for (const one of judged) {
    const { band, arrivesAt } = one.record.contact;
    const block = `${band} ${Math.floor((arrivesAt % DAY) / BLOCK)}`;
    blocks.set(block, [...(blocks.get(block) ?? []), one]);
  }
  const shares = [...blocks.values()].filter(({ length }) => length >= ENOUGH).map(keptShare);
  return shares.length === 0 ? NaN : Math.min(...shares);
};

/** Median distance (min) between what was said and what came, over standard visitors for whom no slot was free. */
export const medianError = (
  judged: readonly Judged[],
  said: (announced: Announced) => number | null,
): number =>
  quantileOf(
    judged
      .filter(({ record }) => record.contact.band === 3 && record.announced.raw > 0)
      .map(({ record, trueWait }) => Math.abs((said(record.announced) ?? 0) - trueWait)),
    0.5,
  );

/** Mean bound over mean true wait. */
export const sharpness = (judged: readonly Judged[]): number =>
  mean(judged.map(({ bound }) => bound)) / mean(judged.map(({ trueWait }) => trueWait));

/** Whose wait is over; without short leaves. */
const counted = ({ records }: Run, bands: readonly Band[]): ContactRecord[] =>
  records.filter(
    ({ contact, ending }) =>
      bands.includes(contact.band) &&
      ending !== null &&
      (ending.kind === 'answered' || elapsed(contact.arrivesAt, ending.at) >= SHORT_LEAVE),
  );

/** Share of a band answered within so many minutes; who left counts as missed (docs/spec/figures.md#exact-definitions). */
export const serviceLevel = (run: Run, band: Band, minutes: number): number =>
  share(
    counted(run, [band]),
    ({ ending, trueWait }) => ending?.kind === 'answered' && (trueWait ?? 0) <= minutes,
  );

/** The wait (min) that so many of a band would not have to exceed, leavers by the wait they would have had. */
export const waitQuantile = ({ records }: Run, band: Band, at: number): number =>
  quantileOf(
    records.filter(({ contact }) => contact.band === band).flatMap(({ trueWait }) => trueWait ?? []),
    at,
  );

export const leftShare = (run: Run): number =>
  share(counted(run, [1, 2, 3]), ({ ending }) => ending?.kind === 'left');

export const longestWait = ({ records }: Run): number =>
  records.reduce((longest, { trueWait }) => Math.max(longest, trueWait ?? 0), 0);
