import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export type Scene =
  | 'waits-are-known'
  | 'a-promise-is-missed'
  | 'sam-rests'
  | 'only-shifts-count'
  | 'closes-soon'
  | 'an-evening'
  | 'as-it-was';

/** What takes hours, or sixty visitors, to come to. */
export const setScene = (...scenes: readonly Scene[]): void => {
  execFileSync(process.execPath, [
    join(import.meta.dirname, '../../../tools/dev/bootstrap.mjs'),
    join(import.meta.dirname, '../run/set-scene.ts'),
    ...scenes,
  ]);
};
