import type { ConversationId, Instant, OfferId, ServiceId, StaffId } from '@warmline/kernel';
import type { Band, BandReason } from '@warmline/vocabulary';
import type { FloodEvent } from './flood';

interface AboutOffer {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly offer: OfferId;
  readonly at: Instant;
}

/** What changes a waiting conversation's place. */
export type TriageEvent =
  | {
      readonly type: 'band_changed';
      readonly service: ServiceId;
      readonly conversation: ConversationId;
      readonly from: Band;
      readonly to: Band;
      readonly because: BandReason;
      /** Null for a word list. */
      readonly by: StaffId | null;
      /** Id of the line of the word list that promoted. */
      readonly words: string | null;
      /** What a person gave as reason, a code; null where none is needed. */
      readonly reason: string | null;
      readonly at: Instant;
    }
  | {
      /** Band 1 waits, and nobody has room. */
      readonly type: 'supervisors_called';
      readonly service: ServiceId;
      readonly conversation: ConversationId;
      readonly at: Instant;
    };

export type RoutingEvent =
  | TriageEvent
  | FloodEvent
  | (AboutOffer & { readonly type: 'offer_made'; readonly expiresAt: Instant; readonly surge?: boolean })
  | (AboutOffer & { readonly type: 'offer_accepted' })
  | (AboutOffer & { readonly type: 'offer_declined' })
  | (AboutOffer & { readonly type: 'offer_expired' })
  | (AboutOffer & { readonly type: 'offer_withdrawn' })
  | {
      readonly type: 'availability_changed';
      readonly service: ServiceId;
      readonly staff: StaffId;
      readonly availability: 'available' | 'away';
      /** Of the shift that goes on or begins with it. */
      readonly shiftEndsAt: Instant | null;
      /** Chosen unless said: two offers in a row missed is for the server to say. */
      readonly because?: 'chosen' | 'missed_offers';
      readonly at: Instant;
    };
