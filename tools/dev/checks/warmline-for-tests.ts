import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Child, ChildProcesses } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { freePort } from '../process/ports.ts';
import { DEMO_SIGN_INS, ROOT } from '../stack/settings.ts';

const START_MS = 5 * 60_000;

export interface StartedWarmline {
  readonly child: Child;
  readonly port: number;
  /** Milliseconds from the start of the process until it was ready. */
  readonly tookMs: number;
}

/** Does what `npm start` does, on a free port and with data of its own, and waits until it is ready. */
export async function startWarmline(children: ChildProcesses, dataDir: string): Promise<StartedWarmline> {
  const port = await freePort();
  // Servers of its own, whatever the operator has.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:DATABASE|REDIS|WORKER_REDIS)_/.test(name)),
  );
  const startedAt = performance.now();
  const child = await children.spawn({
    name: 'warmline',
    command: process.execPath,
    args: [join(ROOT, 'tools/dev/bootstrap.mjs'), 'tools/dev/bin/start.ts'],
    cwd: ROOT,
    env: { ...env, PORT: String(port), WARMLINE_DATA_DIR: dataDir },
    logFile: `${dataDir}.log`,
    graceMs: 45_000,
  });
  while (!existsSync(join(dataDir, 'running.json'))) {
    if (child.hasEnded() || performance.now() - startedAt > START_MS) {
      throw new Failure(`Warmline did not start:\n${readFileSync(child.logFile, 'utf8')}`);
    }
    await delay(20);
  }
  return { child, port, tookMs: performance.now() - startedAt };
}

/** Starts Warmline for journeys. @returns what they find in their environment */
export async function warmlineEnvironment(
  children: ChildProcesses,
  scratch: string,
): Promise<NodeJS.ProcessEnv> {
  const dataDir = join(scratch, 'warmline');
  const { port } = await startWarmline(children, dataDir);
  return {
    WARMLINE_URL: `http://localhost:${port}`,
    WARMLINE_DATA_DIR: dataDir,
    DEMO_SIGN_INS_FILE: DEMO_SIGN_INS,
  };
}
