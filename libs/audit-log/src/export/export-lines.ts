import type { AuditEntry } from '../entry';

const FORMAT = 'warmline-audit-export/1';

/** The first line of an exported log. */
export interface ExportHead {
  readonly origin: string;
  /** Public keys that have signed checkpoints of this log, the oldest first. */
  readonly keys: readonly string[];
  /** Entries of the log when the export began. */
  readonly size: number;
  /** The newest checkpoint that the database holds of it; null before the first. */
  readonly checkpoint: string | null;
}

/** One entry of the log. */
export interface ExportedLeaf {
  readonly index: number;
  readonly hash: Buffer;
  /** The salt of this row; null once that of its conversation is erased. */
  readonly salt: Buffer | null;
  /** Null when the row is gone. */
  readonly row: AuditEntry | null;
}

export type ExportLine =
  | ({ readonly kind: 'head' } & ExportHead)
  | ({ readonly kind: 'leaf' } & ExportedLeaf)
  /** A row that is in the database, and neither in the log nor about to enter it. */
  | { readonly kind: 'stray'; readonly row: AuditEntry }
  /** The last line: without it, the file is cut short. */
  | { readonly kind: 'end' };

const hexOf = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null;

/** One line of the file, with its end. */
export const writeExportLine = (line: ExportLine): string => {
  if (line.kind === 'head') {
    const { origin, keys, size, checkpoint } = line;
    return `${JSON.stringify({ format: FORMAT, origin, keys, size, checkpoint })}\n`;
  }
  if (line.kind === 'end') return '{"end":true}\n';
  if (line.kind === 'stray') return `${JSON.stringify({ stray: line.row })}\n`;
  const { index, hash, salt, row } = line;
  return `${JSON.stringify({ index, hash: hexOf(hash), salt: hexOf(salt), row })}\n`;
};

/** A file that is no export of an audit log, or is damaged. Its message is one plain sentence. */
export class BadExport extends Error {}

/** The entry, as a person finds it again. */
export const namedEntry = (index: number, id: string | undefined): string =>
  id === undefined ? `Entry ${index}` : `Entry ${index} (audit row ${id})`;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || Number.isSafeInteger(value);

/** A hash of 32 bytes. */
const HEX = /^[0-9a-f]{64}$/;
const bytesIn = (value: unknown): Buffer | null =>
  isText(value) && HEX.test(value) ? Buffer.from(value, 'hex') : null;

const TEXTS = ['id', 'at', 'service', 'action', 'actorKind'] as const;
const TEXTS_OR_NULL = ['actor', 'conversation', 'subject', 'whom', 'reason'] as const;
const NUMBERS_OR_NULL = ['epoch', 'count'] as const;

const isEntry = (value: unknown): value is Fields & AuditEntry =>
  isFields(value) &&
  TEXTS.every((name) => isText(value[name])) &&
  TEXTS_OR_NULL.every((name) => isTextOrNull(value[name])) &&
  NUMBERS_OR_NULL.every((name) => isNumberOrNull(value[name]));

const headIn = ({ origin, keys, size, checkpoint }: Fields): ExportLine | null =>
  isText(origin) && Array.isArray(keys) && keys.every(isText) && isCount(size) && isTextOrNull(checkpoint)
    ? { kind: 'head', origin, keys, size, checkpoint }
    : null;

const leafIn = (fields: Fields): ExportLine | null => {
  const { index, row } = fields;
  const [hash, salt] = [bytesIn(fields['hash']), bytesIn(fields['salt'])];
  if (!isCount(index) || hash === null) return null;
  if (salt === null && fields['salt'] !== null) return null;
  return row === null || isEntry(row) ? { kind: 'leaf', index, hash, salt, row } : null;
};

const lineIn = (fields: Fields): ExportLine | null => {
  if (fields['format'] === FORMAT) return headIn(fields);
  if (fields['end'] === true) return { kind: 'end' };
  if (isEntry(fields['stray'])) return { kind: 'stray', row: fields['stray'] };
  return leafIn(fields);
};

const fieldsIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Reads one line of the file. `number` counts from 1. Throws BadExport. */
export const readExportLine = (text: string, number: number): ExportLine => {
  const fields = fieldsIn(text);
  const line = isFields(fields) ? lineIn(fields) : null;
  if (line === null)
    throw new BadExport(`Line ${number} of the file is damaged, or the file is no export of an audit log.`);
  if ((number === 1) !== (line.kind === 'head'))
    throw new BadExport(`Line ${number} is out of place: an export has one head, in its first line.`);
  return line;
};
