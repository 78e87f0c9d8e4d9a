import type { StoredCheckpoint } from '@warmline/postgres';

/** Why a place did not take a checkpoint: a code without an address, for the log and the screen. */
export class CheckpointNotTaken extends Error {}

/** Somewhere out of reach of the people who can change the database. It is given the newest checkpoint now and then. */
export interface CheckpointPlace {
  readonly name: PlaceName;
  /** Between two checkpoints (ms), before the scale of tests. */
  readonly every: number;
  /** Rejects with CheckpointNotTaken. Giving it the same one twice does no harm. */
  publish: (checkpoint: StoredCheckpoint) => Promise<void>;
}

export const PLACE_NAMES = ['folder', 'webhook', 'bucket', 'git', 'mail', 'witness'] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];

/** The name of a checkpoint where each is a file of its own: in order, however large the log becomes. */
export const fileNameOf = ({ size }: Pick<StoredCheckpoint, 'size'>): string =>
  `checkpoint-${String(size).padStart(12, '0')}.txt`;
