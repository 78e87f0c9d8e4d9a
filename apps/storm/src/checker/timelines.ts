import { groupBy, type StoredEntry, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** Numbers 1..N of every conversation, and nothing after its end. */
export const judgeTimelines = ({ conversations, entries }: StoredState): readonly Violation[] => {
  const timelines = groupBy(entries, ({ conversation }) => conversation);
  return conversations.flatMap(({ id, lastSeq }) => [
    ...numbering(id, lastSeq, timelines.get(id) ?? []),
    ...afterTheEnd(timelines.get(id) ?? []),
  ]);
};

const numbering = (id: string, lastSeq: number, timeline: readonly StoredEntry[]): readonly Violation[] => {
  const wrong = timeline.findIndex(({ seq }, index) => seq !== index + 1);
  if (wrong >= 0)
    return [violation('misordered', `${id} has number ${timeline[wrong]?.seq ?? 0} in place ${wrong + 1}`)];
  return timeline.length === lastSeq
    ? []
    : [violation('misordered', `${id} has ${timeline.length} entries and counts ${lastSeq}`)];
};

const afterTheEnd = (timeline: readonly StoredEntry[]): readonly Violation[] => {
  const end = timeline.find(({ kind }) => kind === 'ended');
  if (end === undefined) return [];
  return timeline
    .filter(({ seq }) => seq > end.seq)
    .map(({ id, seq, conversation }) =>
      violation('crossed', `${id} is number ${seq} of ${conversation}, which ended with ${end.seq}`),
    );
};
