/** Each item has its turn even when another fails, one after the other: what failed is thrown afterwards, together. */
export const forEachSettled = async <Item>(
  items: readonly Item[],
  turn: (item: Item) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const item of items) await turn(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${items.length} could not be done`);
};
