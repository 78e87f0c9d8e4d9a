import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChildProcesses } from '../process/child-processes.ts';
import { parseObjectFile } from '../process/parse-json.ts';
import { toolSpec } from '../stack/build.ts';
import { tallyOfReport, type Tally } from './tally.ts';

/** How long Jest may take to end after its report. */
const END_MS = 15_000;
const POLL_MS = 500;

/** For young objects. They fill Node's default at once: the collector then took a tenth of an integration run. */
const SEMI_SPACE_MB = 32;

/** @param before NODE_OPTIONS of this process */
export const jestNodeOptions = (before = process.env['NODE_OPTIONS']): string =>
  [
    before,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    `--max-semi-space-size=${SEMI_SPACE_MB}`,
  ]
    .filter(Boolean)
    .join(' ');

interface JestRun {
  readonly children: ChildProcesses;
  /** For the report. */
  readonly scratch: string;
  /** Of jest.config.mjs. */
  readonly projects: readonly string[];
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile?: string | undefined;
}

/** Runs Jest on some of its projects. */
export async function runJest({
  children,
  scratch,
  projects,
  args,
  env = {},
  logFile,
}: JestRun): Promise<Tally> {
  const report = join(scratch, `jest-${projects.join('-')}.json`);
  const child = await children.spawn(
    toolSpec({
      script: 'jest/bin/jest.js',
      args: [
        '--selectProjects',
        ...projects,
        '--json',
        `--outputFile=${report}`,
        // On a busy machine a worker needs more than Jest's half second to end.
        `--workerGracefulExitTimeout=${END_MS}`,
        ...args,
      ],
      env: { ...env, NODE_OPTIONS: jestNodeOptions() },
      logFile,
    }),
  );
  // Jest never ends when a spec leaves a connection or a timer open. By then it has written its report.
  const limit = new AbortController();
  const isLate = async (): Promise<boolean> => {
    while (!existsSync(report)) await delay(POLL_MS, undefined, { signal: limit.signal });
    await delay(END_MS, undefined, { signal: limit.signal });
    return true;
  };
  const late = await Promise.race([child.ended.then(() => false), isLate().catch(() => false)]);
  limit.abort();
  if (late) {
    console.error('Jest was stopped: a spec left something open (find it with --detectOpenHandles).');
    await children.stop(child);
  }
  const how = await child.ended;
  return tallyOfReport(parseObjectFile(report), how === 'exit code 0' && existsSync(report) ? 0 : 1);
}
