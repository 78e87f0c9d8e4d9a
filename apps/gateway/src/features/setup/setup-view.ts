import type { LastSave, RowChange, SetupColumn, SetupProblem, SetupList } from '@warmline/contracts';
import type { StoredList, UndoableSave } from '@warmline/postgres';
import {
  canUndo,
  keyOf,
  lists,
  peopleTouched,
  writeCell,
  type Column,
  type ListChanges,
  type Referred,
  type Row,
  type RowProblem,
  type ListKind,
  type Values,
} from '@warmline/setup';

/** A row as it is sent: cells as they are written. */
export const rowOf = (kind: ListKind, values: Values): Row =>
  Object.fromEntries(lists[kind].columns.map(({ name }) => [name, writeCell(values[name] ?? null)]));

const mostOf = (column: Column): number | null => ('most' in column ? column.most : null);
const choicesOf = (column: Column): string[] => {
  if (column.kind === 'list') return choicesOf({ ...column.of, name: column.name });
  return column.kind === 'choice' ? [...column.choices] : [];
};

/** Short lists that a cell refers to are sent as its choices. */
const OFFERED: readonly string[] = ['topics', 'skills'] satisfies ListKind[];

const offeredBy = (rows: readonly Values[]): Pick<SetupColumn, 'choices' | 'labels'> => ({
  choices: rows.filter((row) => row['in_use'] !== false).map((row) => String(row['topic'] ?? row['skill'])),
  labels: Object.fromEntries(
    rows.map((row) => {
      const name = String(row['topic'] ?? row['skill']);
      return [name, String(row['label'] ?? name)];
    }),
  ),
});

const columnOf = (column: Column, referred: Referred): SetupColumn => {
  const { refersTo = null } = column;
  const offered =
    refersTo !== null && OFFERED.includes(refersTo) ? offeredBy(referred[refersTo] ?? []) : undefined;
  return {
    name: column.name,
    kind: column.kind,
    optional: column.optional === true,
    most: mostOf(column),
    least: column.kind === 'whole' ? column.least : null,
    choices: choicesOf(column),
    refersTo,
    fixed: column.fixed === true,
    ...offered,
    ...(column.among === undefined || offered === undefined
      ? {}
      : { choices: [...column.among, ...offered.choices] }),
  };
};

/** The columns of a list, without the names that other lists offer for their cells. */
export const columnsOf = (kind: ListKind): SetupColumn[] =>
  lists[kind].columns.map((column) => columnOf(column, {}));

const lastOf = (kind: ListKind, { id, by, at, until, change }: UndoableSave): LastSave => ({
  id,
  by,
  at,
  until,
  added: change.added.length,
  changed: change.changed.length,
  removed: change.removed.length,
  people: peopleTouched(lists[kind], change),
  canUndo: canUndo(lists[kind], change),
});

/** What is shown beside the rows of a list. */
interface Beside {
  readonly referred: Referred;
  readonly last: UndoableSave | null;
}

export const listView = (
  kind: ListKind,
  { version, rows }: StoredList,
  { referred, last }: Beside,
): SetupList => {
  const definition = lists[kind];
  return {
    list: kind,
    version,
    columns: definition.columns.map((column) => columnOf(column, referred)),
    key: [...definition.key],
    removable: definition.absent === 'remove',
    ordered: 'ordered' in definition,
    single: 'single' in definition,
    defaults: 'defaults' in definition ? definition.defaults : null,
    rows: rows.map((values) => rowOf(kind, values)),
    last: last === null ? null : lastOf(kind, last),
  };
};

/** Each row that would be deleted, changed or added, in that order. */
export const rowChanges = (
  kind: ListKind,
  stored: readonly Values[],
  { added, changed, removed }: ListChanges,
): RowChange[] => {
  const was = new Map(stored.map((values) => [keyOf(lists[kind], values), values]));
  return [
    ...removed.map((values) => ({ what: 'removed' as const, row: rowOf(kind, values) })),
    ...changed.map((values) => {
      const earlier = was.get(keyOf(lists[kind], values));
      const row = { what: 'changed' as const, row: rowOf(kind, values) };
      return earlier === undefined ? row : { ...row, was: rowOf(kind, earlier) };
    }),
    ...added.map((values) => ({ what: 'added' as const, row: rowOf(kind, values) })),
  ];
};

export const problemView = ({ row, column, problem }: RowProblem): SetupProblem => {
  const { code, ...detail } = problem;
  return { row, column, problem: code, ...detail };
};
