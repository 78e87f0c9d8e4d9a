import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcesses, ChildSpec } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { lastWords } from '../process/log-file.ts';
import type { Session } from '../process/session.ts';
import { ROOT } from './settings.ts';

const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  gateway: [
    'gateway/main.js',
    'gateway/worker.js',
    'gateway/migrate.js',
    'gateway/rotate-keys.js',
    'gateway/features/setup/list-judge.js',
    'gateway/features/setup/list-reader.js',
  ],
  visitor: ['visitor/index.html'],
  console: ['console/index.html'],
  launcher: ['launcher/launch.js'],
  storm: ['storm/main.js'],
  siege: ['siege/main.js', 'siege/attacker.js', 'siege/honest.js', 'siege/probe.js'],
  simulator: ['simulator/main.js'],
  bench: ['bench/bench.js'],
  auditor: ['auditor/audit-verify.mjs'],
  witness: ['witness/audit-witness.mjs'],
};

/** Some tools colour their output whenever CI is set, terminal or not. */
const PLAIN = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };

/** Nx: no process in the background, no redrawn screen, no questions, nothing sent anywhere. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_INTERACTIVE: 'false',
  NX_ISOLATE_PLUGINS: 'false',
};

interface Tool {
  /** Path within node_modules. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile?: string | undefined;
  /** The clone to run it in; this one by default. */
  readonly root?: string;
}

/** How to start one of the tools in node_modules. */
export function toolSpec({ script, args, env = {}, logFile, root = ROOT }: Tool): ChildSpec {
  return {
    name: script,
    command: process.execPath,
    args: [join(root, 'node_modules', script), ...args],
    cwd: root,
    env: { ...process.env, ...QUIET, ...PLAIN, ...env },
    logFile,
    stopOrder: 0,
    graceMs: 5_000,
  };
}

/** Runs a target of projects; Nx leaves out what has not changed. @returns exit code */
export function runNx(
  children: ChildProcesses,
  {
    target,
    projects,
    logFile,
  }: { target: string; projects?: readonly string[]; logFile?: string | undefined },
): Promise<number> {
  const args = ['run-many', '-t', target, '--output-style=static'];
  if (projects !== undefined) args.push('-p', projects.join(','));
  return children.run(toolSpec({ script: 'nx/dist/bin/nx.js', args, logFile }));
}

/** What Nx said last about a task. */
function lastTask(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').match(/nx run [\w-]+:\w+/g) : null;
  return lines?.at(-1)?.replace('nx run ', '') ?? '';
}

/** Builds what changed of some projects, with a line of progress. */
export async function build(
  { children, progress, logDir }: Pick<Session, 'children' | 'progress' | 'logDir'>,
  projects: readonly string[],
): Promise<void> {
  const logFile = join(logDir, 'build.log');
  rmSync(logFile, { force: true });
  const work = async (): Promise<void> => {
    const code = await runNx(children, { target: 'build', projects, logFile });
    if (code !== 0) throw new Failure(`The build failed: ${lastWords(logFile)}`);
  };
  await progress.step('Building what changed', work, {
    done: () => `Built ${projects.join(', ')}`,
    detail: () => lastTask(logFile),
  });
  const files = projects.flatMap((project) => OUTPUTS[project] ?? []);
  const absent = files.filter((file) => !existsSync(join(ROOT, 'dist', file)));
  if (absent.length === 0) return;
  throw new Failure(`The build made no ${absent.join(', ')}: delete dist and .nx, then try again.`);
}
