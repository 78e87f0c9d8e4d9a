import { Injectable } from '@nestjs/common';
import type { OfferId } from '@warmline/kernel';
import { HelpDeadlines } from '../features/help/help-deadlines';
import { CloseOffer } from '../features/offers/close-offer';
import { Breaks } from '../features/wellbeing/breaks';

/** What comes to responders with time: offers run out, breaks begin, calls for help lapse. */
@Injectable()
export class ResponderDeadlines {
  constructor(
    private readonly closeOffer: CloseOffer,
    private readonly breaks: Breaks,
    private readonly help: HelpDeadlines,
  ) {}

  offer(id: OfferId): Promise<void> {
    return this.closeOffer.expireOffer(id);
  }

  sweepBreaks(): Promise<void> {
    return this.breaks.beginDueBreaks();
  }

  sweepHelp(): Promise<void> {
    return this.help.lapseForgotten();
  }
}
