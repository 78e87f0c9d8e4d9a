import type { LiveView, LiveViewUpdate } from '@warmline/contracts';

interface ListUpdate<Row> {
  readonly put: readonly Row[];
  readonly gone: readonly string[];
  readonly order: readonly string[] | null;
}

const updatedList = <Row>(
  list: readonly Row[],
  { put, gone, order }: ListUpdate<Row>,
  idOf: (row: Row) => string,
): Row[] => {
  if (put.length === 0 && gone.length === 0 && order === null) return [...list];
  const rows = new Map(list.map((row) => [idOf(row), row]));
  for (const id of gone) rows.delete(id);
  for (const row of put) rows.set(idOf(row), row);
  if (order === null) return [...rows.values()];
  return order.flatMap((id) => rows.get(id) ?? []);
};

/**
 * The live view after an update. Null where the update does not go on from this view, because one before it was missed: the page
 * opens the live view again. An update that the view contains already changes nothing.
 */
export const updatedLiveView = (view: LiveView, update: LiveViewUpdate): LiveView | null => {
  if (update.version <= view.version) return view;
  if (update.from !== view.version) return null;
  return {
    version: update.version,
    now: update.now,
    unreadable: update.unreadable,
    waiting: updatedList(view.waiting, update.waiting, (row) => row.conversationId),
    people: updatedList(view.people, update.people, (row) => row.id),
    conversations: updatedList(view.conversations, update.conversations, (row) => row.conversationId),
    handovers: update.handovers ?? view.handovers,
    floods: update.floods ?? view.floods,
  };
};
