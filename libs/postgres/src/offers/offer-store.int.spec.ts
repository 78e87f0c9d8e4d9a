import type { ConversationId, Decision, Instant, OfferId, StaffId } from '@warmline/kernel';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  withdrawOffer,
  type Offer,
  type RoutingEvent,
} from '@warmline/routing';
import { Scene } from '@warmline/test-kit';
import { isUniqueViolation } from '../connection/unit-of-work';
import { IndexReadModel } from '../index/index-read-model';
import { WaitingVisitorReadModel } from './waiting-visitor-read-model';

let scene: Scene;
let source: IndexReadModel;
beforeAll(async () => {
  scene = await Scene.open({ poolSize: 16 });
  source = new IndexReadModel(scene.database.opened, scene.service);
});
afterAll(() => scene.close());

const people = (count: number): Promise<StaffId[]> =>
  Promise.all(
    Array.from({ length: count }, async () => (await scene.person({ availability: 'available' })).id),
  );
const queue = (count: number): Promise<ConversationId[]> =>
  Promise.all(Array.from({ length: count }, () => scene.waiting()));

const rejections = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.filter((result) => result.status === 'rejected').map(({ reason }) => reason);

type Closed = Exclude<Extract<RoutingEvent, { offer: unknown }>, { type: 'offer_made' }>;

/** Whether this answer was the one that closed it. */
const close = (
  id: OfferId,
  decide: (offer: Offer, at: Instant) => Decision<Closed, string>,
): Promise<boolean> =>
  scene.work.inTransaction(async (stores) => {
    const offer = await stores.offers.lock(id);
    const decision = offer === null ? null : decide(offer, await stores.now());
    if (decision?.accepted !== true) return false;
    for (const fact of decision.events) await stores.offers.close(fact);
    return decision.events.length > 0;
  });

describe('open offers', () => {
  it('[RTE2] one for a visitor, of 24 made at the same moment to 24 responders', async () => {
    const [conversation, asked] = [await scene.waiting(), await people(24)];
    const made = await Promise.allSettled(asked.map((staff) => scene.offered(conversation, staff)));
    expect(rejections(made)).toHaveLength(23);
    expect(rejections(made).every(isUniqueViolation)).toBe(true);
    expect(
      await scene.database.count('offer where conversation_id = $1 and outcome is null', [conversation]),
    ).toBe(1);
  });

  it('[RTE2] one for a responder, of 24 made at the same moment for 24 visitors', async () => {
    const [[staff], waiting] = [await people(1), await queue(24)];
    if (staff === undefined) throw new Error('nobody');
    const made = await Promise.allSettled(waiting.map((conversation) => scene.offered(conversation, staff)));
    expect(rejections(made)).toHaveLength(23);
    expect(rejections(made).every(isUniqueViolation)).toBe(true);
    expect(await scene.database.count('offer where staff_id = $1 and outcome is null', [staff])).toBe(1);
  });

  it.each(['accepted', 'declined', 'expired', 'withdrawn'])(
    '[RTE2] an offer that was %s does not prevent the next one',
    async (outcome) => {
      const [[staff], [here, there]] = [await people(1), await queue(2)];
      if (staff === undefined || here === undefined || there === undefined) throw new Error('nobody');
      const first = await scene.offered(here, staff);
      await scene.database.sql('update offer set outcome = $2, closed_at = now() where id = $1', [
        first,
        outcome,
      ]);
      await expect(scene.offered(here, staff)).resolves.toBeDefined();
    },
  );

  it('leave the index with their visitor and responder, and bring both back when they come to nothing', async () => {
    const [[staff], conversation] = [await people(1), await scene.waiting()];
    if (staff === undefined) throw new Error('nobody');
    const look = async (): Promise<unknown> => {
      const [[entry], [responder]] = [
        await source.loadConversations([conversation]),
        await source.loadStaff([staff]),
      ];
      return [entry?.queued, responder?.askable];
    };
    expect(await look()).toEqual([true, true]);
    const offer = await scene.offered(conversation, staff);
    expect(await look()).toEqual([false, false]);
    expect(await close(offer, declineOffer)).toBe(true);
    expect(await look()).toEqual([true, true]);
  });
});

describe('answers to an offer', () => {
  it('of every kind, all at once, close it exactly once', async () => {
    const staff = await people(8);
    for (const [place, asked] of staff.entries()) {
      const offer = await scene.offered(await scene.waiting(), asked, {
        opensFor: place % 2 === 0 ? 60_000 : -1,
      });
      const closed = await Promise.all(
        [acceptOffer, declineOffer, expireOffer, withdrawOffer, acceptOffer].map((decide) =>
          close(offer, decide),
        ),
      );
      expect(closed.filter(Boolean)).toHaveLength(1);
      expect(await scene.database.count('audit_entry where subject = $1', [offer])).toBe(2);
    }
  });

  it('find overdue ones, oldest first, and only open ones', async () => {
    const [staff, waiting] = [await people(3), await queue(3)];
    const [old, older, declined] = await Promise.all(
      [-1_000, -2_000, -3_000].map((opensFor, place) =>
        scene.offered(waiting[place] as ConversationId, staff[place] as StaffId, { opensFor }),
      ),
    );
    if (declined !== undefined) await close(declined, declineOffer);
    expect(await source.findOverdueOffers(10)).toEqual([older, old]);
    expect(await source.findOverdueOffers(1)).toEqual([older]);
    const needs = await new WaitingVisitorReadModel(scene.database.opened).loadNeeds(waiting);
    expect(needs.flatMap(({ unanswered }) => unanswered)).toMatchObject([
      { staff: staff[2], outcome: 'declined' },
    ]);
  });

  it('[ASG6] that come to nothing leave the entry time as it was', async () => {
    const [staff] = await people(1);
    if (staff === undefined) throw new Error('nobody');
    const conversation = await scene.waiting();
    const enteredAt = async (): Promise<unknown> =>
      (await source.loadConversations([conversation]))[0]?.enteredAt;
    const before = await enteredAt();
    for (const decide of [declineOffer, withdrawOffer]) {
      await close(await scene.offered(conversation, staff), decide);
      expect(await enteredAt()).toBe(before);
    }
    await close(await scene.offered(conversation, staff, { opensFor: -1 }), expireOffer);
    expect(await enteredAt()).toBe(before);
    await scene.lost(await scene.held(staff, conversation));
    expect(await enteredAt()).toBe(before);
  });
});
