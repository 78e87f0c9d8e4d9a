import type { SetupColumn, SetupProblem, SetupSheet } from '@warmline/contracts';
import type { SheetNow } from '@warmline/postgres';
import {
  sheets,
  writeCell,
  type Column,
  type Row,
  type RowProblem,
  type SheetKind,
  type Values,
} from '@warmline/setup';

/** A sheet as it goes over the wire: cells as they are written. */
export const rowOf = (kind: SheetKind, values: Values): Row =>
  Object.fromEntries(sheets[kind].columns.map(({ name }) => [name, writeCell(values[name] ?? null)]));

const mostOf = (column: Column): number | null => ('most' in column ? column.most : null);
const choicesOf = (column: Column): string[] => {
  if (column.kind === 'list') return choicesOf({ ...column.of, name: column.name });
  return column.kind === 'choice' ? [...column.choices] : [];
};

const columnOf = (column: Column): SetupColumn => ({
  name: column.name,
  kind: column.kind,
  optional: column.optional === true,
  most: mostOf(column),
  least: column.kind === 'whole' ? column.least : null,
  choices: choicesOf(column),
  refersTo: column.refersTo ?? null,
});

export const sheetView = (kind: SheetKind, { version, rows }: SheetNow): SetupSheet => {
  const sheet = sheets[kind];
  return {
    sheet: kind,
    version,
    columns: sheet.columns.map(columnOf),
    key: [...sheet.key],
    removable: sheet.absent === 'remove',
    ordered: 'ordered' in sheet,
    single: 'single' in sheet,
    rows: rows.map((values) => rowOf(kind, values)),
  };
};

export const problemView = ({ row, column, problem }: RowProblem): SetupProblem => {
  const { code, ...detail } = problem;
  return 'choices' in detail
    ? { row, column, problem: code, choices: [...detail.choices] }
    : { row, column, problem: code, ...detail };
};
