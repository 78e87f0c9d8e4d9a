import type { LiveView, LiveViewUpdate } from '@warmline/contracts';

/** Rows in one update, in bytes as JSON: two thirds of what one push may be, so that ids and an order fit beside them. */
const ROWS_BYTES = 40_000;

/** The newest live view, before it has a version. */
export type LoadedLiveView = Omit<LiveView, 'version'>;

type ListUpdate<Row> = { put: Row[]; gone: string[]; order: string[] | null };
type Lists = Pick<LiveViewUpdate, 'waiting' | 'people' | 'conversations'>;

const nothing = <Row>(): ListUpdate<Row> => ({ put: [], gone: [], order: null });
const noLists = (): Lists => ({ waiting: nothing(), people: nothing(), conversations: nothing() });

/** What makes one list into the other, with each row that is new or says something else. */
const listUpdate = <Row>(
  before: readonly Row[],
  after: readonly Row[],
  idOf: (row: Row) => string,
): ListUpdate<Row> => {
  const known = new Map(before.map((row) => [idOf(row), JSON.stringify(row)]));
  const wanted = after.map(idOf);
  const stays = new Set(wanted);
  const kept = [...known.keys()].filter((id) => stays.has(id));
  const reached = [...kept, ...wanted.filter((id) => !known.has(id))];
  return {
    put: after.filter((row) => known.get(idOf(row)) !== JSON.stringify(row)),
    gone: [...known.keys()].filter((id) => !stays.has(id)),
    order: reached.every((id, at) => id === wanted[at]) ? null : wanted,
  };
};

const listsOf = (before: LoadedLiveView, after: LoadedLiveView): Lists => ({
  waiting: listUpdate(before.waiting, after.waiting, (row) => row.conversationId),
  people: listUpdate(before.people, after.people, (row) => row.id),
  conversations: listUpdate(before.conversations, after.conversations, (row) => row.conversationId),
});

const isEmpty = ({ put, gone, order }: ListUpdate<unknown>): boolean =>
  put.length === 0 && gone.length === 0 && order === null;

/** Rows in groups that fit one push each: many rows at once, as at the start of a flood, come as several updates. */
class PutGroups {
  readonly groups: Lists[] = [noLists()];
  private bytes = 0;

  add<Name extends keyof Lists>(name: Name, rows: Lists[Name]['put']): void {
    for (const row of rows) {
      const bytes = Buffer.byteLength(JSON.stringify(row));
      if (this.bytes > 0 && this.bytes + bytes > ROWS_BYTES) {
        this.groups.push(noLists());
        this.bytes = 0;
      }
      this.bytes += bytes;
      const list: { put: (typeof row)[] } = this.last[name];
      list.put.push(row);
    }
  }

  get last(): Lists {
    return this.groups[this.groups.length - 1] ?? noLists();
  }
}

const orNull = <Value>(before: Value, after: Value): Value | null =>
  JSON.stringify(before) === JSON.stringify(after) ? null : after;

/** The updates that make `before` into `after`, each within the size of a push; none where they say the same. */
export const liveViewUpdates = (before: LiveView, after: LoadedLiveView): LiveViewUpdate[] => {
  const lists = listsOf(before, after);
  const handovers = orNull(before.handovers, after.handovers);
  const floods = orNull(before.floods, after.floods);
  const isSame = Object.values(lists).every(isEmpty) && handovers === null && floods === null;
  if (isSame && before.unreadable === after.unreadable) return [];
  const put = new PutGroups();
  put.add('waiting', lists.waiting.put);
  put.add('people', lists.people.put);
  put.add('conversations', lists.conversations.put);
  for (const name of ['waiting', 'people', 'conversations'] as const) {
    put.last[name].gone = lists[name].gone;
    put.last[name].order = lists[name].order;
  }
  const { now, unreadable } = after;
  return put.groups.map((rows, at, { length }) => ({
    from: before.version + at,
    version: before.version + at + 1,
    now,
    unreadable,
    ...rows,
    handovers: at === length - 1 ? handovers : null,
    floods: at === length - 1 ? floods : null,
  }));
};

/** Says only which version is the newest: a page that has missed one opens the live view again. */
export const reminderOf = ({ version, now, unreadable }: LiveView): LiveViewUpdate => ({
  from: version,
  version,
  now,
  unreadable,
  ...noLists(),
  handovers: null,
  floods: null,
});
