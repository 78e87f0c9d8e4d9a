import { Injectable } from '@nestjs/common';
import { conversationId, offerId } from '@warmline/kernel';
import { IndexReadModel } from '@warmline/postgres';
import type { Alarm } from '@warmline/redis';
import { forEachSettled } from '../core/async/batch';
import { EndConversation } from '../features/conversation';
import { HandoverDeadlines } from '../features/handover';
import { HelpDeadlines } from '../features/help';
import { CloseOffer } from '../features/offers';
import { Breaks } from '../features/wellbeing';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND_MAX = 100;

/** Deadlines that have passed. An alarm tells of one; a sweep finds in Postgres what no alarm told of. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly index: IndexReadModel,
    private readonly closeOffer: CloseOffer,
    private readonly endConversation: EndConversation,
    private readonly handovers: HandoverDeadlines,
    private readonly breaks: Breaks,
    private readonly help: HelpDeadlines,
  ) {}

  /** Everything is decided again under the lock, so early, late and repeated alarms are harmless. */
  async answerAlarm({ kind, id }: Alarm): Promise<void> {
    if (kind === 'offer_expiry') await this.closeOffer.expireOffer(offerId(id));
    if (kind === 'quick_exit') await this.endConversation.endAfterQuickExit(conversationId(id));
  }

  /** A row that is locked waits for the next sweep, and delays nothing else. */
  async answerOverdue(): Promise<void> {
    const steps = [
      () => this.expireOffers(),
      () => this.handovers.closeOverdue(),
      () => this.endQuickExits(),
      () => this.breaks.beginDueBreaks(),
      () => this.help.lapseForgotten(),
      () => this.help.callAgain(),
    ];
    await forEachSettled(steps, (step) => step());
  }

  private async expireOffers(): Promise<void> {
    const overdue = await this.index.findOverdueOffers(FOUND_MAX);
    await forEachSettled(overdue, (offer) => this.closeOffer.expireOffer(offer));
  }

  private async endQuickExits(): Promise<void> {
    const before = (await this.index.now()) - this.endConversation.quickExitGrace;
    const left = await this.index.findLeftQuickly(before, FOUND_MAX);
    await forEachSettled(left, (conversation) => this.endConversation.endAfterQuickExit(conversation));
  }
}
