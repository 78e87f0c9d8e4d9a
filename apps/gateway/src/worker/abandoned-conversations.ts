import { Injectable } from '@nestjs/common';
import { ReservedPlaceStore } from '@warmline/postgres';
import { EndConversation } from '../features/conversation/end-conversation';

/** Found in one go, and ended at once: nobody should return in between. */
const FOUND = 10;

/** Ends what nobody will come back to: visitors whose pages have been away for longer than their place is kept. */
@Injectable()
export class AbandonedConversations {
  constructor(
    private readonly holds: ReservedPlaceStore,
    private readonly end: EndConversation,
  ) {}

  async endAbandoned(): Promise<void> {
    const found = await this.holds.findExpiredPlaces(FOUND);
    for (const abandoned of found) await this.end.endByAbsence(abandoned);
    await this.holds.forgetEnded();
  }
}
