/** A note with one or more signatures, anywhere in a file of notes. A signature ends with =, so one that was cut off is none. */
const NOTE = /^\S+\n\d+\n\S+\n\n(?:— \S+ \S+=\n)+/gmu;

/** What a file of kept checkpoints holds. */
export interface CheckpointFile {
  /** In the order of the file. */
  readonly notes: readonly string[];
  /** Notes whose writing was interrupted: of each only the beginning is there. Nothing relies on them. */
  readonly torn: number;
  /** Whether anything else is in it. */
  readonly isDamaged: boolean;
}

/** What can follow the first line of a note that was cut off. A sign that was cut within is read as U+FFFD. */
const TORN_REST = /^(?:\d+(?:\n[\w+/]+=*(?:\n\n[—\uFFFD].*)?)?)?$/u;

/** Whether this is the beginning of a note of this log, without its end. */
const isTornNote = (fragment: string, origin: string): boolean =>
  origin.startsWith(fragment) ||
  (fragment.startsWith(`${origin}\n`) && TORN_REST.test(fragment.slice(origin.length + 1)));

/** How a checkpoint is added to a file: after an empty line, so that one that was cut off does not spoil the next. */
export const appendedNote = (note: string): string => `\n${note}`;

/**
 * Reads a file of checkpoints, one or many. A process that dies while it writes leaves a torn note at the end, which the
 * notes of the next process follow. A torn note is known by the log's name, so without a whole note all else is damage.
 */
export const readCheckpointFile = (text: string): CheckpointFile => {
  const lines = text.replaceAll('\r\n', '\n');
  const notes = [...lines.matchAll(NOTE)].map(([note]) => note);
  const [origin = ''] = (notes[0] ?? '').split('\n', 1);
  const fragments = lines
    .split(NOTE)
    .map((fragment) => fragment.trim())
    .filter((fragment) => fragment !== '');
  const torn = fragments.filter((fragment) => origin !== '' && isTornNote(fragment, origin)).length;
  return { notes, torn, isDamaged: torn < fragments.length };
};
