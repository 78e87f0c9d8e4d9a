import { isSameRow, keyOf, type ListDefinition, type Values } from './list';

/** What a new list changes in the current one, in rows. */
export interface ListChanges {
  readonly added: readonly Values[];
  readonly changed: readonly Values[];
  readonly removed: readonly Values[];
  /** Their order matters and has changed. */
  readonly moved: boolean;
}

/** Two rows are the same row when their keys are equal. */
export const changesOf = (
  list: ListDefinition,
  before: readonly Values[],
  after: readonly Values[],
): ListChanges => {
  const old = new Map(before.map((row) => [keyOf(list, row), row]));
  const kept = new Set(after.map((row) => keyOf(list, row)));
  const wasThere = (row: Values): Values | undefined => old.get(keyOf(list, row));
  const staying = before.map((row) => keyOf(list, row)).filter((key) => kept.has(key));
  const found = after.map((row) => keyOf(list, row)).filter((key) => old.has(key));
  return {
    added: after.filter((row) => wasThere(row) === undefined),
    changed: after.filter((row) => {
      const earlier = wasThere(row);
      return earlier !== undefined && !isSameRow(list, earlier, row);
    }),
    removed: list.absent === 'keep' ? [] : before.filter((row) => !kept.has(keyOf(list, row))),
    moved: list.ordered === true && staying.some((key, index) => key !== found[index]),
  };
};

export const isNoChange = ({ added, changed, removed, moved }: ListChanges): boolean =>
  added.length + changed.length + removed.length === 0 && !moved;

/**
 * The list with these rows added to it: a row that is there already is replaced in its place. Rows of a list whose order does
 * not matter come first, in their own order, so that what is said about row 3 is about the third of them.
 */
export const withAdded = (
  list: ListDefinition,
  stored: readonly Values[],
  added: readonly Values[],
): readonly Values[] => {
  const own = new Map(added.map((row) => [keyOf(list, row), row]));
  const others = stored.filter((row) => !own.has(keyOf(list, row)));
  if (list.ordered !== true) return [...added, ...others];
  const known = new Set(stored.map((row) => keyOf(list, row)));
  return [
    ...stored.map((row) => own.get(keyOf(list, row)) ?? row),
    ...added.filter((row) => !known.has(keyOf(list, row))),
  ];
};
