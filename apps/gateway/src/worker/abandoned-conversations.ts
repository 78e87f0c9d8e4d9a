import { Inject, Injectable } from '@nestjs/common';
import { ReservedPlaceStore } from '@warmline/postgres';
import { SERVICE, type Service } from '../core/service-settings';
import { EndConversation } from '../features/conversation';

/** Found and ended at once. They are few, so that no visitor returns in between. */
const FOUND_MAX = 10;

/** Ends conversations whose visitor's page has been away for longer than the place is reserved. */
@Injectable()
export class AbandonedConversations {
  constructor(
    private readonly places: ReservedPlaceStore,
    private readonly endConversation: EndConversation,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async endAbandoned(): Promise<void> {
    const found = await this.places.findExpiredPlaces(this.service.id, FOUND_MAX);
    for (const abandoned of found) await this.endConversation.endByAbsence(abandoned);
    await this.places.forgetEnded();
  }
}
