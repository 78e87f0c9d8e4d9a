import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { OfferId, StaffId } from '@warmline/kernel';
import { declineOffer, expireOffer } from '@warmline/routing';
import { Changes } from '../platform/changes';
import { nothing, refused } from '../platform/reply';
import { lockOffer } from './lock-offer';

/** An offer comes to nothing: declined by the person asked, or run out. The visitor keeps the place and never knows. */
@Injectable()
export class CloseOffer {
  constructor(private readonly changes: Changes) {}

  /** Refuses `not_found` for an offer that is not theirs. */
  async decline(staff: StaffId, id: OfferId): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const found = await lockOffer(stores, id);
      if (found === null || found.offer.staff !== staff) return refused('not_found');
      for (const fact of declineOffer(found.offer, await stores.now()).events)
        await stores.offers.close(fact);
      return nothing;
    });
  }

  /** The alarm, or the sweeper: harmless when early, late or repeated. */
  async expire(id: OfferId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const found = await lockOffer(stores, id);
      if (found === null) return;
      for (const fact of expireOffer(found.offer, await stores.now()).events) await stores.offers.close(fact);
    });
  }
}
