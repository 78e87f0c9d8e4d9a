import { availableParallelism } from 'node:os';
import { build, toolSpec } from '../stack/build.ts';
import { ROOT } from '../stack/settings.ts';
import { CHROMIUM, requireProgram } from '../stack/system-package.ts';
import { runJest } from './jest-run.ts';
import type { StageContext, StageGroups } from './run-stages.ts';
import { tallyOfCodes, type Tally } from './tally.ts';
import { warmlineEnvironment } from './warmline-for-tests.ts';

/** One seed, so that a failure is not bad luck. Its 25 seconds hold every kind of fault. */
const SHORT_STORM = '--seconds 25 --seed 43982 --visitors 12 --responders 10'.split(' ');
/** The exit code of storm and siege on a machine that is too slow. */
const TOO_SLOW = 3;
const LONG_STORM = '--seconds 420 --seed 76'.split(' ');

/** Runs a script of this project. @returns exit code */
const runScript = ({ children, logFile }: StageContext, ...args: readonly string[]): Promise<number> =>
  children.run({ name: 'script', command: process.execPath, args, cwd: ROOT, env: process.env, logFile });

const runNodeTool = (
  { children, logFile }: StageContext,
  script: string,
  ...args: readonly string[]
): Promise<number> => children.run(toolSpec({ script, args, logFile }));

/** What one process does at a time, while oxlint takes what is left of the cores. */
async function checkFiles(context: StageContext): Promise<number[]> {
  return [
    await runScript(context, 'tools/commits-check.mjs'),
    await runScript(context, 'tools/rules-check.mjs'),
    await runScript(context, 'tools/words-check.mjs'),
    await runNodeTool(context, 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    await runNodeTool(context, 'eslint/bin/eslint.js', '.'),
  ];
}

/** Types, circular imports and the rules of .oxlintrc.json. */
const checkTypes = (context: StageContext): Promise<number> => runNodeTool(context, 'oxlint/bin/oxlint');

/** Jest leaves one core to a person; on two that is half of the machine. */
const BOTH_CORES = [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`];

/** What integration specs find in their environment. */
async function serverEnvironment({ servers }: StageContext): Promise<NodeJS.ProcessEnv> {
  const { databaseUrl, redisUrl } = (await servers()).admin;
  return { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl };
}

/** Started by the first stage that needs it. */
let warmline: Promise<NodeJS.ProcessEnv> | undefined;

/** One after the other in one process: they share a browser and a Warmline. */
async function runJourneys(
  context: StageContext,
  projects: readonly string[],
  more: NodeJS.ProcessEnv,
): Promise<Tally> {
  const { children, scratch, jestArgs } = context;
  const CHROMIUM_PATH = await requireProgram(CHROMIUM, children);
  const servers = await serverEnvironment(context);
  const env = {
    ...servers,
    ...(await (warmline ??= warmlineEnvironment(children, scratch))),
    ...more,
    CHROMIUM_PATH,
  };
  const args = ['--runInBand', ...jestArgs];
  return runJest({ ...context, projects, args, env });
}

/** A run on a machine that is too slow for it says nothing: it counts as left out, and its output says why. */
async function runOnFitMachine(context: StageContext, ...args: readonly string[]): Promise<Tally> {
  const code = await runScript(context, 'tools/dev/bootstrap.mjs', ...args);
  return code === TOO_SLOW ? { passed: 0, failed: 0, skipped: 1 } : tallyOfCodes(code);
}

const runStorm = (context: StageContext, options: readonly string[]): Promise<Tally> =>
  runOnFitMachine(context, 'apps/storm/run/storm.ts', ...options);

const runSiege = (context: StageContext): Promise<Tally> =>
  runOnFitMachine(context, 'apps/siege/run/siege.ts', '--quick', '--seed', '76');

/** The stages of `npm test`, cheapest first. */
export const STAGES: StageGroups = [
  [
    {
      name: 'code',
      run: async (context) => {
        const codes = await Promise.all([checkTypes(context), checkFiles(context)]);
        return tallyOfCodes(...codes.flat());
      },
    },
    // Takes what the checks of the code leave of the cores.
    {
      name: 'build',
      run: async (context) => {
        await build(context, ['gateway', 'visitor', 'console', 'launcher']);
        return tallyOfCodes(await runScript(context, 'tools/bundle-budget.mjs'));
      },
    },
    // The checks of the code end one by one, each on one core: specs take the other.
    {
      name: 'unit',
      run: (context) =>
        runJest({ ...context, projects: ['unit', 'screen'], args: [...BOTH_CORES, ...context.jestArgs] }),
    },
  ],
  [
    {
      name: 'int',
      run: async (context) => {
        const env = await serverEnvironment(context);
        // They mostly wait for servers and deadlines: six at once take a sixth as long, and keep two cores busy.
        const args = ['--maxWorkers=6', ...context.jestArgs];
        return runJest({ ...context, projects: ['int'], args, env });
      },
    },
    // A journey waits for deadlines of the product most of its time, and leaves the cores to the specs beside it.
    {
      name: 'e2e',
      // A pattern chooses among all journeys.
      run: (context) =>
        runJourneys(context, context.jestArgs.length === 0 ? ['e2e'] : ['e2e', 'e2e-more'], {}),
    },
  ],
  [
    {
      name: 'journeys',
      isLong: true,
      run: (context) => runJourneys(context, ['e2e', 'e2e-more'], { EVERY_VIEW: '1' }),
    },
  ],
  [{ name: 'storm', run: (context) => runStorm(context, SHORT_STORM) }],
  [{ name: 'long-storm', isLong: true, run: (context) => runStorm(context, LONG_STORM) }],
  [{ name: 'siege', isLong: true, run: runSiege }],
  // Alone: it copies everything that its Postgres has.
  [
    {
      name: 'drills',
      isLong: true,
      run: async (context) =>
        runJest({
          ...context,
          projects: ['drill'],
          args: ['--runInBand', ...context.jestArgs],
          env: await serverEnvironment(context),
        }),
    },
  ],
  [
    {
      name: 'bench',
      isLong: true,
      // Only that it runs: its figures mean something on a quiet machine alone.
      run: async (context) =>
        tallyOfCodes(
          await runScript(context, 'tools/dev/bootstrap.mjs', 'apps/bench/run/bench.ts', '--quick'),
        ),
    },
  ],
  [{ name: 'outages', isLong: true, run: (context) => runStorm(context, ['--outages', '--seed', '76']) }],
];
