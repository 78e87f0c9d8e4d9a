import { Injectable } from '@nestjs/common';
import type { OfferId } from '@warmline/kernel';
import { Breaks } from '../routing/breaks';
import { CloseOffer } from '../routing/close-offer';

/** What comes to responders with time: offers run out, breaks begin. */
@Injectable()
export class ResponderDeadlines {
  constructor(
    private readonly closeOffer: CloseOffer,
    private readonly breaks: Breaks,
  ) {}

  offer(id: OfferId): Promise<void> {
    return this.closeOffer.expire(id);
  }

  sweepBreaks(): Promise<void> {
    return this.breaks.sweep();
  }
}
