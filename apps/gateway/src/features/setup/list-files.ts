import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { SetupAnswer, SetupFormat } from '@warmline/contracts';
import { ROWS_MAX, type Row, type ListDefinition } from '@warmline/setup';

type Unreadable = Extract<SetupAnswer, { outcome: 'unreadable' }>;
type ReadFile = { readonly rows: readonly Row[] } | Unreadable;

const unreadable = (
  problem: Unreadable['problem'],
  at: { readonly line?: number; readonly column?: string } = {},
): Unreadable => ({ outcome: 'unreadable', problem, line: at.line ?? null, column: at.column ?? null });

const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets in some countries write a semicolon. */
const DELIMITERS = [',', ';', '\t'];

const cellSchema = z
  .union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))])
  .transform((cell) => {
    if (Array.isArray(cell)) return cell.join('; ');
    return cell === null ? '' : String(cell);
  });
const jsonSchema = z.array(z.record(z.string(), cellSchema));

const named = ({ columns }: ListDefinition): string[] => columns.map(({ name }) => name);

const columnFlaw = (sheet: ListDefinition, found: readonly string[]): Unreadable | null => {
  const names = named(sheet);
  const foreign = found.find((name) => !names.includes(name));
  if (foreign !== undefined) return unreadable('unknown_column', { column: foreign.slice(0, 60) });
  const lacking = sheet.columns.find(
    ({ name, optional, fixed: given }) => optional !== true && given !== true && !found.includes(name),
  );
  return lacking === undefined ? null : unreadable('missing_column', { column: lacking.name });
};

const whole = (sheet: ListDefinition, rows: readonly Row[], found: readonly string[]): ReadFile => {
  if (rows.length > ROWS_MAX) return unreadable('too_many_rows', { line: ROWS_MAX + 1 });
  return columnFlaw(sheet, found) ?? { rows };
};

const readCsv = (sheet: ListDefinition, text: string): ReadFile => {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      trim: true,
    });
    const [header = [], ...lines] = records;
    const names = header.map((name) => name.trim().toLowerCase());
    const rows = lines.map((cells) => Object.fromEntries(names.map((name, at) => [name, plain(cells[at])])));
    return whole(sheet, rows, names);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = 'lines' in error ? error['lines'] : null;
    return unreadable('not_csv', typeof line === 'number' ? { line } : {});
  }
};

/** Without the apostrophe that keeps a spreadsheet from reading a cell as a formula. */
const plain = (cell = ''): string => cell.replace(/^'(?=[=+\-@])/, '');

/** The delimiter that the first row has most of. */
const delimiterOf = (text: string): string => {
  const [header = ''] = text.split('\n', 1);
  const counted = DELIMITERS.map((delimiter) => [delimiter, header.split(delimiter).length] as const);
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};

const readJson = (sheet: ListDefinition, text: string): ReadFile => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return unreadable('not_json');
  }
  const rows = jsonSchema.safeParse(given);
  if (!rows.success) return unreadable('not_json');
  const found = rows.data.length === 0 ? named(sheet) : [...new Set(rows.data.flatMap(Object.keys))];
  return whole(sheet, rows.data, found);
};

/** The rows of a file, or why it cannot be read. The cells are validated later. */
export const readSheetFile = (sheet: ListDefinition, format: SetupFormat, text: string): ReadFile =>
  format === 'csv' ? readCsv(sheet, text) : readJson(sheet, text.replace(BYTE_ORDER_MARK, ''));

/**
 * A file that `readSheetFile` reads back. With a byte order mark, so that spreadsheets know the letters; a cell that they
 * would take for a formula is written with an apostrophe in front.
 */
export const writeSheetFile = (sheet: ListDefinition, format: SetupFormat, rows: readonly Row[]): string =>
  format === 'json'
    ? `${JSON.stringify(rows, null, 2)}\n`
    : stringify([...rows], { bom: true, header: true, columns: named(sheet), escape_formulas: true });
