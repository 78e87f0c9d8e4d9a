import { MINUTE } from '@warmline/kernel';
import type { ListChanges } from './changes';
import { writeCell } from './column';
import { keyOf, partsOfKey, type ListDefinition, type Row, type Values } from './list';

/** How long (ms) a saved list can be undone. */
export const UNDO_WITHIN = 10 * MINUTE;

/** What a save changed, with the rows as they were: enough to undo it, and no more. Cells as they are written. */
export interface SavedChange {
  /** Keys of the rows that were added. */
  readonly added: readonly string[];
  /** As they were before. */
  readonly changed: readonly Row[];
  readonly removed: readonly Row[];
  /** The keys of all rows before, where their order matters; null where it does not. */
  readonly order: readonly string[] | null;
}

/** The column with the person whom a row is about. */
const PERSON = 'sign_in_name';

const written = (list: ListDefinition, values: Values): Row =>
  Object.fromEntries(list.columns.map(({ name }) => [name, writeCell(values[name] ?? null)]));

export const savedChange = (
  list: ListDefinition,
  before: readonly Values[],
  { added, changed, removed }: ListChanges,
): SavedChange => {
  const earlier = new Map(before.map((row) => [keyOf(list, row), row]));
  return {
    added: added.map((row) => keyOf(list, row)),
    changed: changed.flatMap((row) => {
      const was = earlier.get(keyOf(list, row));
      return was === undefined ? [] : [written(list, was)];
    }),
    removed: removed.map((row) => written(list, row)),
    order: list.ordered === true ? before.map((row) => keyOf(list, row)) : null,
  };
};

const outOfUse = ({ columns }: ListDefinition, row: Row): Row => ({
  ...row,
  ...(columns.some(({ name }) => name === 'in_use') ? { in_use: 'no' } : {}),
});

/**
 * Someone who was added has an invite, and is not deleted: to make them inactive would begin the days after which they leave for
 * good, which nobody asked for. So a save that added people is not undone.
 */
export const canUndo = (list: ListDefinition, { added }: Pick<SavedChange, 'added'>): boolean =>
  list.kind !== 'people' || added.length === 0;

/** Sign-in names, in lower case, of those whose rows a save changed, each once; none in a list that is not of people. */
export const peopleTouched = (list: ListDefinition, { added, changed, removed }: SavedChange): string[] => {
  if (list.key[0] !== PERSON) return [];
  const keys = [...added, ...[...changed, ...removed].map((row) => keyOf(list, row))];
  return [...new Set(keys.map((key) => partsOfKey(key)[0] ?? ''))];
};

/** In the order they had before; rows that were not there then come last. */
const inOrder = (list: ListDefinition, rows: readonly Row[], order: readonly string[]): Row[] => {
  const place = new Map(order.map((key, index) => [key, index]));
  const placeOf = (row: Row): number => place.get(keyOf(list, row)) ?? order.length;
  return [...rows].sort((left, right) => placeOf(left) - placeOf(right));
};

/**
 * The list as it was before the save, for a list that nobody has changed since. Rows that were added are left out; in a list
 * that deletes none they are taken out of use, where it has a column for that.
 */
export const undoneRows = (list: ListDefinition, now: readonly Values[], saved: SavedChange): Row[] => {
  const added = new Set(saved.added);
  const was = new Map(saved.changed.map((row) => [keyOf(list, row), row]));
  const kept = now.flatMap((values) => {
    const key = keyOf(list, values);
    const row = was.get(key) ?? written(list, values);
    if (!added.has(key)) return [row];
    return list.absent === 'keep' ? [outOfUse(list, row)] : [];
  });
  const rows = [...kept, ...saved.removed];
  return saved.order === null ? rows : inOrder(list, rows, saved.order);
};
