import { openCheckpoint, type Checkpoint } from '../checkpoint';
import { entryLeaf } from '../entry';
import { BadCheckpoint } from '../note';
import { EMPTY_RANGE, appendLeaves, headOf, type CompactRange } from '../tree/compact-range';
import { ErasedSalts } from './erased-salts';
import {
  BadExport,
  namedEntry,
  readExportLine,
  type ExportHead,
  type ExportLine,
  type ExportedLeaf,
} from './export-lines';

/** What a person who checks a log brings along. */
export interface KeptElsewhere {
  /** Checkpoints that were kept out of reach of the people who run the service, in any order. */
  readonly notes: readonly string[];
  /** Public keys that were kept in the same way. With none, those in the export are believed. */
  readonly keys: readonly string[];
}

/**
 * - `sound`: as the checkpoints say
 * - `altered`: it is not what it was
 * - `unproven`: nothing found, and nothing kept elsewhere to compare with
 * - `too_old`: nothing found up to `covered`, and a kept checkpoint is newer than the export
 */
export type Outcome = 'sound' | 'altered' | 'unproven' | 'too_old';

export interface Verdict {
  readonly outcome: Outcome;
  readonly origin: string;
  /** Entries in the export. */
  readonly size: number;
  /** Entries that a checkpoint kept elsewhere vouches for: a change of a later one is not seen. */
  readonly covered: number;
  /** Kept checkpoints of more entries than the export was made at: they are not compared, since the log may have grown since. */
  readonly newer: number;
  /** Entries whose salt is erased: their rows cannot be compared any more. */
  readonly erased: number;
  /** Plain sentences, the first bad entry first. At most `FINDINGS_MAX`. */
  readonly findings: readonly string[];
  /** How many there were. */
  readonly found: number;
}

/** Sentences that are kept; the others are counted. */
export const FINDINGS_MAX = 20;

const flawOfLeaf = ({ index, hash, salt, row }: ExportedLeaf): string | null => {
  if (row === null) return `${namedEntry(index, undefined)} has no audit row any more: the row was deleted.`;
  if (salt === null || entryLeaf(row, salt).equals(hash)) return null;
  return `${namedEntry(index, row.id)} is not what entered the log: the row, or its hash, was changed.`;
};

interface Expected {
  readonly checkpoint: Checkpoint;
  readonly isKept: boolean;
}

/** The smallest first; of one size, those that were kept elsewhere first. */
const bySize = (one: Expected, other: Expected): number =>
  one.checkpoint.size === other.checkpoint.size
    ? Number(other.isKept) - Number(one.isKept)
    : one.checkpoint.size - other.checkpoint.size;

/** Reads an export line by line, and compares it with every checkpoint. */
class Verifier {
  private range: CompactRange = EMPTY_RANGE;
  private head: ExportHead | null = null;
  private hasEnd = false;
  private lines = 0;
  private readonly salts = new ErasedSalts();
  private found = 0;
  private readonly findings: string[] = [];
  /** Not yet reached, the smallest first. */
  private waiting: readonly Expected[] = [];
  /** Up to here a checkpoint that was kept elsewhere has agreed. The export's own says nothing of the past. */
  private covered = 0;
  private newer = 0;

  constructor(private readonly kept: KeptElsewhere) {}

  add(text: string): void {
    this.lines += 1;
    if (this.hasEnd) throw new BadExport('The file goes on after its end.');
    const line = readExportLine(text, this.lines);
    if (line.kind === 'head') this.begin(line);
    if (line.kind === 'leaf') this.addLeaf(line);
    if (line.kind === 'stray') this.addStray(line);
    if (line.kind === 'end') this.hasEnd = true;
  }

