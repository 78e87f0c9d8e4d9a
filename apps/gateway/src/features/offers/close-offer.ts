import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { Instant, OfferId, StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { declineOffer, expireOffer, MISSED_IN_A_ROW } from '@warmline/routing';
import { nothing, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { lockOffer, type LockedOffer } from '../../staffing/lock-offer';

/** "Not this topic today": until the running shift ends. */
const mute = async (
  stores: Stores,
  { id: staff, serviceId: service }: StaffRow,
  topic: string,
): Promise<void> => {
  const shift = await stores.shifts.findOpenShift(staff);
  if (shift === null) return;
  const at = await stores.now();
  await stores.shifts.muteTopic({ type: 'topic_muted', service, staff, shift, topic, at });
};

/** An offer is declined, or expires. The visitor keeps the position in the queue and is not told. */
@Injectable()
export class CloseOffer {
  constructor(private readonly changes: Changes) {}

  /** Refuses `not_found` for an offer that is not theirs, and `malformed` for an unknown topic. */
  async declineOffer(
    staff: StaffId,
    id: OfferId,
    muteTopic: string | null = null,
  ): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const found = await lockOffer(stores, id);
      if (found === null || found.offer.staff !== staff) return refused('not_found');
      const { serviceId } = found.responder;
      if (muteTopic !== null && (await stores.setup.unknownTopics(serviceId, [muteTopic])).length > 0)
        return refused('malformed');
      for (const fact of declineOffer(found.offer, await stores.now()).events)
        await stores.offers.close(fact);
      if (muteTopic !== null) await mute(stores, found.responder, muteTopic);
      return nothing;
    });
  }

  /** After two missed offers in a row the responder is away, and told why. */
  private async afterMiss(stores: Stores, { responder }: LockedOffer, at: Instant): Promise<void> {
    const missed = responder.missedOffers + 1;
    if (missed < MISSED_IN_A_ROW || responder.availability === 'away') return;
    await stores.staff.setAvailability({
      type: 'availability_changed',
      service: responder.serviceId,
      staff: responder.id,
      availability: 'away',
      shiftEndsAt: responder.shiftEndsAt,
      because: 'missed_offers',
      at,
    });
  }

  /** Harmless when called early, late or more than once. */
  async expireOffer(id: OfferId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const found = await lockOffer(stores, id);
      if (found === null) return;
      const at = await stores.now();
      const { events } = expireOffer(found.offer, at);
      for (const fact of events) await stores.offers.close(fact);
      if (events.length > 0) await this.afterMiss(stores, found, at);
    });
  }
}
