import { groupBy, type HoldingTruth, type Truth } from './truth';
import { violation, type Violation } from './violation';

interface Weighed extends HoldingTruth {
  readonly isAnswerFirst: boolean;
}

/** Load units of what somebody has at a moment; written down here anew, so that it cannot be wrong together with routing. */
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
export const judgeCapacity = ({ holdings, conversations, staff }: Truth): readonly Violation[] => {
  const bands = new Map(conversations.map(({ id, band }) => [id, band]));
  const weighed = holdings.map((one) => ({ ...one, isAnswerFirst: bands.get(one.conversation) === 1 }));
  const byStaff = groupBy(weighed, (one) => one.staff);
  return staff.flatMap(({ id, capacity }) => {
    const held = byStaff.get(id) ?? [];
    return held.flatMap((one) => {
      const others = held.filter((other) => other !== one);
      const used = loadAt(others, one.beganAt);
      const weight = Math.min(one.isAnswerFirst ? 2 : 1, capacity);
      if (used + weight <= capacity) return [];
      const what = `${one.conversation} under epoch ${one.epoch}`;
      return [violation('overCapacity', `${id} with ${used} of ${capacity} units took ${what}`)];
    });
  });
};
