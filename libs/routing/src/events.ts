import type { ConversationId, Instant, OfferId, ServiceId, ShiftId, StaffId } from '@warmline/kernel';
import type { Band, BandReason } from './band';
import type { CheckIn } from './wellbeing';

interface AboutOffer {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly offer: OfferId;
  readonly at: Instant;
}

interface AboutPerson {
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly at: Instant;
}

/** What somebody's working day is made of. */
export type WellbeingEvent =
  | (AboutPerson & {
      /** A shift begins, or somebody in one answers anew how they are. */
      readonly type: 'checked_in';
      readonly shift: ShiftId;
      readonly checkIn: CheckIn;
      readonly takesSurge: boolean;
      readonly shiftEndsAt: Instant;
    })
  | (AboutPerson & { readonly type: 'checked_out'; readonly shift: ShiftId })
  | (AboutPerson & {
      readonly type: 'break_began';
      readonly until: Instant;
      readonly why: 'due' | 'wanted';
    })
  | (AboutPerson & { readonly type: 'break_wanted' })
  | (AboutPerson & { readonly type: 'break_delayed'; readonly until: Instant })
  | (AboutPerson & { readonly type: 'break_ended' })
  | (AboutPerson & { readonly type: 'rest_extended' })
  | (AboutPerson & {
      /** They would like to talk with their supervisor; what about is theirs. */
      readonly type: 'contact_wanted';
    })
  | (AboutPerson & { readonly type: 'topic_muted'; readonly shift: ShiftId; readonly topic: string });

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
  | WellbeingEvent
  | TriageEvent
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
