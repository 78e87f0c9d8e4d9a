import { DAY, later } from '@warmline/kernel';
import {
  exposureOf,
  firstComeFirstServed,
  judgedOf,
  keptShare,
  leftShare,
  longestWait,
  nameOf,
  serviceLevel,
  simulate,
  START,
  strictPriority,
  type Announced,
  type Run,
} from '@warmline/simulation';

/** Days of a run that the policies of other systems get, with the same people. */
const DAYS = 30;

const POLICIES = [
  ['first come first served', firstComeFirstServed],
  ['strict priority', strictPriority],
] as const;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const firstDays = (run: Run, days: number): Run => {
  const end = later(START, days * DAY);
  return { ...run, records: run.records.filter(({ contact }) => contact.arrivesAt < end) };
};

const rowOf = (cell: string, policy: string, run: Run): string[] => [
  cell,
  policy,
  percent(serviceLevel(run, 1, 1)),
  percent(serviceLevel(run, 2, 5)),
  percent(serviceLevel(run, 3, 10)),
  percent(leftShare(run)),
  longestWait(run).toFixed(0),
];

export const POLICY_COLUMNS = [
  'cell',
  'policy',
  'band 1 in 1 min',
  'band 2 in 5',
  'band 3 in 10',
  'left',
  'longest (min)',
];

/** How other systems would have answered the same people. */
export const peerPolicies = (run: Run): string[][] => {
  const days = Math.min(DAYS, run.cell.days);
  const name = `${nameOf(run.cell)}, ${days} days`;
  const peers = POLICIES.map(([policy, decide]) =>
    rowOf(name, policy, simulate({ ...run.cell, days }, { policy: decide, announces: false })),
  );
  return [rowOf(name, 'ours', firstDays(run, days)), ...peers];
};

export const ESTIMATE_COLUMNS = [
  'cell',
  'said',
  'kept',
  'more than 5 min late',
  'mean said (min)',
  'mean came (min)',
];

const SAID: readonly (readonly [string, (announced: Announced) => number])[] = [
  ['ours, U80', ({ bound }) => bound ?? Number.NaN],
  ['naive queue length', ({ queueLength }) => queueLength],
  ['last to enter service', ({ lastToEnter }) => lastToEnter],
  ['mean of the last ten waits', ({ recentMean }) => recentMean],
];

/** How good the numbers of other systems would have been, for visitors without a free slot. */
export const peerEstimates = (run: Run): string[][] => {
  const inLine = judgedOf(run).filter(({ record }) => record.announced.raw > 0);
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
  return SAID.map(([name, said]) => {
    const judged = inLine.map((one) => ({ ...one, bound: said(one.record.announced) }));
    const late = judged.filter(({ trueWait, bound }) => trueWait > bound + 5).length / judged.length;
    return [
      nameOf(run.cell),
      name,
      percent(keptShare(judged)),
      percent(late),
      mean(judged.map(({ bound }) => bound)),
      mean(judged.map(({ trueWait }) => trueWait)),
    ];
  });
};

export const EXPOSURE_COLUMNS = [
  'cell',
  'hard conversations per responder-hour',
  'of the most exposed 5 %',
  'same hard topic again in a shift',
  'by chance',
  'most heavy in a row',
];

/** RTE6: how hard topics were spread. */
export const exposureRow = (run: Run): string[] => {
  const found = exposureOf(run.records, run.shifts);
  return [
    nameOf(run.cell),
    found.perHour.toFixed(2),
    found.perHourOfMostExposed.toFixed(2),
    percent(found.sameTopicAgain),
    percent(found.sameTopicByChance),
    String(found.mostInARow),
  ];
};
