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
  const doubled = found.find((name, at) => found.indexOf(name) !== at);
  if (doubled !== undefined) return unreadable('doubled_column', { column: doubled.slice(0, 60) });
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

/** What is left of a letter whose encoding the page could not read. */
const LOST_LETTER = '\uFFFD';

const readCsv = (sheet: ListDefinition, text: string): ReadFile => {
  const lost = text.split('\n').findIndex((line) => line.includes(LOST_LETTER));
  if (lost >= 0) return unreadable('not_utf8', { line: lost + 1 });
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    const [header = [], ...lines] = records;
    const isUsed = (name: string, at: number): boolean =>
      name !== '' || lines.some((cells) => cells[at] !== '');
    // A column without a heading is told by its place; one without a heading and without a cell is passed over.
    const names = header.map((name, at) => (isUsed(name, at) ? name.toLowerCase() || `(${at + 1})` : ''));
    const rows = lines.map((cells) =>
      Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, plain(cells[at])]]))),
    );
    return whole(
      sheet,
      rows,
      names.filter((name) => name !== ''),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = 'lines' in error ? error['lines'] : null;
    return unreadable('not_csv', typeof line === 'number' ? { line } : {});
  }
};

/** What a spreadsheet would read as a formula, however many apostrophes of its own it has. */
const FORMULA = /^'*[=+\-@]/;

/** Without the one apostrophe that `quoted` has put in front. */
const plain = (cell = ''): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
const quoted = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

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
    : stringify(
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, quoted(cell)])),
        ),
        { bom: true, header: true, columns: named(sheet) },
      );
