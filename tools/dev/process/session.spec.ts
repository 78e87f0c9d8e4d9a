import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readChildRecord } from './child-processes.ts';
import { identityOf, isSameProcess } from './process-identity.ts';

/** Processes are started, and nothing here is about how fast: a busy machine may take its time. */
const DEADLINE_MS = 60_000;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const BOOTSTRAP = here('../bootstrap.mjs');
const SCRIPT = here('./testing/sleeping-session.ts');

let dataDir = '';
const started: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'warmline-session-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await delay(10);
};

/** The one child of a session that does nothing but wait, once it is there. */
async function sleeperOf(): Promise<() => boolean> {
  await until(() => readChildRecord(dataDir).children.length === 1);
  const { pid = 0, identity = '' } = readChildRecord(dataDir).children[0] ?? {};
  return () => isSameProcess(pid, identity);
}

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(command, args, {
    env: { ...process.env, ...env, WARMLINE_DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  started.push(child);
  return child;
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops the children, frees the folder and ends well',
  async (signal) => {
    const session = start(process.execPath, [BOOTSTRAP, SCRIPT]);
    const isAsleep = await sleeperOf();
    session.kill(signal);
    expect(await once(session, 'exit')).toEqual([0, null]);
    expect(isAsleep()).toBe(false);
    expect(readdirSync(dataDir).sort()).toEqual(['children.json', 'logs']);
  },
);

it(
  'SIGKILL leaves no child behind, and the next session reclaims the folder',
  async () => {
    const first = start(process.execPath, [BOOTSTRAP, SCRIPT]);
    const isAsleep = await sleeperOf();
    first.kill('SIGKILL');
    await until(() => !isAsleep());
    expect(existsSync(join(dataDir, 'start.lock'))).toBe(true);
    writeFileSync(join(dataDir, 'children.json'), '{}');
    const second = start(process.execPath, [BOOTSTRAP, SCRIPT]);
    await sleeperOf();
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
  },
  DEADLINE_MS,
);

it(
  'the session stops when a shell between npm and it dies without passing the signal on',
  async () => {
    const command = `"${process.execPath}" "${BOOTSTRAP}" "${SCRIPT}"; true`;
    const shell = start('/bin/sh', ['-c', command], { npm_lifecycle_event: 'start' });
    const isAsleep = await sleeperOf();
    const lock: { pid: number } = JSON.parse(readFileSync(join(dataDir, 'start.lock'), 'utf8'));
    const identity = identityOf(lock.pid);
    shell.kill('SIGTERM');
    await until(() => !isAsleep() && !isSameProcess(lock.pid, identity));
    expect(existsSync(join(dataDir, 'start.lock'))).toBe(false);
  },
  DEADLINE_MS,
);
