import type { ConversationId, Instant, OfferId, ServiceId, StaffId } from '@warmline/kernel';

interface AboutOffer {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly offer: OfferId;
  readonly at: Instant;
}

export type RoutingEvent =
  | (AboutOffer & { readonly type: 'offer_made'; readonly expiresAt: Instant })
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
      readonly at: Instant;
    };
