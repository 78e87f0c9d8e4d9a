import { MINUTE, SECOND, type ConversationId, type Instant, type StaffId } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { WELLBEING, type WellbeingLimits } from '@warmline/wellbeing';
import { answerOrder, byText, firstDifference, isAnsweredFirst, type QueueEntry } from './answer-order';
import { EarlierOffers, type UnansweredOffer } from './earlier-offers';
import { mayBeAsked, mayServe, maySurge, WISHES_HOLD, type Terms } from './eligibility';
import type { Responder } from './responder';

/** Time to accept (ms): band 1 is answered first and so asked for shorter. */
export const OFFER_OPEN: Record<Band, number> = { 1: 15 * SECOND, 2: 45 * SECOND, 3: 45 * SECOND };

/** A conversation a responder declined is not offered to them again for this long (ms). */
export const AGAIN_AFTER_DECLINE = 5 * MINUTE;

/** A responder who could be asked, from the live index: present, chose to be available, no open offer. */
export interface FreeResponder {
  readonly staff: StaffId;
  /** Since when nothing new has come to them; the longest free is asked first. */
  readonly freeSince: Instant;
  /** Load units in use and in all. */
  readonly load: number;
  readonly capacity: number;
}

export interface Proposal {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  /** How long the offer stays open, in ms. */
  readonly opensFor: number;
  /** Above capacity: band 1 waits, and nobody has room. */
  readonly surge: boolean;
}

export interface Situation {
  readonly now: Instant;
  /** Waiting, present, with no open offer. */
  readonly waiting: readonly QueueEntry[];
  /** Present, chose to be available, being asked for nobody. */
  readonly free: readonly Responder[];
  readonly unanswered: readonly UnansweredOffer[];
  /** Who held a waiting conversation before the connection was lost. They are asked first once back. */
  readonly heldBefore: ReadonlyMap<ConversationId, StaffId>;
  /** AGAIN_AFTER_DECLINE unless said otherwise (ms). */
  readonly restAfterDecline?: number;
  /** WISHES_HOLD unless said otherwise (ms). */
  readonly wishesHold?: number;
  /** WELLBEING unless the service is stricter. */
  readonly limits?: WellbeingLimits;
}

/** What is decided in one moment. */
export interface Matches {
  readonly proposals: readonly Proposal[];
  /** Band 1 that nobody has room for. Supervisors are called even if a responder is asked above capacity. */
  readonly calls: readonly ConversationId[];
}

export const termsOf = ({ now, limits = WELLBEING, wishesHold = WISHES_HOLD }: Situation): Terms => ({
  now,
  limits,
  wishesHold,
});

/** Everything about the responders that holds for the whole round, worked out once. */
class Round {
  readonly terms: Terms;
  private readonly earlier: EarlierOffers;
  /** The longest free first. */
  private askable: Responder[];
  /** Needs that nobody left can serve: later entries with the same needs are skipped. */
  private readonly unserved = new Set<string>();

  constructor(private readonly situation: Situation) {
    this.terms = termsOf(situation);
    this.earlier = new EarlierOffers(situation.unanswered, {
      now: situation.now,
      rest: situation.restAfterDecline ?? AGAIN_AFTER_DECLINE,
    });
    this.askable = situation.free
      .filter((responder) => mayBeAsked(responder, this.terms))
      .sort((left, right) =>
        firstDifference(left.freeSince - right.freeSince, byText(left.staff, right.staff)),
      );
  }

  get isOver(): boolean {
    return this.askable.length === 0;
  }

  /** Whose turn it is, who is then asked for nobody else; null when nobody may serve this visitor. */
  take(entry: QueueEntry): Responder | null {
    const demand = this.earlier.has(entry.conversation) ? null : demandOf(entry);
    if (demand !== null && this.unserved.has(demand)) return null;
    const chosen = this.first(entry, (responder) => mayServe(responder, entry, this.terms));
    if (chosen === null && demand !== null) this.unserved.add(demand);
    return chosen;
  }

  /** The surge slot: for band 1 alone. */
  takeAboveCapacity(entry: QueueEntry): Responder | null {
    if (!isAnsweredFirst(entry)) return null;
    return this.first(entry, (responder) => maySurge(responder, entry, this.terms));
  }

  /** Who held it before, then who let its offers run out least often, then who is free for longest. */
  private first(entry: QueueEntry, may: (responder: Responder) => boolean): Responder | null {
    const { conversation } = entry;
    const heldBefore = this.situation.heldBefore.get(conversation);
    let chosen: Responder | null = null;
    let best = Number.POSITIVE_INFINITY;
    for (const responder of this.askable) {
      if (this.earlier.rests(conversation, responder.staff)) continue;
      const missed = this.earlier.missed(conversation, responder.staff);
      const turn = responder.staff === heldBefore ? -1 : missed;
      if (turn >= best || !may(responder)) continue;
      [chosen, best] = [responder, turn];
      if (turn === -1 || (turn === 0 && heldBefore === undefined)) break;
    }
    if (chosen !== null) this.askable = this.askable.filter(({ staff }) => staff !== chosen?.staff);
    return chosen;
  }
}

/** Visitors who ask for the same can be served by the same people. */
const demandOf = ({ band, language = null, wants = [], topics = [], enteredAt }: QueueEntry): string =>
  wants.length === 0 && topics.length === 0
    ? `${band} ${language ?? ''}`
    : `${band} ${language ?? ''} ${topics.join()} ${wants.join()} ${wants.length === 0 ? '' : enteredAt}`;

/**
 * Who is asked for whom now: in answer order each visitor gets the longest-free responder who may serve them, each
 * responder at most one. When nobody may serve the head, the next who can be served goes; the head keeps its place. Band 1
 * for whom nobody has room calls the supervisors, and beside that one who opted in is asked above capacity.
 */
export const match = (situation: Situation): Matches => {
  const round = new Round(situation);
  const proposals: Proposal[] = [];
  const calls: ConversationId[] = [];
  for (const entry of answerOrder(situation.waiting, situation.now)) {
    if (round.isOver && !isAnsweredFirst(entry)) break;
    const chosen = round.take(entry);
    if (chosen === null && isAnsweredFirst(entry)) calls.push(entry.conversation);
    const asked = chosen ?? round.takeAboveCapacity(entry);
    if (asked !== null) proposals.push(proposal(entry, asked, chosen === null));
  }
  return { proposals, calls };
};

const proposal = ({ conversation, band }: QueueEntry, { staff }: Responder, surge: boolean): Proposal => ({
  conversation,
  staff,
  opensFor: OFFER_OPEN[band],
  surge,
});

/** The proposals alone. */
export const propose = (situation: Situation): readonly Proposal[] => match(situation).proposals;
