import { createHash } from 'node:crypto';
import { CheckpointSigner } from '../checkpoint';
import { entrySalt, type AuditEntry } from '../entry';
import { writeExportLine, type ExportLine, type ExportedLeaf } from '../export/export-lines';
import { growLog } from '../grow-log';
import { EMPTY_RANGE, headOf } from '../tree/compact-range';

const bytesOf = (name: string): Buffer => createHash('sha256').update(name).digest();
export const ORIGIN = 'warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab';
export const signerOf = (name = 'the key'): CheckpointSigner => new CheckpointSigner(bytesOf(name), ORIGIN);

const CONVERSATIONS = ['one', 'two', 'three'];

export const anEntry = (number: number): AuditEntry => ({
  id: String(number + 1),
  at: String(1_790_000_000_000_000 + number),
  service: 'service',
  action: 'wrapped_up',
  actorKind: 'staff',
  actor: `staff ${number % 4}`,
  conversation: CONVERSATIONS[number % 3] ?? null,
  epoch: number % 5,
  subject: null,
  whom: null,
  reason: null,
  count: null,
});

/** Rows, their log, and what a service exports of it. */
export interface Exported {
  readonly leaves: readonly ExportedLeaf[];
  /** A checkpoint of each size, from 0. */
  readonly notes: readonly string[];
}

/** Of any rows, in the order in which they entered. */
export const exportedOf = (rows: readonly AuditEntry[], signer = signerOf()): Exported => {
  let range = EMPTY_RANGE;
  const notes = [signer.sign({ size: 0, head: headOf(range) })];
  const leaves = rows.map((entry): ExportedLeaf => {
    const salt = bytesOf(entry.conversation ?? entry.service);
    const grown = growLog(range, [{ entry, salt }]);
    range = grown.range;
    notes.push(signer.sign({ size: range.size, head: headOf(range) }));
    return {
      index: range.size - 1,
      hash: grown.leaves[0]?.hash ?? Buffer.of(),
      salt: entrySalt(salt, entry.id),
      row: entry,
    };
  });
  return { leaves, notes };
};

/** The lines of a file, without their ends. */
export const linesOf = (
  leaves: readonly ExportedLeaf[],
  {
    checkpoint,
    keys = [signerOf().publicKey],
    strays = [] as readonly AuditEntry[],
  }: {
    readonly checkpoint: string | null;
    readonly keys?: readonly string[];
    readonly strays?: readonly AuditEntry[];
  },
): string[] => {
  const lines: ExportLine[] = [
    { kind: 'head', origin: ORIGIN, keys, size: leaves.length, checkpoint },
    ...leaves.map((leaf): ExportLine => ({ kind: 'leaf', ...leaf })),
    ...strays.map((row): ExportLine => ({ kind: 'stray', row })),
    { kind: 'end' },
  ];
  return lines.map((line) => writeExportLine(line).slice(0, -1));
};
