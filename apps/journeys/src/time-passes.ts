import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const run = (...options: string[]): void => {
  execFileSync(process.execPath, [
    join(import.meta.dirname, '../../../tools/dev/bootstrap.mjs'),
    join(import.meta.dirname, '../run/shift-clock.ts'),
    ...options,
  ]);
};

/** Everyone who rests has rested: nobody can wait in a browser for three minutes of quiet, and the rule stays as it is. */
export const theQuietIsOver = (): void => run();

/** Between two journeys: everyone has slept, and a new shift begins. */
export const aNightGoesBy = (): void => run('--night');
