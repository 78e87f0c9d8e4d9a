import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A thread that has not started after this time (ms) is ended. */
const READY_WITHIN = 20_000;
/** Memory of a thread (MB): ten times what 5,000 rows need. */
const MEMORY_MOST = 256;

/** Built, it is in a folder beside the program. Tests run the source, and say with `--import` how it is compiled. */
const isSource = import.meta.url.endsWith('.ts');
const entryOf = (name: string): URL => {
  if (isSource) return new URL(`./${name}.ts`, import.meta.url);
  const program = import.meta.url.includes('/chunks/') ? '..' : '.';
  return new URL(`${program}/features/setup/${name}.js`, import.meta.url);
};
const compilers = (): string[] => process.execArgv.filter((option) => option.startsWith('--import='));

/**
 * Starts a thread of this folder, and resolves when it has said that it is ready. That takes some 100 ms, so begin before a
 * transaction. The one who starts it ends it.
 */
export const startThread = async (name: 'list-judge' | 'list-reader'): Promise<Worker> => {
  const thread = new Worker(entryOf(name), {
    execArgv: isSource ? compilers() : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MOST },
  });
  // Without a listener, a thread that fails between two answers would end this process.
  thread.on('error', () => undefined);
  try {
    await once(thread, 'message', { signal: AbortSignal.timeout(READY_WITHIN) });
    return thread;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
};

/** Sends one part, and lets others have their turn before the next. */
export const tell = async (thread: Worker, part: unknown): Promise<void> => {
  thread.postMessage(part);
  await nextTurn();
};
