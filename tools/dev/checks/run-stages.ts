import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../process/failure.ts';
import { seconds } from '../process/progress.ts';
import type { Session } from '../process/session.ts';
import type { Stack } from '../stack/stack.ts';
import { addTallies, type Tally } from './tally.ts';

/** What a stage works with. */
export interface StageContext extends Session {
  /** A folder for this run only. */
  readonly scratch: string;
  /** Arguments for Jest. */
  readonly jestArgs: readonly string[];
  /** A fresh Postgres (database `postgres`) and Redis for this run, started on first use. */
  readonly servers: () => Promise<Stack>;
  /** Where the stage's commands write; undefined while the stage runs alone, with its output on the terminal. */
  readonly logFile: string | undefined;
}

export interface Stage {
  readonly name: string;
  /** Part of `npm run test:all` only. */
  readonly isLong?: boolean;
  readonly run: (context: StageContext) => Promise<Tally>;
}

/** Stages of a group run at the same time; groups run in order. */
export type StageGroups = readonly (readonly Stage[])[];

export interface Choice {
  /** The name of one stage. */
  readonly only: string | undefined;
  /** Long stages too. */
  readonly isAll: boolean;
  readonly jestArgs: readonly string[];
}

export function parseArguments(args: readonly string[]): Choice {
  const only = args.find((arg) => arg.startsWith('--only='));
  return {
    only: only?.slice('--only='.length),
    isAll: args.includes('--all'),
    jestArgs: args.filter((arg) => arg !== only && arg !== '--all'),
  };
}

/** A stage that is named is run even if it is long. */
export function chooseStages(groups: StageGroups, { only, isAll }: Choice): StageGroups {
  const isChosen = ({ name, isLong = false }: Stage): boolean =>
    only === undefined ? isAll || !isLong : name === only;
  const chosen = groups.map((group) => group.filter(isChosen)).filter((group) => group.length > 0);
  if (chosen.length > 0) return chosen;
  const names = groups.flat().map(({ name }) => name);
  throw new Failure(`There is no stage "${only}": choose ${names.join(', ')}.`);
}

async function runStage(stage: Stage, context: StageContext): Promise<Tally> {
  const { progress, logFile } = context;
  if (logFile === undefined) progress.say(`\n── ${stage.name}`);
  const startedAt = performance.now();
  let failure: unknown;
  const tally = await stage.run(context).catch((error: unknown) => {
    failure = error;
    return { passed: 0, failed: 1, skipped: 0 };
  });
  // Output of stages that run at the same time is shown in one piece each.
  if (logFile !== undefined)
    progress.say(`\n── ${stage.name}\n${readFileSync(logFile, { encoding: 'utf8', flag: 'a+' }).trimEnd()}`);
  if (failure !== undefined) progress.fail(failure);
  const result = tally.failed === 0 ? 'passed' : 'FAILED';
  progress.say(`── ${stage.name}: ${result} in ${seconds(performance.now() - startedAt)}`);
  return tally;
}

/** Runs the stages of a group at the same time. More than one write to files, and a line says which are under way. */
async function runGroup(
  group: readonly Stage[],
  context: Omit<StageContext, 'logFile'>,
): Promise<readonly Tally[]> {
  const [first, ...others] = group;
  if (first !== undefined && others.length === 0)
    return [await runStage(first, { ...context, logFile: undefined })];
  const underWay = new Set(group.map(({ name }) => name));
  const runBeside = async (stage: Stage): Promise<Tally> => {
    const tally = await runStage(stage, { ...context, logFile: join(context.scratch, `${stage.name}.log`) });
    underWay.delete(stage.name);
    return tally;
  };
  return context.progress.step([...underWay].join(' and '), () => Promise.all(group.map(runBeside)), {
    detail: () => `${[...underWay].join(' and ')} under way`,
  });
}

/** Runs groups of stages in order, until a group holds a failure. */
export async function runStages(groups: StageGroups, context: Omit<StageContext, 'logFile'>): Promise<Tally> {
  let sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const group of groups) {
    sum = (await runGroup(group, context)).reduce(addTallies, sum);
    if (sum.failed > 0) break;
  }
  return sum;
}
