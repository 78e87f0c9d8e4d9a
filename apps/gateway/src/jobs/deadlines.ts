import { Injectable } from '@nestjs/common';
import { conversationId, offerId } from '@warmline/kernel';
import { IndexSource, Work } from '@warmline/postgres';
import type { Alarm } from '@warmline/redis';
import { EndConversation } from '../conversation/end-conversation';
import { CloseOffer } from '../routing/close-offer';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;

/** Deadlines that have come: by an alarm, or found in the truth because its alarm never rang. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly work: Work,
    private readonly source: IndexSource,
    private readonly closeOffer: CloseOffer,
    private readonly end: EndConversation,
  ) {}

  /** Sends the command back in; the noun decides again. */
  async answer({ kind, id }: Alarm): Promise<void> {
    if (kind === 'offer_expiry') await this.closeOffer.expire(offerId(id));
    else await this.end.afterQuickExit(conversationId(id));
  }

  /** One round of the sweeper. */
  async sweep(): Promise<void> {
    const overdue = await this.work.run(async (stores) => stores.offers.overdue(await stores.now(), FOUND));
    for (const offer of overdue) await this.closeOffer.expire(offer);
    const before = (await this.source.now()) - this.end.quickExitGrace;
    const left = await this.source.leftQuickly(before, FOUND);
    for (const conversation of left) await this.end.afterQuickExit(conversation);
  }
}
