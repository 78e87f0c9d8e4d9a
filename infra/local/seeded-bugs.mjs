// `npm run storm -- --seeded-bugs [name…]`: each seeded bug alone, in a copy of the sources, must turn its check red.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BugCopy } from './bug-copy.mjs';
import { runCommand, runTool } from './commands.mjs';
import { Failure } from './failure.mjs';
import { nodeOptions } from './jest-run.mjs';

const FOLDER = 'apps/storm/src/bugs';

/** Bugs that cannot be seeded yet, because their code does not exist. */
const NOT_YET = [
  'a sequencer that skips rows still uncommitted when it passed: there is no tamper-evident log yet',
  'verifier without an external checkpoint: there is no verifier yet',
];

/**
 * A spec of the project that must fail in a test whose title holds `test`, or a storm whose checker must count.
 *
 * @typedef {{ project: 'unit' | 'int', file: string, test: string }} SpecCheck
 * @typedef {{ args: string[], counts: string[] }} StormCheck
 * @typedef {{ name: string, is: string, spec?: SpecCheck, storm?: StormCheck }} SeededBug
 *
 * @typedef {object} Workshop
 * @property {string} root
 * @property {string} scratch
 * @property {import('./roster.mjs').Roster} roster
 * @property {import('./progress.mjs').Progress} progress
 */

/**
 * @param {string} root
 * @returns {SeededBug[]}
 */
export const seededBugs = (root) => JSON.parse(readFileSync(join(root, FOLDER, 'bugs.json'), 'utf8'));

/**
 * @param {string} root
 * @param {SeededBug} bug
 */
export const patchOf = (root, { name }) => join(root, FOLDER, `${name}.patch`);

/**
 * @param {readonly string[]} names
 * @param {readonly SeededBug[]} all
 */
function choose(names, all) {
  const unknown = names.find((name) => !all.some((bug) => bug.name === name));
  if (unknown !== undefined) throw new Failure(`No seeded bug is called "${unknown}".`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

class Checks {
  /** @type {Promise<{ databaseUrl: string, redisUrl: string }> | undefined} */
  #servers;

  /**
   * @param {Workshop} shop
   * @param {BugCopy} copy
   */
  constructor(shop, copy) {
    this.shop = shop;
    this.copy = copy;
  }

  /**
   * @param {SeededBug} bug
   * @returns {Promise<string | null>} what turned red, or null
   */
  async red({ spec, storm }) {
    if (spec !== undefined) return this.#redSpec(spec);
    return storm === undefined ? null : this.#redStorm(storm);
  }

  /** @param {SpecCheck} spec */
  async #redSpec({ project, file, test }) {
    const { scratch } = this.shop;
    const report = join(scratch, `jest-${project}.json`);
    rmSync(report, { force: true });
    const env = project === 'int' ? await this.#environment() : {};
    // A bug may well leave something open that would keep Jest from ending.
    const args = ['--selectProjects', project, '--json', `--outputFile=${report}`, '--forceExit'];
    await runTool({
      script: 'jest/bin/jest.js',
      args: [...args, '--testTimeout=30000', file],
      root: this.copy.root,
      env: { ...env, NODE_OPTIONS: nodeOptions(process.env['NODE_OPTIONS']) },
      logFile: join(scratch, 'jest.log'),
    });
    if (!existsSync(report)) throw new Failure(`${file} wrote no report.`);
    /** @type {{ testResults: { message: string, assertionResults: { status: string, fullName: string }[] }[] }} */
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    if (results.length === 0) throw new Failure(`${file} ran no test: ${testResults[0]?.message ?? ''}`);
    const failed = results.filter(({ status, fullName }) => status === 'failed' && fullName.includes(test));
    return failed[0]?.fullName ?? null;
  }

  /** @param {StormCheck} storm */
  async #redStorm({ args, counts }) {
    await this.copy.build();
    const output = join(this.shop.scratch, 'storm.out');
    rmSync(output, { force: true });
    await runCommand({
      command: process.execPath,
      args: ['infra/local/storm.mjs', ...args],
      cwd: this.copy.root,
      env: { ...process.env, WARMLINE_BUILT: '1' },
      logFile: output,
    });
    const line = readFileSync(output, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Failure(`The storm came to no verdict: ${line}`);
    const verdict = JSON.parse(line);
    const found = counts.filter((count) => verdict[count] > 0);
    return found.length === 0 ? null : found.map((count) => `${count} ${verdict[count]}`).join(', ');
  }

  async #environment() {
    const { scratch, roster } = this.shop;
    const { startStack } = await import('./stack.mjs');
    const dataDir = join(scratch, 'servers');
    // The user that Postgres runs as may pass through.
    mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
    this.#servers ??= startStack({ dataDir, fast: true, roster });
    const { databaseUrl, redisUrl } = await this.#servers;
    await forgetTemplate(databaseUrl);
    return { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl };
  }
}

/**
 * Specs clone a database that the first of them migrated: a bug in a migration would never be seen.
 *
 * @param {string} databaseUrl
 */
async function forgetTemplate(databaseUrl) {
  const { Client } = await import('pg').then((module) => module.default);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('drop database if exists warmline_template with (force)');
  await client.end();
}

const subjectOf = (/** @type {SeededBug} */ { spec, storm }) =>
  spec?.file ?? `storm ${storm?.args.join(' ')}`;

/**
 * What stays green without a bug shows something when it turns red with one, so each check is first done on a faultless copy.
 *
 * @param {Checks} checks
 * @param {readonly SeededBug[]} bugs
 * @returns {Promise<Set<string>>} what is red already
 */
async function control(checks, bugs) {
  const broken = new Set();
  for (const [subject, bug] of new Map(bugs.map((one) => [subjectOf(one), one]))) {
    const any = bug.spec === undefined ? bug : { ...bug, spec: { ...bug.spec, test: '' } };
    const red = await checks.red(any).catch(String);
    if (red !== null) broken.add(subject);
    checks.shop.progress.say(
      `  ${red === null ? '✓ green' : '✗ RED'} without a bug: ${subject}${red === null ? '' : `: ${red}`}`,
    );
  }
  return broken;
}

/**
 * @param {readonly string[]} names none: all
 * @param {Workshop} shop
 * @returns {Promise<number>} exit code
 */
export async function runSeededBugs(names, shop) {
  const { root, scratch } = shop;
  const bugs = choose(names, seededBugs(root));
  const copy = new BugCopy(root, join(scratch, 'copy'));
  const checks = new Checks(shop, copy);
  const broken = await control(checks, bugs);
  let caught = 0;
  for (const bug of bugs) {
    const red = broken.has(subjectOf(bug)) ? null : await redWith(bug, checks);
    if (red !== null) caught += 1;
    const [mark, why] = red === null ? ['✗ MISSED', ''] : ['✓ caught', `: ${red}`];
    process.stdout.write(`  ${mark}  ${bug.is}${why}\n`);
  }
  for (const bug of NOT_YET) process.stdout.write(`  – not yet in the code: ${bug}\n`);
  process.stdout.write(`caught ${caught} of ${bugs.length}\n`);
  return caught === bugs.length ? 0 : 1;
}

/**
 * @param {SeededBug} bug
 * @param {Checks} checks
 */
async function redWith(bug, checks) {
  const patch = patchOf(checks.shop.root, bug);
  checks.copy.apply(patch, 'put');
  const red = await checks.red(bug).catch((error) => {
    process.stderr.write(`  ! ${bug.name}: ${error.message}\n`);
    return null;
  });
  checks.copy.apply(patch, 'take');
  return red;
}
