import {
  accept,
  elapsed,
  refuse,
  type ConversationId,
  type Accepted,
  type Decision,
  type Instant,
  type OfferId,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { RoutingEvent } from './events';

type FactOf<Type extends RoutingEvent['type']> = Extract<RoutingEvent, { type: Type }>;

export type OfferOutcome = 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** So many offers that nobody answered, one after the other, set the person asked away. */
export const MISSED_IN_A_ROW = 2;

/** A time-limited invitation to take one waiting conversation. */
export interface Offer {
  readonly id: OfferId;
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly expiresAt: Instant;
  /** Above capacity: the surge slot. */
  readonly surge?: boolean;
  /** Null while open. */
  readonly outcome: OfferOutcome | null;
}

const about = (offer: Offer) => ({
  service: offer.service,
  conversation: offer.conversation,
  staff: offer.staff,
  offer: offer.id,
});

/** Accepting in time; whether the conversation can still be taken is the conversation's decision. */
export const acceptOffer = (
  offer: Offer,
  at: Instant,
): Decision<FactOf<'offer_accepted'>, 'offer_expired' | 'offer_taken'> => {
  if (offer.outcome === 'withdrawn') return refuse('offer_taken');
  if (offer.outcome !== null || elapsed(offer.expiresAt, at) >= 0) return refuse('offer_expired');
  return accept<FactOf<'offer_accepted'>>({ type: 'offer_accepted', ...about(offer), at });
};

/** Declining needs no reason, and an offer that is no longer open needs no answer. */
export const declineOffer = (offer: Offer, at: Instant): Accepted<FactOf<'offer_declined'>> =>
  offer.outcome === null
    ? accept<FactOf<'offer_declined'>>({ type: 'offer_declined', ...about(offer), at })
    : accept();

/** The alarm. Early and repeated ones change nothing. */
export const expireOffer = (offer: Offer, at: Instant): Accepted<FactOf<'offer_expired'>> =>
  offer.outcome === null && elapsed(offer.expiresAt, at) >= 0
    ? accept<FactOf<'offer_expired'>>({ type: 'offer_expired', ...about(offer), at })
    : accept();

/** Withdraws an offer whose visitor has gone or whose responder stepped away. */
export const withdrawOffer = (offer: Offer, at: Instant): Accepted<FactOf<'offer_withdrawn'>> =>
  offer.outcome === null
    ? accept<FactOf<'offer_withdrawn'>>({ type: 'offer_withdrawn', ...about(offer), at })
    : accept();
