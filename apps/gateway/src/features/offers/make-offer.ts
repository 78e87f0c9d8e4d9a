import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { later, offerId, type OfferId } from '@warmline/kernel';
import { isUniqueViolation } from '@warmline/postgres';
import type { Proposal } from '@warmline/routing';
import { Changes } from '../../index/changes';
import { askingRefusal } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { OfferAlarms } from './offer-alarms';

/** Turns one proposal into an offer, if Postgres agrees at this moment. */
@Injectable()
export class MakeOffer {
  constructor(
    private readonly changes: Changes,
    private readonly alarms: OfferAlarms,
    private readonly terms: RoutingTerms,
  ) {}

  /** False when the visitor has left, another offer was first, or the responder cannot get offers any more. */
  async makeOffer(proposal: Proposal): Promise<boolean> {
    const offer = offerId(uuid());
    const opensFor = this.terms.timers.scaled(proposal.opensFor);
    const made = await this.insert(offer, { ...proposal, opensFor });
    if (made) this.alarms.setAlarm(offer, opensFor);
    return made;
  }

  private async insert(offer: OfferId, { conversation, staff, opensFor, surge }: Proposal): Promise<boolean> {
    try {
      return await this.changes.commit(async (stores) => {
        const waiting = await stores.conversations.lock(conversation);
        if (waiting?.conversation.state !== 'waiting' || waiting.row.hold === 'set_aside') return false;
        const handover = await stores.handovers.findOpenFor(conversation);
        const at = await stores.now();
        const asking = { staff, row: waiting.row, at, terms: this.terms, surge };
        if (handover?.state === 'offered' || (await askingRefusal(stores, asking)) !== null) return false;
        const { service } = waiting.conversation;
        const expiresAt = later(at, opensFor);
        const about = { service, conversation, staff, offer };
        await stores.offers.makeOffer({ type: 'offer_made', ...about, at, expiresAt, surge });
        return true;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }
}
