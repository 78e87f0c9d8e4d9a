import { openCheckpoint } from '../checkpoint';
import { entryLeaf } from '../entry';
import { verifyInclusion } from '../tree/verify-proof';
import { namedEntry } from './export-lines';
import type { HistoryEntry, HistoryFile } from './history-file';
import { FINDINGS_MAX, type KeptElsewhere, type Verdict } from './verify-export';

const HASH = /^[0-9a-f]{64}$/;
const isHash = (text: unknown): boolean => typeof text === 'string' && HASH.test(text);
const bytes = (text: string): Buffer => Buffer.from(text, 'hex');

type Tree = ReturnType<typeof openCheckpoint>;

const flawOf = ({ index, row, salt, leaf, path }: HistoryEntry, { size, head }: Tree): string | null => {
  const name = namedEntry(index, row.id);
  if (![leaf, ...path].every(isHash) || (salt !== null && !isHash(salt)))
    return `${name} has a damaged proof.`;
  if (salt !== null && !entryLeaf(row, bytes(salt)).equals(bytes(leaf)))
    return `${name} is not what entered the log: it was changed.`;
  const isIn = verifyInclusion(bytes(leaf), index, { tree: { size, head }, proof: path.map(bytes) });
  return isIn ? null : `${name} is not in the log of the checkpoint.`;
};

/**
 * Checks that every entry of a file of the history is in the log of its checkpoint, and that this checkpoint is one that was kept
 * elsewhere. It cannot show what the file leaves out. Throws BadCheckpoint.
 */
export const verifyHistory = (file: HistoryFile, { notes, keys }: KeptElsewhere): Verdict => {
  const trusted = keys.length > 0 ? keys : file.keys;
  const tree = openCheckpoint(file.checkpoint, trusted);
  const kept = notes.map((note) => openCheckpoint(note, trusted));
  const flaws = file.entries.flatMap((entry) => flawOf(entry, tree) ?? []);
  const same = kept.filter(({ size }) => size === tree.size);
  if (same.some(({ head }) => !head.equals(tree.head)))
    flaws.push(`The checkpoint of the file differs from the kept one at ${tree.size} entries.`);
  const outcome = flaws.length > 0 ? 'altered' : same.length > 0 ? 'sound' : 'unproven';
  return {
    outcome,
    origin: tree.origin,
    size: file.entries.length,
    covered: outcome === 'sound' ? file.entries.length : 0,
    newer: kept.filter(({ size }) => size > tree.size).length,
    erased: file.entries.filter(({ salt }) => salt === null).length,
    findings: flaws.slice(0, FINDINGS_MAX),
    found: flaws.length,
  };
};
