import { entryLeaf, entrySalt, type AuditEntry } from './entry';
import { appendLeaves, type CompactRange, type Subtree } from './tree/compact-range';
import { TILE_HEIGHT } from './tree/make-proof';

/** A row that enters the log, with the salt of its conversation. */
export interface NewEntry {
  readonly entry: AuditEntry;
  readonly salt: Uint8Array;
}

/** One leaf of the log: the place of a row, and its hash. */
export interface LogLeaf {
  readonly index: number;
  /** The number of the row. */
  readonly entry: string;
  readonly hash: Buffer;
}

/** What has to be stored, together or not at all. */
export interface LogGrowth {
  readonly range: CompactRange;
  readonly leaves: readonly LogLeaf[];
  /** Heads of complete subtrees at levels that are stored, so that a proof reads few leaves. */
  readonly subtrees: readonly Subtree[];
}

/** Appends rows to the log, in their order. */
export const growLog = (range: CompactRange, entries: readonly NewEntry[]): LogGrowth => {
  const leaves = entries.map(({ entry, salt }, place) => ({
    index: range.size + place,
    entry: entry.id,
    hash: entryLeaf(entry, entrySalt(salt, entry.id)),
  }));
  const grown = appendLeaves(
    range,
    leaves.map(({ hash }) => hash),
  );
  return {
    range: grown.range,
    leaves,
    subtrees: grown.completed.filter(({ level }) => level % TILE_HEIGHT === 0),
  };
};
