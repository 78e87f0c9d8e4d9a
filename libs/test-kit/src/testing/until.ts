import { slowness } from './slowness';

/**
 * How long a test waits on a quiet machine (ms); a slow one gets more. Longer than every delay of the product, so that
 * what the product does last is still in time.
 */
export const PATIENCE_MS = 40_000;
/** How often a condition is looked at (ms): often at first, and less and less often, since a look at a server costs its time. */
const POLL_MS = { first: 15, most: 120, share: 0.1 };
/** How often a deadline is compared with how slow the machine has become (ms). */
const CHECK_MS = 1_000;

/** @param waited how long so far (ms) */
const nextPoll = (waited: number): number =>
  Math.min(POLL_MS.most, Math.max(POLL_MS.first, waited * POLL_MS.share));

const isOver = (startedAt: number, milliseconds: number): boolean =>
  performance.now() - startedAt > milliseconds * slowness();

const tooLate = (what: string, startedAt: number): Error =>
  new Error(
    `waited ${Math.round(performance.now() - startedAt)} ms for ${what} (slowness ${slowness().toFixed(1)})`,
  );

/** The promise, or a rejection that says what was waited for. */
export const within = async <Value>(
  what: string,
  promise: Promise<Value>,
  milliseconds = PATIENCE_MS,
): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const startedAt = performance.now();
  const late = new Promise<never>((_resolve, reject) => {
    const check = (): void => {
      if (isOver(startedAt, milliseconds)) reject(tooLate(what, startedAt));
    };
    timer = setInterval(check, Math.min(CHECK_MS, milliseconds));
  });
  return Promise.race([promise, late]).finally(() => clearInterval(timer));
};

/** Asks until there is an answer, for what no event announces. */
export const until = async <Value>(
  what: string,
  ask: () => Promise<Value | null | undefined | false>,
  milliseconds = PATIENCE_MS,
): Promise<Value> => {
  const startedAt = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (isOver(startedAt, milliseconds)) throw tooLate(what, startedAt);
    await new Promise((resolve) => setTimeout(resolve, nextPoll(performance.now() - startedAt)));
  }
};
