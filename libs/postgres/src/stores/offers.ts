import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { ConversationId, OfferId, StaffId } from '@warmline/kernel';
import type { Offer, OfferOutcome, RoutingEvent } from '@warmline/routing';
import { offerTable, staffTable, type OfferRow } from '../tables/service-tables';
import { writeFact, type FactWriters } from './fact-writers';

type Made = Extract<RoutingEvent, { type: 'offer_made' }>;
type Closed = Extract<
  RoutingEvent,
  { type: 'offer_accepted' | 'offer_declined' | 'offer_expired' | 'offer_withdrawn' }
>;

const OUTCOME_OF: Record<Closed['type'], OfferOutcome> = {
  offer_accepted: 'accepted',
  offer_declined: 'declined',
  offer_expired: 'expired',
  offer_withdrawn: 'withdrawn',
};

const asDecided = (row: OfferRow): Offer => ({
  id: row.id,
  service: row.serviceId,
  conversation: row.conversationId,
  staff: row.staffId,
  expiresAt: row.expiresAt,
  outcome: row.outcome,
});

export class Offers {
  private readonly rows: Repository<OfferRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.rows = tx.getRepository(offerTable);
  }

  /** Without a lock: to learn which conversation to lock first. */
  async find(id: OfferId): Promise<Offer | null> {
    const row = await this.rows.findOneBy({ id });
    return row === null ? null : asDecided(row);
  }

  async lock(id: OfferId): Promise<Offer | null> {
    const row = await this.rows.findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
    return row === null ? null : asDecided(row);
  }

  /** Id of the open offer of a conversation, without a lock. */
  async findOpenFor(conversationId: ConversationId): Promise<OfferId | null> {
    const row = await this.rows.findOneBy({ conversationId, outcome: IsNull() });
    return row?.id ?? null;
  }

  /** Id of the open offer of a member of staff, without a lock. */
  async findOpenOf(staffId: StaffId): Promise<OfferId | null> {
    const row = await this.rows.findOneBy({ staffId, outcome: IsNull() });
    return row?.id ?? null;
  }

  /** Violates a partial unique index when the conversation or the responder has an open offer already. */
  async make(fact: Made): Promise<void> {
    await this.rows.insert({
      id: fact.offer,
      serviceId: fact.service,
      conversationId: fact.conversation,
      staffId: fact.staff,
      madeAt: fact.at,
      expiresAt: fact.expiresAt,
    });
    await writeFact(this.writers, fact);
  }

  async close(fact: Closed): Promise<void> {
    await this.rows.update({ id: fact.offer }, { outcome: OUTCOME_OF[fact.type], closedAt: fact.at });
    if (fact.type === 'offer_declined' || fact.type === 'offer_expired') {
      await this.tx.getRepository(staffTable).update({ id: fact.staff }, { freeSince: fact.at });
    }
    await writeFact(this.writers, fact);
  }
}
