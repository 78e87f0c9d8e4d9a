import { elapsed, type Instant } from '@warmline/kernel';
import { mayServe, termsOf, type Proposal, type QueueEntry, type Situation } from '@warmline/routing';

/** The answer order, written down a second time in whole milliseconds, with no code in common with the production one. */
const keyOf = ({ band, enteredAt }: QueueEntry, now: Instant): readonly [tier: number, priority: number] => {
  const wait = elapsed(enteredAt, now);
  if (band === 3) return wait > 1_200_000 ? [1, wait - 1_200_000] : [2, wait];
  return band === 2 ? [1, (wait * 10) / 3] : [0, wait * 10];
};

const goesBefore = (one: QueueEntry, other: QueueEntry, now: Instant): boolean => {
  const [[tier, priority], [otherTier, otherPriority]] = [keyOf(one, now), keyOf(other, now)];
  if (tier !== otherTier) return tier < otherTier;
  if (Math.abs(priority - otherPriority) > 1e-6) return priority > otherPriority;
  return one.enteredAt < other.enteredAt;
};

/**
 * Counts the proposals that pass a visitor over. The visitor is earlier in the answer order, has no proposal in this round,
 * and the same responder could serve them. A visitor whom this responder left unanswered does not count.
 */
export const inversionsIn = (situation: Situation, proposals: readonly Proposal[]): number => {
  const { waiting, free, unanswered, now } = situation;
  if (proposals.length === 0 || proposals.length === waiting.length) return 0;
  const asked = new Set(proposals.map(({ conversation }) => conversation));
  const passed = waiting.filter(({ conversation }) => !asked.has(conversation));
  const terms = termsOf(situation);
  const couldServe = (staff: string, entry: QueueEntry): boolean => {
    const responder = free.find((one) => one.staff === staff);
    const before = unanswered.some(
      (offer) => offer.conversation === entry.conversation && offer.staff === staff,
    );
    return responder !== undefined && !before && mayServe(responder, entry, terms);
  };
  return proposals.filter(({ conversation, staff, surge }) => {
    const chosen = waiting.find((entry) => entry.conversation === conversation);
    if (chosen === undefined || surge) return false;
    return passed.some((other) => goesBefore(other, chosen, now) && couldServe(staff, other));
  }).length;
};
