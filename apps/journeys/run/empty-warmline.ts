// For journeys only: a Warmline of a charity that has nothing yet, as `WARMLINE_DEMO=0 npm start` begins it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../tools/dev/process/ports.ts';

const ROOT = join(import.meta.dirname, '../../..');
const LINK = /http\S+#setup=\S+/;

export interface EmptyWarmline {
  readonly url: string;
  /** For its first administrator, as the terminal shows it. */
  readonly setUpLink: string;
  readonly stop: () => Promise<void>;
}

/** Resolves with what it printed, once it says how to begin. */
async function printed(child: ChildProcess): Promise<string> {
  let said = '';
  const heard = new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (LINK.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`Warmline did not start:\n${said}`)));
  });
  return heard;
}

export async function startEmptyWarmline(): Promise<EmptyWarmline> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'warmline-empty-'));
  // Servers of its own, whatever the journeys beside it use.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:DATABASE|REDIS|WORKER_REDIS|TEST)_/.test(name)),
  );
  const child = spawn(process.execPath, [join(ROOT, 'tools/dev/bootstrap.mjs'), 'tools/dev/bin/start.ts'], {
    cwd: ROOT,
    env: { ...env, WARMLINE_DEMO: '0', PORT: String(port), WARMLINE_DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGINT')) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const setUpLink = LINK.exec(await printed(child))?.[0] ?? '';
    return { url: `http://localhost:${port}`, setUpLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