  verdict(): Verdict {
    if (this.head === null) throw new BadExport('The file is empty.');
    if (!this.hasEnd)
      throw new BadExport('The file is cut short: its last line is missing. Export the log again.');
    const { origin, size: said } = this.head;
    const { size } = this.range;
    if (size !== said) this.tell(`The export holds ${size} entries, and says that it holds ${said}.`);
    for (const { checkpoint } of this.waiting)
      this.tell(
        `The log was cut: it ends after ${size} entries, and a checkpoint says that it had ${checkpoint.size}.`,
      );
    for (const finding of this.salts.judge()) this.tell(finding);
    const { covered, newer, findings, found } = this;
    const erased = this.salts.count;
    const outcome = found > 0 ? 'altered' : this.ifNothing();
    return { outcome, origin, size, covered, newer, erased, findings, found };
  }

  private ifNothing(): Outcome {
    if (this.kept.notes.length === 0) return 'unproven';
    // A cut tail that was signed as whole looks the same, so this is never called sound.
    return this.newer > 0 ? 'too_old' : 'sound';
  }

  private begin(head: ExportHead): void {
    this.head = head;
    const own = head.checkpoint === null ? [] : [{ note: head.checkpoint, isKept: false }];
    const all = [...own, ...this.kept.notes.map((note) => ({ note, isKept: true }))];
    const keys = this.kept.keys.length > 0 ? this.kept.keys : head.keys;
    const opened = all
      .flatMap(({ note, isKept }) => {
        const checkpoint = this.open(note, head.origin, keys);
        return checkpoint === null ? [] : [{ checkpoint, isKept }];
      })
      .sort(bySize);
    // The record of an export itself makes the log grow. The export's own checkpoint is never newer than it.
    this.waiting = opened.filter(({ checkpoint, isKept }) => !isKept || checkpoint.size <= head.size);
    this.newer = opened.length - this.waiting.length;
    this.compare();
  }

  private open(note: string, origin: string, keys: readonly string[]): Checkpoint | null {
    try {
      const checkpoint = openCheckpoint(note, keys);
      if (checkpoint.origin === origin) return checkpoint;
      this.tell(`A checkpoint is of another log, ${checkpoint.origin}.`);
    } catch (error) {
      if (!(error instanceof BadCheckpoint)) throw error;
      this.tell(error.message);
    }
    return null;
  }

  private addLeaf(leaf: ExportedLeaf): void {
    const { size } = this.range;
    if (leaf.index !== size) this.tell(`Entry ${size} is missing: the log goes on with entry ${leaf.index}.`);
    const flaw = flawOfLeaf(leaf) ?? (leaf.row === null ? null : this.salts.add(leaf, leaf.row));
    if (flaw !== null) this.tell(flaw);
    this.range = appendLeaves(this.range, [leaf.hash]).range;
    this.compare();
  }

  private addStray({ row }: Extract<ExportLine, { kind: 'stray' }>): void {
    this.tell(`Audit row ${row.id} is in the database, and never entered the log: it was inserted past it.`);
  }

  /** Compares the tree so far with the checkpoints of its size. After the first that differs, all later ones would. */
  private compare(): void {
    for (let [next] = this.waiting; next?.checkpoint.size === this.range.size; [next] = this.waiting) {
      this.waiting = this.waiting.slice(1);
      const { head, size } = next.checkpoint;
      if (headOf(this.range).equals(head)) {
        if (next.isKept) this.covered = size;
      } else {
        this.tell(
          `From entry ${this.covered} to entry ${size - 1} the log differs from the checkpoint at ${size} entries: an entry there ` +
            'was changed, added, dropped or moved, and its hash with it.',
        );
        this.waiting = this.waiting.filter(({ checkpoint }) => checkpoint.size > (this.head?.size ?? 0));
      }
    }
  }

  private tell(finding: string): void {
    this.found += 1;
    if (this.findings.length < FINDINGS_MAX) this.findings.push(finding);
  }
}

/**
 * Checks an exported log, line by line, against what was kept elsewhere. It needs neither the service nor a network.
 * Rejects with BadExport for a file that is none, or is cut short.
 */
export const verifyExport = async (
  lines: AsyncIterable<string> | Iterable<string>,
  kept: KeptElsewhere,
): Promise<Verdict> => {
  const verifier = new Verifier(kept);
  for await (const line of lines) verifier.add(line);
  return verifier.verdict();
};
