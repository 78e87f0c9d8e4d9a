import { isSameRow, keyOf, type ListDefinition, type Values } from './list';

/** What a new list does to the one that stands, in rows. */
export interface ListChanges {
  readonly added: readonly Values[];
  readonly changed: readonly Values[];
  readonly removed: readonly Values[];
  /** Their order means something and is another now. */
  readonly moved: boolean;
}

/** Rows are the same row when their keys are the same, whatever else they say. */
export const changesOf = (
  sheet: ListDefinition,
  before: readonly Values[],
  after: readonly Values[],
): ListChanges => {
  const old = new Map(before.map((row) => [keyOf(sheet, row), row]));
  const kept = new Set(after.map((row) => keyOf(sheet, row)));
  const wasThere = (row: Values): Values | undefined => old.get(keyOf(sheet, row));
  const staying = before.map((row) => keyOf(sheet, row)).filter((key) => kept.has(key));
  const found = after.map((row) => keyOf(sheet, row)).filter((key) => old.has(key));
  return {
    added: after.filter((row) => wasThere(row) === undefined),
    changed: after.filter((row) => {
      const earlier = wasThere(row);
      return earlier !== undefined && !isSameRow(sheet, earlier, row);
    }),
    removed: sheet.absent === 'keep' ? [] : before.filter((row) => !kept.has(keyOf(sheet, row))),
    moved: sheet.ordered === true && staying.some((key, index) => key !== found[index]),
  };
};

export const isNoChange = ({ added, changed, removed, moved }: ListChanges): boolean =>
  added.length + changed.length + removed.length === 0 && !moved;
