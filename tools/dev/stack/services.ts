import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Child, ChildProcesses, ChildSpec, LoggedSpec } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { lastWords } from '../process/log-file.ts';
import { keepPrevious } from '../process/log-rotation.ts';
import type { Session } from '../process/session.ts';
import type { Settings } from './settings.ts';

const MINUTE_MS = 60_000;
const MOST_CRASHES_A_MINUTE = 5;
const FIRST_WAIT_MS = 250;

/**
 * With V8's own settings garbage collection makes the gateway's slowest answers ten times slower. Everything survives while
 * NestJS starts, so V8 takes objects made in the same places for long-lived ones and later puts what each message needs for a
 * moment where collecting it is expensive. NODE_OPTIONS does not allow the second flag, so both are on the command line.
 */
const GATEWAY_FLAGS = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

/** The files and flags a process of the product is started with. */
export function programOf(
  root: string,
  name: 'gateway' | 'worker' | 'migrate',
): { script: string; execArgv: string[] } {
  const script = join(root, 'dist/gateway', name === 'gateway' ? 'main.js' : `${name}.js`);
  return { script, execArgv: [...(name === 'gateway' ? GATEWAY_FLAGS : []), '--enable-source-maps'] };
}

type Place = Pick<Settings, 'root' | 'logDir'>;

export function serviceSpec(
  { root, logDir }: Place,
  name: 'gateway' | 'worker',
  env: NodeJS.ProcessEnv,
): LoggedSpec {
  const { script, execArgv } = programOf(root, name);
  const logFile = join(logDir, `${name}.log`);
  keepPrevious(logFile);
  return {
    ...{ name, env, logFile, cwd: root },
    command: process.execPath,
    args: [...execArgv, script],
    // It has ten seconds to let its clients move on; a little more before it is killed.
    graceMs: 12_000,
    stopOrder: name === 'gateway' ? 1 : 2,
  };
}

/**
 * Makes the roles, shapes the database and sets up the demo service; or a service of one's own, with `WARMLINE_DEMO=0`.
 *
 * @param env of the gateway, and what only `migrate` may know
 * @returns the link that sets up the first administrator, where there is none yet; it is in no file
 */
export async function migrate(
  children: ChildProcesses,
  { root, logDir }: Place,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const { script, execArgv } = programOf(root, 'migrate');
  const logFile = join(logDir, 'migrate.log');
  keepPrevious(logFile);
  const args = [...execArgv, script, ...(env['WARMLINE_DEMO'] === '0' ? [] : ['--demo'])];
  const code = await children.run({
    name: 'migrate',
    command: process.execPath,
    args,
    cwd: root,
    env,
    logFile,
  });
  if (code !== 0) throw new Failure(`The database could not be prepared: ${lastWords(logFile)}`);
  return takeSetUpLink(logFile);
}

/** Takes it out of the log: anyone who has the link becomes the administrator. */
export function takeSetUpLink(logFile: string): string | undefined {
  const log = readFileSync(logFile, 'utf8');
  const [link] = /https?:\/\/\S+#setup=\S+/.exec(log) ?? [];
  if (link !== undefined) writeFileSync(logFile, log.replaceAll(link, '(shown once, on the terminal)'));
  return link;
}

/**
 * How long to wait before starting a crashed service again.
 *
 * @param crashes when it crashed in ms, the newest last
 * @returns ms, or undefined when it crashes too often to go on
 */
export function waitAfterCrash(crashes: readonly number[]): number | undefined {
  const newest = crashes.at(-1) ?? 0;
  const recent = crashes.filter((at) => newest - at < MINUTE_MS).length;
  return recent > MOST_CRASHES_A_MINUTE ? undefined : FIRST_WAIT_MS * 2 ** (recent - 1);
}

/** Starts a service again whenever it ends by itself, until it does so too often. */
export async function keepRunning(session: Session, spec: ChildSpec, first: Child): Promise<void> {
  const { children, progress } = session;
  const title = `${spec.name.slice(0, 1).toUpperCase()}${spec.name.slice(1)}`;
  const crashes: number[] = [];
  for (let child = first; ;) {
    const how = await child.ended;
    if (children.isClosed) return;
    crashes.push(Date.now());
    const waitMs = waitAfterCrash(crashes);
    if (waitMs === undefined) {
      return session.end(new Failure(`${title} stopped again and again: ${lastWords(child.logFile)}`));
    }
    await delay(waitMs);
    if (children.isClosed) return;
    child = await children.spawn(spec);
    progress.say(`  ! ${title} had stopped (${how}) and was started again.`);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Waits until the gateway answers on a port; fails when one of the services ends before. */
export async function waitUntilReady(port: number, services: readonly Child[]): Promise<void> {
  const deadline = Date.now() + MINUTE_MS;
  while (!(await isReady(`http://127.0.0.1:${port}/readyz`))) {
    const ended = services.find((child) => child.hasEnded());
    if (ended !== undefined) {
      throw new Failure(`The ${ended.name} stopped while starting: ${lastWords(ended.logFile)}`);
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `The gateway did not become ready within a minute: ${lastWords(services[0]?.logFile ?? '')}`,
      );
    }
    await delay(50);
  }
}
