import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goalsOf, nameOf, simulate, type Cell, type Goal, type Run } from '@warmline/simulation';
import { calibrationChart, waitsChart } from './charts';
import { decisionTime } from './decision-time';
import { parseOptions } from './options';
import {
  ESTIMATE_COLUMNS,
  EXPOSURE_COLUMNS,
  exposureRow,
  peerEstimates,
  peerPolicies,
  POLICY_COLUMNS,
} from './peers';
import { goalTable, jsonOf, tableOf } from './print';

export { BadOption } from './options';

/** Where results and progress go. */
export interface Place {
  readonly args: readonly string[];
  /** The repository; pictures go to dist/simulate in it. */
  readonly root: string;
  readonly print: (line: string) => void;
  /** Progress, on a line that is overwritten. */
  readonly tell: (line: string) => void;
}

const FRESHNESS: Goal = {
  goal: 'G10',
  cell: 'all',
  what: 'age of an estimate when it is given (s)',
  value: 0,
  target: '<= 2 s after any change',
  met: true,
  note: 'by construction here: every estimate is made from the moment it is given in; the live way is measured by the tests of the gateway',
};

const runCell = (cell: Cell, number: string, { tell }: Place): Run => {
  const since = performance.now();
  const onDay = (day: number): void => {
    if (performance.now() - since > 1_000) tell(`${number} ${nameOf(cell)}: day ${day} of ${cell.days}`);
  };
  const run = simulate(cell, { onDay });
  const seconds = ((performance.now() - since) / 1_000).toFixed(1);
  tell(`${number} ${nameOf(cell)}: ${cell.days} days, ${run.records.length} people, ${seconds} s\n`);
  return run;
};

const draw = (runs: readonly Run[], { root, tell }: Place): void => {
  const folder = join(root, 'dist/simulate');
  mkdirSync(folder, { recursive: true });
  const pictures = { 'waits-by-band.svg': waitsChart(runs), 'promises-kept.svg': calibrationChart(runs) };
  for (const [name, svg] of Object.entries(pictures)) {
    writeFileSync(join(folder, name), svg);
    tell(`drawn: ${join(folder, name)}\n`);
  }
};

const compare = (runs: readonly Run[], { print, tell }: Place): void => {
  const policies = runs.flatMap((run, place) => {
    tell(`other policies on the same people: ${place + 1} of ${runs.length}`);
    return peerPolicies(run);
  });
  tell('\n');
  print(`\nThe same people, answered by other policies\n\n${tableOf(POLICY_COLUMNS, policies)}`);
  print(
    `\nWhat was said to those who had to wait\n\n${tableOf(ESTIMATE_COLUMNS, runs.flatMap(peerEstimates))}`,
  );
  print(`\nHow hard topics were spread\n\n${tableOf(EXPOSURE_COLUMNS, runs.map(exposureRow))}`);
};

const verdict = (goals: readonly Goal[]): string => {
  const judged = goals.filter(({ met }) => met !== null);
  return `${judged.filter(({ met }) => met === true).length} of ${judged.length} met`;
};

/** Simulates what the command line asks for and prints goals, comparisons and pictures. Throws BadOption. */
export const runSimulator = (place: Place): void => {
  const { cells, json } = parseOptions(place.args);
  const runs = cells.map((cell, number) => runCell(cell, `${number + 1}/${cells.length}`, place));
  const goals = [...runs.flatMap(goalsOf), decisionTime(() => performance.now()), FRESHNESS];
  goals.sort((one, other) => Number(one.goal.slice(1)) - Number(other.goal.slice(1)));
  draw(runs, place);
  if (json) return goals.forEach((goal) => place.print(jsonOf(goal)));
  place.print(`\n${goalTable(goals)}\n\n${verdict(goals)}`);
  compare(runs, place);
};
