import { Injectable } from '@nestjs/common';
import { conversationId, offerId } from '@warmline/kernel';
import { IndexReadModel } from '@warmline/postgres';
import type { Alarm } from '@warmline/redis';
import { forEachSettled } from '../core/async/every-one';
import { EndConversation } from '../features/conversation/end-conversation';
import { HandoverDeadlines } from '../features/handover/handover-deadlines';
import { ResponderDeadlines } from './responder-deadlines';

/** Found in one round, at most; the next round finds the rest. */
const FOUND = 100;

/** Deadlines that have come: by an alarm, or found in the truth because its alarm never rang. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly source: IndexReadModel,
    private readonly responders: ResponderDeadlines,
    private readonly end: EndConversation,
    private readonly handovers: HandoverDeadlines,
  ) {}

  /** Sends the command back in; the noun decides again. */
  async answerAlarm({ kind, id }: Alarm): Promise<void> {
    if (kind === 'offer_expiry') await this.responders.offer(offerId(id));
    else await this.end.endAfterQuickExit(conversationId(id));
  }

  /** One round of the sweeper. What somebody keeps locked waits for the next one and holds up nothing else. */
  async answerOverdue(): Promise<void> {
    const parts = [
      () => this.offers(),
      () => this.handovers.closeOverdue(),
      () => this.quickExits(),
      () => this.responders.sweepBreaks(),
      () => this.responders.sweepHelp(),
    ];
    await forEachSettled(parts, (part) => part());
  }

  private async offers(): Promise<void> {
    await forEachSettled(await this.source.findOverdueOffers(FOUND), (offer) => this.responders.offer(offer));
  }

  private async quickExits(): Promise<void> {
    const before = (await this.source.now()) - this.end.quickExitGrace;
    await forEachSettled(await this.source.findLeftQuickly(before, FOUND), (left) =>
      this.end.endAfterQuickExit(left),
    );
  }
}
