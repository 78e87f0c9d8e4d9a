import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { SetupAnswer, SetupFormat } from '@warmline/contracts';
import { ROWS_MAX, type Row, type ListDefinition } from '@warmline/setup';

export type Unreadable = Extract<SetupAnswer, { outcome: 'unreadable' }>;
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

const columnProblem = (definition: ListDefinition, found: readonly string[]): Unreadable | null => {
  const names = named(definition);
  const doubled = found.find((name, at) => found.indexOf(name) !== at);
  if (doubled !== undefined) return unreadable('doubled_column', { column: doubled.slice(0, 60) });
  const foreign = found.find((name) => !names.includes(name));
  if (foreign !== undefined) return unreadable('unknown_column', { column: foreign.slice(0, 60) });
  const lacking = definition.columns.find(
    ({ name, optional, fixed }) => optional !== true && fixed !== true && !found.includes(name),
  );
  return lacking === undefined ? null : unreadable('missing_column', { column: lacking.name });
};

const whole = (definition: ListDefinition, rows: readonly Row[], found: readonly string[]): ReadFile => {
  if (rows.length > ROWS_MAX) return unreadable('too_many_rows', { line: ROWS_MAX + 1 });
  return columnProblem(definition, found) ?? { rows };
};

/** Stands for a letter whose encoding the page could not read. */
const LOST_LETTER = '\uFFFD';

const readCsv = (definition: ListDefinition, text: string): ReadFile => {
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
    // A column without a heading is named by its position. It is skipped when its cells are empty too.
    const names = header.map((name, at) => (isUsed(name, at) ? name.toLowerCase() || `(${at + 1})` : ''));
    const rows = lines.map((cells) =>
      Object.fromEntries(names.flatMap((name, at) => (name === '' ? [] : [[name, plain(cells[at])]]))),
    );
    return whole(
      definition,
      rows,
      names.filter((name) => name !== ''),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = 'lines' in error ? error['lines'] : null;
    return unreadable('not_csv', typeof line === 'number' ? { line } : {});
  }
};

/**
 * Where a spreadsheet may begin to read a formula: at a sign that opens the cell, or follows something at which a spreadsheet
 * of another country or format splits cells, or a character that no one sees.
 */
const FORMULA = String.raw`(?=[=+\-@＝＋－＠])(?<=(?:^|[;\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029])\s*'*)`;
const AT_FORMULA = new RegExp(FORMULA, 'gu');
const QUOTED_FORMULA = new RegExp(`'${FORMULA}`, 'gu');

/** Removes each apostrophe that `quoted` adds. */
const plain = (cell = ''): string => cell.replace(QUOTED_FORMULA, '');
const quoted = (cell: string): string => cell.replace(AT_FORMULA, "'");

/** The most frequent delimiter of the first row. */
const delimiterOf = (text: string): string => {
  const [header = ''] = text.split('\n', 1);
  const counted = DELIMITERS.map((delimiter) => [delimiter, header.split(delimiter).length] as const);
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};

const readJson = (definition: ListDefinition, text: string): ReadFile => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return unreadable('not_json');
  }
  const rows = jsonSchema.safeParse(given);
  if (!rows.success) return unreadable('not_json');
  const found = rows.data.length === 0 ? named(definition) : [...new Set(rows.data.flatMap(Object.keys))];
  return whole(definition, rows.data, found);
};

/** The rows of a file, or why it cannot be read. The cells are validated later. */
export const readListFile = (definition: ListDefinition, format: SetupFormat, text: string): ReadFile =>
  format === 'csv' ? readCsv(definition, text) : readJson(definition, text.replace(BYTE_ORDER_MARK, ''));

/**
 * Writes a file that `readListFile` reads back. A byte order mark tells spreadsheets the encoding. What they would read as
 * a formula gets an apostrophe in front, and every cell is in quotation marks.
 */
export const writeListFile = (
  definition: ListDefinition,
  format: SetupFormat,
  rows: readonly Row[],
): string =>
  format === 'json'
    ? `${JSON.stringify(rows, null, 2)}\n`
    : stringify(
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, quoted(cell)])),
        ),
        { bom: true, header: true, quoted: true, columns: named(definition) },
      );
