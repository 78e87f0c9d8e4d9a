import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { jestNodeOptions } from '../../../tools/dev/checks/jest-run.ts';
import { Failure } from '../../../tools/dev/process/failure.ts';
import type { Session } from '../../../tools/dev/process/session.ts';
import { toolSpec } from '../../../tools/dev/stack/build.ts';
import { startStack, type Stack } from '../../../tools/dev/stack/stack.ts';
import type { BugCopy } from './bug-copy.ts';
import {
  parseJestResults,
  parseVerdict,
  type SeededBug,
  type SpecCheck,
  type StormCheck,
} from './parse-seeded-bugs.ts';

/** Runs the checks of seeded bugs in a copy of the sources. */
export class BugChecks {
  #servers: Promise<Stack> | undefined;
  readonly #session: Session;
  readonly #copy: BugCopy;

  constructor(session: Session, copy: BugCopy) {
    this.#session = session;
    this.#copy = copy;
  }

  /** @returns what the check found; null when it found nothing */
  async check({ spec, storm }: SeededBug): Promise<string | null> {
    if (spec !== undefined) return this.#checkBySpec(spec);
    return storm === undefined ? null : this.#checkByStorm(storm);
  }

  async #checkBySpec({ project, file, test }: SpecCheck): Promise<string | null> {
    const { dataDir, children } = this.#session;
    const report = join(dataDir, `jest-${project}.json`);
    rmSync(report, { force: true });
    const env = project === 'int' ? await this.#serverEnvironment() : {};
    // A bug may leave something open that would keep Jest from ending.
    const args = ['--selectProjects', project, '--json', `--outputFile=${report}`, '--forceExit'];
    await children.run(
      toolSpec({
        script: 'jest/bin/jest.js',
        args: [...args, '--testTimeout=30000', file],
        root: this.#copy.root,
        env: { ...env, NODE_OPTIONS: jestNodeOptions() },
        logFile: join(dataDir, 'jest.log'),
      }),
    );
    if (!existsSync(report)) throw new Failure(`${file} wrote no report.`);
    const { testResults } = parseJestResults(report);
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    if (results.length === 0) throw new Failure(`${file} ran no test: ${testResults[0]?.message ?? ''}`);
    const failed = results.filter(({ status, fullName }) => status === 'failed' && fullName.includes(test));
    return failed[0]?.fullName ?? null;
  }

  async #checkByStorm({ args, counts }: StormCheck): Promise<string | null> {
    await this.#copy.build();
    const logFile = join(this.#session.dataDir, 'storm.out');
    rmSync(logFile, { force: true });
    await this.#session.children.run({
      ...{ name: 'storm', command: process.execPath, cwd: this.#copy.root, logFile },
      args: ['tools/dev/bootstrap.mjs', 'apps/storm/run/storm.ts', ...args],
      env: { ...process.env, WARMLINE_BUILT: '1' },
      graceMs: 45_000,
    });
    const line = readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Failure(`The storm came to no verdict: ${line}`);
    const verdict = parseVerdict(line);
    const found = counts.filter((count) => (verdict[count] ?? 0) > 0);
    return found.length === 0 ? null : found.map((count) => `${count} ${verdict[count]}`).join(', ');
  }

  async #serverEnvironment(): Promise<NodeJS.ProcessEnv> {
    const { dataDir, children } = this.#session;
    this.#servers ??= startStack({ dataDir: join(dataDir, 'servers'), isFast: true, drills: {}, children });
    const { databaseUrl, redisUrl } = (await this.#servers).admin;
    await dropTemplate(databaseUrl);
    return { TEST_DATABASE_URL: databaseUrl, TEST_REDIS_URL: redisUrl };
  }
}

/** Specs clone a database that the first of them migrated: with it, a bug in a migration would never show. */
async function dropTemplate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('drop database if exists warmline_template with (force)');
  await client.end();
}
