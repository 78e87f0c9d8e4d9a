import { nameOf, type Cell } from '../cell';
import type { Run } from '../simulate';
import {
  judgedOf,
  keptShare,
  leastKept,
  leftShare,
  medianError,
  serviceLevel,
  sharpness,
  waitQuantile,
  type Judged,
} from './measures';
import { share } from './statistics';

/** One line of the goal table. */
export interface Goal {
  readonly goal: string;
  readonly cell: string;
  readonly what: string;
  readonly value: number;
  readonly target: string;
  /** Null where docs/spec/waiting.md#goals has no goal for this cell. */
  readonly met: boolean | null;
  readonly note: string;
}

/** From so many responders on, and up to this load, the goals for ten responders and for load 1.0 apply. */
const LARGE = 10;
const LIGHT = 1;
const BUSY = 1.4;

const isLarge = ({ responders }: Cell): boolean => responders >= LARGE;
const percent = (value: number): number => 100 * value;
const asPercent = (value: number): string => `${percent(value).toFixed(1)} %`;

type Line = Omit<Goal, 'cell' | 'note'> & { readonly note?: string };

const promises = (run: Run, judged: readonly Judged[]): Line[] => {
  const [kept, least] = [keptShare(judged), leastKept(judged)];
  const late = share(judged, ({ trueWait, bound }) => trueWait > bound + 5);
  const inLine = judged.filter(({ record }) => record.announced.raw > 0);
  const mostLate = isLarge(run.cell) ? 0.1 : 0.15;
  return [
    {
      goal: 'G1',
      what: 'promise kept (raw U80)',
      value: percent(kept),
      target: '80 ± 3 %, and >= 75 % in every band x 4 h with n >= 200',
      met: Math.abs(kept - 0.8) <= 0.03 && !(least < 0.75),
      note: `least band x 4 h ${asPercent(least)}; of those for whom no slot was free (${asPercent(inLine.length / judged.length)} of all) ${asPercent(keptShare(inLine))}`,
    },
    {
      goal: 'G2',
      what: 'more than 5 min late',
      value: percent(late),
      target: `<= ${percent(mostLate)} %`,
      met: late <= mostLate,
    },
  ];
};

const errors = (judged: readonly Judged[]): Line[] => {
  const own = medianError(judged, ({ likely }) => likely);
  const below = (other: number): number => 1 - own / other;
  const last = below(medianError(judged, ({ lastToEnter }) => lastToEnter));
  const naive = below(medianError(judged, ({ queueLength }) => queueLength));
  const note = `ours ${own.toFixed(2)} min, band 3 for whom no slot was free`;
  return [
    {
      goal: 'G3',
      what: 'median error below last to enter service',
      value: percent(last),
      target: '>= 25 %',
      met: last >= 0.25,
      note,
    },
    {
      goal: 'G3',
      what: 'median error below naive queue length',
      value: percent(naive),
      target: '>= 8 %',
      met: naive >= 0.08,
      note,
    },
  ];
};

const bands = (run: Run): Line[] => {
  const first = serviceLevel(run, 1, 1);
  const soon = serviceLevel(run, 2, 5);
  const longest = waitQuantile(run, 2, 0.9);
  const standard = serviceLevel(run, 3, 10);
  const { cell } = run;
  const isLight = cell.load <= LIGHT;
  const leastStandard = isLarge(cell) ? 0.8 : 0.75;
  return [
    {
      goal: 'G5',
      what: 'band 1 accepted within 60 s',
      value: percent(first),
      target: '>= 99 %',
      met: first >= 0.99,
      note: `${run.surges} by a supervisor or above capacity`,
    },
    {
      goal: 'G6',
      what: 'band 2 answered within 5 min',
      value: percent(soon),
      target: '>= 80 %',
      met: isLarge(cell) && isLight ? soon >= 0.8 : null,
    },
    {
      goal: 'G6',
      what: 'band 2, p90 of the true wait (min)',
      value: longest,
      target: '<= 10 min',
      met: isLarge(cell) && cell.load <= BUSY ? longest <= 10 : null,
    },
    {
      goal: 'G7',
      what: 'band 3 answered within 10 min',
      value: percent(standard),
      target: `>= ${percent(leastStandard)} %`,
      met: isLight ? standard >= leastStandard : null,
    },
  ];
};

const leaving = (run: Run): Line => {
  const left = leftShare(run);
  const most = isLarge(run.cell) ? 0.15 : 0.2;
  return {
    goal: 'G8',
    what: 'left waiting',
    value: percent(left),
    target: `<= ${percent(most)} %`,
    met: run.cell.load <= LIGHT ? left <= most : null,
  };
};

const sharp = (judged: readonly Judged[]): Line => {
  const found = sharpness(judged);
  return {
    goal: 'G4',
    what: 'mean raw U80 over mean true wait',
    value: found,
    target: '<= 1.7',
    met: found <= 1.7,
  };
};

/** G1 to G8 of one run, and its inversions (G9). */
export const goalsOf = (run: Run): Goal[] => {
  const judged = judgedOf(run);
  const inversions: Line = {
    goal: 'G9',
    what: 'inversions',
    value: run.inversions,
    target: '0',
    met: run.inversions === 0,
    note: `${run.decisions} offers against a second model of the order`,
  };
  const lines = [
    ...promises(run, judged),
    ...errors(judged),
    sharp(judged),
    ...bands(run),
    leaving(run),
    inversions,
  ];
  return lines.map((line) => ({ note: '', ...line, cell: nameOf(run.cell) }));
};
