import { elapsed, MINUTE, SECOND, type ConversationId, type Instant, type StaffId } from '@warmline/kernel';
import { byText, firstDifference, inAnswerOrder, type QueueEntry } from './answer-order';
import type { Band } from './band';
import { hasRoom } from './capacity';

/** Time to accept (ms): band 1 is answered first and so asked for shorter. */
export const OFFER_OPEN: Record<Band, number> = { 1: 15 * SECOND, 2: 45 * SECOND, 3: 45 * SECOND };

/** A conversation somebody declined is not shown to them again for this long (ms). */
export const REST_AFTER_DECLINE = 5 * MINUTE;

/** A responder who could be asked at this moment: present, chose to be available, no open offer. */
export interface FreeResponder {
  readonly staff: StaffId;
  /** Since when nothing new has come to them; the longest free is asked first. */
  readonly freeSince: Instant;
  /** Load units in use and in all. */
  readonly load: number;
  readonly capacity: number;
}

/** An earlier offer of a still waiting conversation that came to nothing. */
export interface UnansweredOffer {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly outcome: 'declined' | 'expired';
  readonly at: Instant;
}

export interface Proposal {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  /** How long the offer stays open, in ms. */
  readonly opensFor: number;
}

export interface Situation {
  readonly now: Instant;
  /** Waiting, present, with no open offer. */
  readonly waiting: readonly QueueEntry[];
  readonly free: readonly FreeResponder[];
  readonly unanswered: readonly UnansweredOffer[];
  /** Free, but their shift ends before a new conversation would. */
  readonly endingShifts: ReadonlySet<StaffId>;
  /** Who held a waiting conversation before its line broke: asked first when they are back. */
  readonly heldBefore: ReadonlyMap<ConversationId, StaffId>;
  /** REST_AFTER_DECLINE unless said otherwise (ms). */
  readonly restAfterDecline?: number;
}

interface Candidate extends FreeResponder {
  /** How often they let this conversation's offer run out; who never did is asked first. */
  readonly missed: number;
  /** They held this conversation until their line broke. */
  readonly heldBefore: boolean;
}

const candidatesFor = (
  entry: QueueEntry,
  free: readonly FreeResponder[],
  situation: Situation,
): Candidate[] =>
  free
    .filter(({ load, capacity }) => hasRoom(load, capacity, entry.band))
    .map((responder) => ({ responder, earlier: earlierOffers(entry, responder, situation) }))
    .filter(({ earlier }) => !earlier.some((offer) => isResting(offer, situation)))
    .map(({ responder, earlier }) => ({
      ...responder,
      missed: earlier.length,
      heldBefore: situation.heldBefore.get(entry.conversation) === responder.staff,
    }));

const earlierOffers = (
  entry: QueueEntry,
  responder: FreeResponder,
  { unanswered }: Situation,
): UnansweredOffer[] =>
  unanswered.filter((offer) => offer.conversation === entry.conversation && offer.staff === responder.staff);

const isResting = (offer: UnansweredOffer, { now, restAfterDecline }: Situation): boolean =>
  offer.outcome === 'declined' && elapsed(offer.at, now) < (restAfterDecline ?? REST_AFTER_DECLINE);

const byTurn = (left: Candidate, right: Candidate): number =>
  firstDifference(
    Number(right.heldBefore) - Number(left.heldBefore),
    left.missed - right.missed,
    left.freeSince - right.freeSince,
    byText(left.staff, right.staff),
  );

/**
 * Who is asked for whom now: in answer order each visitor gets the longest-free responder with room, each responder at
 * most one. When nobody has room for the head, the next who can be served goes; the head keeps its place.
 */
export const propose = (situation: Situation): Proposal[] => {
  const proposals: Proposal[] = [];
  let free = situation.free.filter(({ staff }) => !situation.endingShifts.has(staff));
  for (const entry of inAnswerOrder(situation.waiting, situation.now)) {
    if (free.length === 0) break;
    const [chosen] = candidatesFor(entry, free, situation).sort(byTurn);
    if (chosen === undefined) continue;
    proposals.push({
      conversation: entry.conversation,
      staff: chosen.staff,
      opensFor: OFFER_OPEN[entry.band],
    });
    free = free.filter(({ staff }) => staff !== chosen.staff);
  }
  return proposals;
};
