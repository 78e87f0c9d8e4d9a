import { setTimeout as delay } from 'node:timers/promises';
import { every } from './every';

const INTERVAL = 5;

/** Resolves when the condition holds; the test's own limit ends it otherwise. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await delay(1);
};

describe('every', () => {
  it('runs the job at once and then again and again', async () => {
    let runs = 0;
    const stop = every(INTERVAL, async () => void (runs += 1), fail);
    expect(runs).toBe(1);
    await until(() => runs > 3);
    await stop();
  });

  it('never runs the job twice at once', async () => {
    let [runs, most, current] = [0, 0, 0];
    const job = async (): Promise<void> => {
      [runs, current] = [runs + 1, current + 1];
      most = Math.max(most, current);
      await delay(3 * INTERVAL);
      current -= 1;
    };
    const stop = every(INTERVAL, job, fail);
    await until(() => runs > 2);
    await stop();
    expect(most).toBe(1);
  });

  it('tells of a failure and tries again', async () => {
    const errors: unknown[] = [];
    const stop = every(
      INTERVAL,
      () => Promise.reject(new Error('no database')),
      (error) => errors.push(error),
    );
    await until(() => errors.length > 1);
    await stop();
  });

  it('resolves a stop when the running job has ended, and starts no other', async () => {
    let [runs, isDone] = [0, false];
    let end = (): void => undefined;
    const job = async (): Promise<void> => {
      runs += 1;
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      isDone = true;
    };
    const stopped = every(INTERVAL, job, fail)();
    end();
    await stopped;
    expect([runs, isDone]).toEqual([1, true]);
  });
});

const fail = (error: unknown): never => {
  throw error;
};
