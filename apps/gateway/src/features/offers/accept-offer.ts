import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { begin } from '@warmline/conversation';
import type { ConversationId, Instant, OfferId, StaffId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { acceptOffer, withdrawOffer, type Offer } from '@warmline/routing';
import type { Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { acceptingRefusal } from '../../staffing/asking-refusals';
import { lockOffer, type LockedOffer } from '../../staffing/lock-offer';
import { RoutingTerms } from '../../staffing/routing-terms';
import { callOffHandover } from '../handover';

export interface Accepted {
  readonly conversationId: ConversationId;
  readonly epoch: number;
}

/** A responder takes the conversation they were offered. The offer closes and the holding opens in one transaction. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** Refuses `not_found`, `offer_expired`, `offer_taken`, `conversation_ended`, `at_capacity`. Accepting twice is one acceptance. */
  async acceptOffer(staff: StaffId, id: OfferId): Promise<Reply<Accepted>> {
    const reply = await this.changes.commit(async (stores) => {
      const found = await lockOffer(stores, id);
      if (found === null || found.offer.staff !== staff) return refused('not_found');
      return (await this.alreadyTheirs(stores, found)) ?? this.take(stores, found);
    });
    // An alarm about them ends with the acceptance, and not with the next poll.
    if (reply.ok) this.helpChannel.notifyGateways();
    return reply;
  }

  /** A limit applies since the offer was made: the offer is withdrawn, and does not count as missed. */
  private async letGo(
    stores: Stores,
    { offer, at, refusal }: { readonly offer: Offer; readonly at: Instant; readonly refusal: Refusal },
  ): Promise<Reply<Accepted>> {
    if (refusal === 'offer_expired')
      for (const fact of withdrawOffer(offer, at).events) await stores.offers.close(fact);
    return refused(refusal);
  }

  /** The answer to an acceptance whose first answer was lost. */
  private async alreadyTheirs(
    stores: Stores,
    { offer, locked }: LockedOffer,
  ): Promise<Reply<Accepted> | null> {
    const { conversation } = locked;
    if (offer.outcome !== 'accepted' || conversation.state !== 'talking') return null;
    const isTheirs = await stores.holdings.wasHeld(conversation.id, conversation.epoch, offer.staff);
    return isTheirs ? done({ conversationId: conversation.id, epoch: conversation.epoch }) : null;
  }

  private async take(stores: Stores, { offer, locked, responder }: LockedOffer): Promise<Reply<Accepted>> {
    const at = await stores.now();
    const answer = acceptOffer(offer, at);
    if (!answer.accepted) return refused(answer.refusal);
    const taken = begin(locked.conversation, responder.id, at);
    if (!taken.accepted) return refused(taken.refusal);
    const { row } = locked;
    const asking = { staff: responder.id, row, at, terms: this.terms, surge: offer.surge ?? false };
    const refusal = await acceptingRefusal(stores, asking);
    if (refusal !== null) return this.letGo(stores, { offer, at, refusal });
    // A handover was open while the visitor waited: it is over now.
    const { id } = locked.conversation;
    await callOffHandover(stores, id, { reason: 'taken_over', by: responder.id, at });
    for (const fact of answer.events) await stores.offers.close(fact);
    for (const fact of taken.events) await stores.holdings.begin(fact);
    return done({ conversationId: id, epoch: locked.conversation.epoch + 1 });
  }
}
