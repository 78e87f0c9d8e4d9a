import type { AuditEntry } from '../entry';
import { BadExport } from './export-lines';

const FORMAT = 'warmline-history/1';

export interface HistoryHead {
  readonly origin: string;
  /** Public keys that have signed checkpoints of this log, the oldest first. */
  readonly keys: readonly string[];
  /** Under which every entry of the file is proved. */
  readonly checkpoint: string;
}

/** One entry, with what shows that it is in the log. */
export interface HistoryEntry {
  readonly index: number;
  readonly row: AuditEntry;
  /** Of this row, in hexadecimal; null once that of its conversation is erased. */
  readonly salt: string | null;
  readonly leaf: string;
  /** Hashes from the leaf upwards. */
  readonly path: readonly string[];
  /** What people are called now, for the reader: no proof covers it. */
  readonly names: { readonly by: string | null; readonly whom: string | null };
}

export interface HistoryFile extends HistoryHead {
  readonly entries: readonly HistoryEntry[];
}

export type HistoryFormat = 'csv' | 'json';

const FIELDS = [
  ...(['id', 'at', 'service', 'action', 'actorKind', 'actor'] as const),
  ...(['conversation', 'epoch', 'subject', 'whom', 'reason', 'count'] as const),
];
const NUMBERS: readonly string[] = ['epoch', 'count'];
const HEADINGS = ['index', ...FIELDS, 'time', 'by_name', 'whom_name', 'salt', 'leaf', 'path'];

/** A spreadsheet reads a cell that begins like this as a formula. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  // A cell is one line, so that a line of the file is a row.
  const safe = (FORMULA.test(text) ? `'${text}` : text).replaceAll('\r', '').replaceAll('\n', '\\n');
  return `"${safe.replaceAll('"', '""')}"`;
};
const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** As people read it, exact to the second. `at`: microseconds since 1970. */
const timeOf = (at: string): string => new Date(Number(BigInt(at) / 1_000n)).toISOString();

/** How the file begins. */
export const historyBegins = (format: HistoryFormat, { origin, keys, checkpoint }: HistoryHead): string =>
  format === 'csv'
    ? line([FORMAT, origin, keys.join(' '), checkpoint]) + line(HEADINGS)
    : `${JSON.stringify({ format: FORMAT, origin, keys, checkpoint }).slice(0, -1)},"entries":[\n`;

/** One entry of the file. */
export const historyEntry = (format: HistoryFormat, entry: HistoryEntry, isFirst: boolean): string => {
  if (format === 'json') return `${isFirst ? '' : ',\n'}${JSON.stringify(entry)}`;
  const { index, row, salt, leaf, path, names } = entry;
  return line([
    index,
    ...FIELDS.map((name) => row[name]),
    ...[timeOf(row.at), names.by, names.whom, salt, leaf, path.join(' ')],
  ]);
};

/** How it ends. A file without its end was cut short. */
export const historyEnds = (format: HistoryFormat): string => (format === 'csv' ? line(['end']) : '\n]}\n');

/** Whether a file that begins like this is one of these. */
export const isHistoryFile = (beginning: string): boolean =>
  beginning.startsWith(`"${FORMAT}"`) || beginning.startsWith(`{"format":"${FORMAT}"`);

const damaged = (number: number): BadExport =>
  new BadExport(`Line ${number} of the file is damaged, or the file is no export of the history.`);

const CELLS = /^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/;
const cellsOf = (text: string, number: number): string[] => {
  if (!CELLS.test(text)) throw damaged(number);
  return [...text.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gy)].map(([, one = '']) => one.replaceAll('""', '"'));
};

const entryIn = (text: string, number: number): HistoryEntry => {
  const cells = cellsOf(text, number);
  if (cells.length !== HEADINGS.length) throw damaged(number);
  const named = new Map(HEADINGS.map((name, at) => [name, cells[at] ?? '']));
  const valueOf = (name: string): string | number | null => {
    const value = named.get(name) ?? '';
    if (value === '') return null;
    return NUMBERS.includes(name) ? Number(value) : value;
  };
  const row = Object.fromEntries(FIELDS.map((name) => [name, valueOf(name)]));
  if (!isRow(row) || named.get('time') !== timeOf(row.at)) throw damaged(number);
  return {
    index: Number(named.get('index')),
    row,
    salt: named.get('salt') === '' ? null : (named.get('salt') ?? null),
    leaf: named.get('leaf') ?? '',
    path: (named.get('path') ?? '').split(' ').filter((hash) => hash !== ''),
    names: { by: named.get('by_name') ?? null, whom: named.get('whom_name') ?? null },
  };
};

const isRow = (row: unknown): row is AuditEntry =>
  typeof row === 'object' &&
  row !== null &&
  FIELDS.every((name) => name in row) &&
  'at' in row &&
  typeof row.at === 'string' &&
  /^\d{1,18}$/.test(row.at);

const readCsv = (text: string): HistoryFile => {
  const lines = text.split('\r\n').filter((one) => one !== '');
  if (lines.at(-1) !== '"end"') throw new BadExport('The file is cut short: its last line is missing.');
  const [, origin = '', keys = '', checkpoint = ''] = cellsOf(lines[0] ?? '', 1);
  const entries = lines.slice(2, -1).map((one, at) => entryIn(one, at + 3));
  return { origin, keys: keys.split(' '), checkpoint: checkpoint.replaceAll('\\n', '\n'), entries };
};

const isFile = (value: unknown): value is HistoryFile =>
  typeof value === 'object' &&
  value !== null &&
  'entries' in value &&
  Array.isArray(value.entries) &&
  value.entries.every((one: HistoryEntry) => Number.isSafeInteger(one.index) && isRow(one.row)) &&
  'checkpoint' in value &&
  typeof value.checkpoint === 'string' &&
  'keys' in value &&
  Array.isArray(value.keys);

/** Reads a whole file. Throws BadExport. */
export const readHistoryFile = (text: string): HistoryFile => {
  if (text.startsWith('"')) return readCsv(text);
  try {
    const value: unknown = JSON.parse(text);
    if (isFile(value)) return value;
  } catch {
    throw new BadExport('The file is cut short or damaged.');
  }
  throw damaged(1);
};
