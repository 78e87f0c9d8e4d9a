import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcesses } from './child-processes.ts';
import { lockDataDir, reclaimDataDir } from './data-dir.ts';
import { Progress } from './progress.ts';
import { onStopSignal } from './stop-signal.mjs';

/** What one command of these tools has while it runs. */
export interface Session {
  readonly dataDir: string;
  readonly logDir: string;
  readonly progress: Progress;
  readonly children: ChildProcesses;
  /** Adds something to do first at the end, before the children are stopped. */
  readonly onEnd: (act: () => unknown) => void;
  /** Adds something to do when the children have stopped; it is told the exit code. */
  readonly onStopped: (act: (code: number) => unknown) => void;
  /** Stops everything and this process, with exit code 1 when there is an error. */
  readonly end: (error?: unknown) => Promise<void>;
}

/** Starts everything. Its exit code ends the session; without one the session goes on until it is asked to stop. */
type Work = (session: Session) => Promise<number | void>;

interface Frame {
  readonly progress: Progress;
  /** Told when the children are stopped at the end. */
  readonly stopProgress: Progress;
  /** Exit code when a signal asks to stop. */
  readonly stoppedCode: number;
  /** Makes the data folder and says where it is. */
  readonly open: (onStopped: Session['onStopped']) => string;
  readonly work: Work;
}

/** Runs a session from start to end: however it ends, no child process is left. */
async function runSession({ progress, stopProgress, stoppedCode, open, work }: Frame): Promise<void> {
  const atEnd: (() => unknown)[] = [];
  const afterwards: ((code: number) => unknown)[] = [];
  let isEnding = false;
  const finish = async (code: number, error?: unknown): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    if (error !== undefined) progress.fail(error);
    for (const act of [...atEnd, ...afterwards]) {
      try {
        await act(code);
      } catch (failure) {
        progress.fail(failure);
      }
    }
    process.exit(code);
  };
  const fail = (error: unknown): void => void finish(1, error);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  onStopSignal(() => finish(stoppedCode));
  try {
    const dataDir = open((act) => afterwards.unshift(act));
    const children = await reclaimDataDir(dataDir);
    atEnd.push(() =>
      (children.isEmpty ? Progress.silent() : stopProgress).step('Stopping', () => children.stopAll(), {
        done: () => 'Stopped',
      }),
    );
    const code = await work({
      ...{ dataDir, logDir: join(dataDir, 'logs'), progress, children },
      onEnd: (act) => atEnd.unshift(act),
      onStopped: (act) => afterwards.unshift(act),
      end: (error) => finish(error === undefined ? 0 : 1, error),
    });
    if (typeof code === 'number') await finish(code);
  } catch (error) {
    await finish(1, error);
  }
}

/**
 * A session in a data folder that no other session may use. It runs until it is asked to stop.
 *
 * @param read settings; url is where this run will answer, for the message to a second one
 */
export function inDataDir<Place extends { readonly dataDir: string; readonly url: string }>(
  read: () => Place,
  work: (session: Session, place: Place) => Promise<void>,
): Promise<void> {
  const progress = new Progress();
  let place: Place | undefined;
  return runSession({
    ...{ progress, stopProgress: progress, stoppedCode: 0 },
    open: (onStopped) => {
      place = read();
      onStopped(lockDataDir(place.dataDir, place.url));
      return place.dataDir;
    },
    work: async (session) => {
      if (place !== undefined) await work(session, place);
    },
  });
}

interface Scratch {
  /** Part of the folder's name. */
  readonly name: string;
  /** In memory, where there is plenty: Postgres makes and removes thousands of small files. */
  readonly isInMemory?: boolean;
  /** Where progress is told: standard error when programs read the output. */
  readonly out?: NodeJS.WriteStream;
  /** Leaves the folder for the reader after a failure. */
  readonly keepsLogs?: boolean;
}

const MEMORY = '/dev/shm';
/** Bytes that have to be free before a folder is kept in memory. */
const PLENTY = 4 * 2 ** 30;

function hasPlentyOfMemory(): boolean {
  if (!existsSync(MEMORY) || process.availableMemory() < PLENTY) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= PLENTY;
}

/** A session in a temporary folder that is removed at the end. Being stopped counts as a failure. */
export function inScratchFolder(
  { name, out = process.stdout, keepsLogs = false, isInMemory = false }: Scratch,
  work: Work,
): Promise<void> {
  const progress = new Progress(out);
  return runSession({
    ...{ progress, stopProgress: Progress.silent(), stoppedCode: 1, work },
    open: (onStopped) => {
      const root = isInMemory && hasPlentyOfMemory() ? MEMORY : tmpdir();
      const folder = mkdtempSync(join(realpathSync(root), `warmline-${name}-`));
      // The user that Postgres runs as has to pass through.
      chmodSync(folder, 0o711);
      onStopped((code) => {
        if (keepsLogs && code !== 0) progress.say(`  Logs are in ${folder}.`);
        else rmSync(folder, { recursive: true, force: true });
      });
      return folder;
    },
  });
}
