import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { later, offerId, type OfferId } from '@warmline/kernel';
import { isTaken } from '@warmline/postgres';
import { AlarmClock } from '@warmline/redis';
import type { Proposal } from '@warmline/routing';
import { Changes } from '../platform/changes';
import { LOG, type Log } from '../platform/log';
import { askingRefusal } from './can-be-asked';
import { RoutingTerms } from './routing-terms';

/** Turns a proposal of the index into an offer, if the truth agrees at this moment. */
@Injectable()
export class MakeOffer {
  constructor(
    private readonly changes: Changes,
    private readonly alarms: AlarmClock,
    private readonly terms: RoutingTerms,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** False when the visitor has gone, somebody was quicker, or the responder cannot be asked any more. */
  async run(proposal: Proposal): Promise<boolean> {
    const offer = offerId(uuid());
    const opensFor = this.terms.timers.of(proposal.opensFor);
    const made = await this.insert(offer, { ...proposal, opensFor });
    if (made) this.setAlarm(offer, opensFor);
    return made;
  }

  private async insert(offer: OfferId, { conversation, staff, opensFor, surge }: Proposal): Promise<boolean> {
    try {
      return await this.changes.commit(async (stores) => {
        const waiting = await stores.conversations.lock(conversation);
        if (waiting?.conversation.state !== 'waiting') return false;
        const handover = await stores.handovers.findOpenFor(conversation);
        const at = await stores.now();
        const asking = { staff, row: waiting.row, at, terms: this.terms, surge };
        if (handover?.state === 'offered' || (await askingRefusal(stores, asking)) !== null) return false;
        const { service } = waiting.conversation;
        const expiresAt = later(at, opensFor);
        const about = { service, conversation, staff, offer };
        await stores.offers.make({ type: 'offer_made', ...about, at, expiresAt, surge });
        return true;
      });
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /** Without Redis the sweeper finds the deadline. */
  private setAlarm(id: OfferId, delay: number): void {
    this.alarms
      .set({ kind: 'offer_expiry', id }, delay)
      .catch((err: unknown) =>
        this.log.warn({ err, what: 'alarm' }, 'no alarm set; the sweeper will find it'),
      );
  }
}
