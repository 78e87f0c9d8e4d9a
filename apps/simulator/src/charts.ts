import { judgedOf, nameOf, type Judged, type Run } from '@warmline/simulation';
import { BUCKETS, bucketFor } from '@warmline/waiting-time';
import { svgOf, type Panel, type Picture } from './svg';

const BANDS = [
  [1, 'Answer first'],
  [2, 'Answer soon'],
  [3, 'Standard'],
] as const;

/** Minutes at which the curves of waits are drawn. */
const MINUTES = Array.from({ length: 61 }, (_, place) => place * 0.75);

const waitsPanel = (run: Run): Panel => ({
  title: nameOf(run.cell),
  series: BANDS.map(([band, name]) => {
    const waits = run.records
      .filter(({ contact }) => contact.band === band)
      .flatMap(({ trueWait }) => trueWait ?? [])
      .sort((one, other) => one - other);
    const upTo = (minutes: number): number => waits.filter((wait) => wait <= minutes).length / waits.length;
    return { name, style: 'line', points: MINUTES.map((minutes) => [minutes, 100 * upTo(minutes)] as const) };
  }),
});

const WAITS: Omit<Picture, 'panels'> = {
  title: 'Answered within so many minutes, % by band',
  explains: 'True waits: those who left count with the wait they would have had.',
  x: { label: 'minutes', most: 45, ticks: [0, 5, 10, 20, 30, 45] },
  y: { label: '%', most: 100, ticks: [0, 25, 50, 75, 100] },
};

export const waitsChart = (runs: readonly Run[]): string => svgOf({ ...WAITS, panels: runs.map(waitsPanel) });

/** A bucket with fewer bounds is not drawn. */
const ENOUGH = 50;

const keptBy = (judged: readonly Judged[], bound: (one: Judged) => number): (readonly [number, number])[] =>
  BUCKETS.flatMap((bucket, place) => {
    const said = judged.filter((one) => bucketFor(one.bound) === bucket);
    const kept = said.filter((one) => one.trueWait <= bound(one)).length;
    return said.length < ENOUGH ? [] : [[place + 1, (100 * kept) / said.length] as const];
  });

const calibrationPanel = (run: Run): Panel => {
  const judged = judgedOf(run);
  const shown = ({ bound }: Judged): number => {
    const bucket = bucketFor(bound);
    return bucket === 'more' ? Number.POSITIVE_INFINITY : bucket;
  };
  return {
    title: nameOf(run.cell),
    series: [
      { name: 'shown bucket kept', style: 'dots', points: keptBy(judged, shown) },
      { name: 'raw U80 kept', style: 'line', points: keptBy(judged, ({ bound }) => bound) },
      {
        name: '80 %',
        style: 'dashed',
        points: [
          [0.5, 80],
          [BUCKETS.length + 0.5, 80],
        ],
      },
    ],
  };
};

const CALIBRATION: Omit<Picture, 'panels'> = {
  title: 'Promises kept, % by the bucket announced',
  explains: `What was announced, in minutes; 1 reads "in a moment". Where there are ${ENOUGH} promises or more.`,
  x: {
    label: 'minutes announced',
    most: BUCKETS.length + 0.5,
    ticks: BUCKETS.map((_, place) => place + 1),
    reads: (tick) => `${BUCKETS[tick - 1] ?? ''}`,
  },
  y: { label: '%', most: 100, ticks: [0, 20, 40, 60, 80, 100] },
};

export const calibrationChart = (runs: readonly Run[]): string =>
  svgOf({ ...CALIBRATION, panels: runs.map(calibrationPanel) });
