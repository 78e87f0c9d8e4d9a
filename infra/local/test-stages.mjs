import { build, NX } from './build.mjs';
import { runCommand, runTool } from './commands.mjs';
import { runJest } from './jest-run.mjs';
import { startForTests } from './start-for-tests.mjs';
import { CHROMIUM, requireProgram } from './system-package.mjs';

/** @typedef {import('./jest-run.mjs').Tally} Tally */

/**
 * @typedef {object} Round
 * @property {string} root
 * @property {string} scratch a folder of this round only
 * @property {string[]} jestArgs
 * @property {() => Promise<{ databaseUrl: string, redisUrl: string }>} servers started on first use
 * @property {import('./roster.mjs').Roster} roster whoever is on it is stopped when the round ends
 */

/** @typedef {{ name: string, run: (round: Round) => Promise<Tally> }} Stage */

/** @param {readonly { code: number }[]} results */
function tallyOfCommands(results) {
  const isGood = results.every(({ code }) => code === 0);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} root
 * @param {string} target
 */
const everyProject = (root, target) =>
  runTool({ script: NX, args: ['run-many', '-t', target, '--output-style=static'], root });

/**
 * @param {string} root
 * @param {string} script
 */
const ownScript = (root, script) =>
  runCommand({ command: process.execPath, args: [script], cwd: root, env: process.env });

/** A minute under one seed, so that a failure is nobody's bad luck: one whose minute holds every fault there is. */
const STORM = '--seconds 60 --seed 76 --visitors 12 --responders 10'.split(' ');

/** @type {readonly Stage[]} */
export const STAGES = [
  {
    name: 'lint',
    run: async ({ root }) => {
      const format = await runTool({ script: 'prettier/bin/prettier.cjs', args: ['--check', '.'], root });
      return tallyOfCommands([format, await everyProject(root, 'lint')]);
    },
  },
  { name: 'types', run: async ({ root }) => tallyOfCommands([await everyProject(root, 'types')]) },
  {
    name: 'rules',
    run: async ({ root }) => tallyOfCommands([await ownScript(root, 'tools/rules-check.mjs')]),
  },
  {
    name: 'unit',
    run: ({ root, scratch, jestArgs }) =>
      runJest({ root, scratch, projects: ['unit', 'screen'], args: jestArgs }),
  },
  {
    name: 'build',
    run: async ({ root }) => {
      await build({ root });
      return tallyOfCommands([await ownScript(root, 'tools/bundle-budget.mjs')]);
    },
  },
  {
    name: 'int',
    run: async ({ root, scratch, jestArgs, servers }) => {
      const { databaseUrl, redisUrl } = await servers();
      const env = { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl };
      // They mostly wait for servers and deadlines: three at once take a third as long, and two cores are still not busy.
      const args = ['--testTimeout=30000', '--maxWorkers=3', ...jestArgs];
      return runJest({ root, scratch, projects: ['int'], args, env });
    },
  },
  {
    name: 'e2e',
    run: async (round) => {
      const { databaseUrl, redisUrl } = await round.servers();
      const chromium = await requireProgram(CHROMIUM);
      const running = await startForTests(round);
      const env = {
        ...running,
        TEST_DATABASE_URL: databaseUrl,
        TEST_REDIS_URL: redisUrl,
        CHROMIUM_PATH: chromium,
      };
      const args = ['--runInBand', '--testTimeout=120000', ...round.jestArgs];
      return runJest({ root: round.root, scratch: round.scratch, projects: ['e2e'], args, env });
    },
  },
  {
    name: 'storm',
    run: async ({ root }) => {
      const args = ['infra/local/storm.mjs', ...STORM];
      return tallyOfCommands([
        await runCommand({ command: process.execPath, args, cwd: root, env: process.env }),
      ]);
    },
  },
];
