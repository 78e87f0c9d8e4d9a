/** A note with one or more signatures, anywhere in a file of notes. A signature ends with =, so one that was cut off is none. */
const NOTE = /^\S+\n\d+\n\S+\n\n(?:— \S+ \S+=\n)+/gmu;

/** What a file of kept checkpoints holds. */
export interface CheckpointFile {
  /** In the order of the file. */
  readonly notes: readonly string[];
  /** Whether anything else is in it: a note that was damaged, or whose writing was interrupted. */
  readonly isDamaged: boolean;
}

/** How a checkpoint is added to a file: after an empty line, so that one that was cut off does not spoil the next. */
export const appendedNote = (note: string): string => `\n${note}`;

/** Reads a file of checkpoints, one or many. */
export const readCheckpointFile = (text: string): CheckpointFile => {
  const lines = text.replaceAll('\r\n', '\n');
  const notes = [...lines.matchAll(NOTE)].map(([note]) => note);
  return { notes, isDamaged: lines.replaceAll(NOTE, '').trim() !== '' };
};
