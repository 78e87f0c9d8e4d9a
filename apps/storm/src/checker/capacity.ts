import { groupBy, type StoredHolding, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

interface Weighed extends StoredHolding {
  readonly isAnswerFirst: boolean;
}

/** A visitor who has been quiet for eight minutes counts half; with the shortest clock there is that is ten seconds (ms). */
const QUIET = 9_600;

/** What visitors who have said nothing for long may take less; they make room for a second person, never for a third. */
const spared = (holdings: readonly Weighed[], at: number, heard: Heard): number => {
  const open = holdings.filter(({ beganAt, endedAt }) => beganAt < at && (endedAt === null || endedAt > at));
  if (open.length >= 2) return 0;
  const isQuiet = ({ conversation, beganAt, isAnswerFirst }: Weighed): boolean =>
    !isAnswerFirst &&
    !(heard.get(conversation) ?? []).some((moment) => moment > Math.max(beganAt, at - QUIET) && moment <= at);
  return open.some(isQuiet) ? 0.5 : 0;
};
type Heard = ReadonlyMap<string, readonly number[]>;

/** Load units of what a person has at a moment. Written here a second time, so that it cannot be wrong together with routing. */
const loadAt = (holdings: readonly Weighed[], at: number): number => {
  let load = 0;
  for (const { beganAt, endedAt, wrappedUpAt, isAnswerFirst } of holdings) {
    if (beganAt >= at) continue;
    if (endedAt === null || endedAt > at) load += isAnswerFirst ? 2 : 1;
    else if (wrappedUpAt === null || wrappedUpAt > at) load += 0.5;
  }
  return load;
};

/** At each moment at which a holding began, what the responder had and the new one fit into their capacity. */
export const judgeCapacity = ({
  holdings,
  conversations,
  staff,
  entries,
}: StoredState): readonly Violation[] => {
  const heard = new Map(
    [
      ...groupBy(
        entries.filter(({ role }) => role === 'visitor'),
        (entry) => entry.conversation,
      ),
    ].map(([conversation, said]) => [conversation, said.map(({ at }) => at)]),
  );
  const bands = new Map(conversations.map(({ id, band }) => [id, band]));
  const weighed = holdings.map((one) => ({ ...one, isAnswerFirst: bands.get(one.conversation) === 1 }));
  const byStaff = groupBy(weighed, (one) => one.staff);
  return staff.flatMap(({ id, capacity }) => {
    const held = byStaff.get(id) ?? [];
    return held.flatMap((one) => {
      const others = held.filter((other) => other !== one);
      const used = loadAt(others, one.beganAt);
      const weight = Math.min(one.isAnswerFirst ? 2 : 1, capacity);
      if (used - spared(others, one.beganAt, heard) + weight <= capacity) return [];
      const what = `${one.conversation} under epoch ${one.epoch}`;
      return [violation('overCapacity', `${id} with ${used} of ${capacity} units took ${what}`)];
    });
  });
};
