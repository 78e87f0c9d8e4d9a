import { elapsed, type ConversationId, type Instant, type StaffId } from '@warmline/kernel';

/** An earlier offer of a still waiting conversation that came to nothing. */
export interface UnansweredOffer {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly outcome: 'declined' | 'expired';
  readonly at: Instant;
}

interface Earlier {
  /** How often they declined it or let it run out. */
  missed: number;
  declinedRecently: boolean;
}

/** Who was asked for whom before, found by both at once. */
export class EarlierOffers {
  private readonly byConversation = new Map<ConversationId, Map<StaffId, Earlier>>();

  /** `rest`: a person who declines a conversation is not offered it again for this long (ms). */
  constructor(
    offers: readonly UnansweredOffer[],
    { now, rest }: { readonly now: Instant; readonly rest: number },
  ) {
    for (const { conversation, staff, outcome, at } of offers) {
      const known = this.byConversation.get(conversation) ?? new Map<StaffId, Earlier>();
      const earlier = known.get(staff) ?? { missed: 0, declinedRecently: false };
      earlier.missed += 1;
      earlier.declinedRecently ||= outcome === 'declined' && elapsed(at, now) < rest;
      known.set(staff, earlier);
      this.byConversation.set(conversation, known);
    }
  }

  has(conversation: ConversationId): boolean {
    return this.byConversation.has(conversation);
  }

  missed(conversation: ConversationId, staff: StaffId): number {
    return this.byConversation.get(conversation)?.get(staff)?.missed ?? 0;
  }

  rests(conversation: ConversationId, staff: StaffId): boolean {
    return this.byConversation.get(conversation)?.get(staff)?.declinedRecently ?? false;
  }
}
