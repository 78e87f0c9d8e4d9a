import type { ListChanges } from './changes';
import { writeCell } from './column';
import { keyOf, type ListDefinition, type Row, type Values } from './list';

/** One row that a save added, changed or deleted, as written. */
export interface ToldRow {
  readonly what: 'added' | 'changed' | 'removed';
  readonly row: Row;
  /** The row before it was changed. */
  readonly was?: Row;
}

/** What a save of a list changed, for its history. */
export interface ToldChange {
  /** At most TOLD_ROWS_MAX of them; `count` says how many there were. */
  readonly rows: readonly ToldRow[];
  readonly count: number;
  /** Their order changed, where it matters. */
  readonly moved: boolean;
}

/** Rows of one save that its history keeps: a file of thousands is kept elsewhere. */
export const TOLD_ROWS_MAX = 500;

const written = (list: ListDefinition, values: Values): Row =>
  Object.fromEntries(
    list.columns
      .filter(({ fixed }) => fixed !== true)
      .map(({ name }) => [name, String(writeCell(values[name] ?? null))]),
  );

/** Deleted rows first, then changed ones with what they were, then added ones. */
export const toldChange = (
  list: ListDefinition,
  before: readonly Values[],
  { added, changed, removed, moved }: ListChanges,
): ToldChange => {
  const earlier = new Map(before.map((row) => [keyOf(list, row), row]));
  const rows: ToldRow[] = [
    ...removed.map((row) => ({ what: 'removed', row: written(list, row) }) as const),
    ...changed.map((row): ToldRow => {
      const was = earlier.get(keyOf(list, row));
      const told = { what: 'changed', row: written(list, row) } as const;
      return was === undefined ? told : { ...told, was: written(list, was) };
    }),
    ...added.map((row) => ({ what: 'added', row: written(list, row) }) as const),
  ];
  return { rows: rows.slice(0, TOLD_ROWS_MAX), count: rows.length, moved };
};
