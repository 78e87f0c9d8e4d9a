import type { EntityManager, Repository } from 'typeorm';
import type { ConversationId, OfferId, StaffId } from '@warmline/kernel';
import type { Offer, OfferOutcome, RoutingEvent } from '@warmline/routing';
import * as known from '../connection/known-values';
import { row, rows } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { offerRows, offerTable, type OfferRow } from '../setup/service-tables';

type Made = Extract<RoutingEvent, { type: 'offer_made' }>;
type Closed = Extract<
  RoutingEvent,
  { type: 'offer_accepted' | 'offer_declined' | 'offer_expired' | 'offer_withdrawn' }
>;

type Called = Extract<RoutingEvent, { type: 'supervisors_called' }>;

const OUTCOME_OF: Record<Closed['type'], OfferOutcome> = {
  offer_accepted: 'accepted',
  offer_declined: 'declined',
  offer_expired: 'expired',
  offer_withdrawn: 'withdrawn',
};

const idRow = row({ id: known.offer });

const ASKED_FOR = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  `
  select conversation_id as id from offer where conversation_id = any ($1::uuid[]) and outcome is null
  union select conversation_id from handover where conversation_id = any ($1::uuid[]) and state = 'offered'`,
);

const asDecided = (row: OfferRow): Offer => ({
  id: row.id,
  service: row.serviceId,
  conversation: row.conversationId,
  staff: row.staffId,
  expiresAt: row.expiresAt,
  surge: row.surge,
  outcome: row.outcome,
});

export class OfferStore {
  private readonly table: Repository<OfferRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.table = tx.getRepository(offerTable);
  }

  /** Without a lock: only to learn which conversation to lock first. */
  async findOffer(id: OfferId): Promise<Offer | null> {
    const row = await offerRows.one(this.tx, 'where t.id = $1', [id]);
    return row === null ? null : asDecided(row);
  }

  async lock(id: OfferId): Promise<Offer | null> {
    const row = await offerRows.one(this.tx, 'where t.id = $1 for no key update', [id]);
    return row === null ? null : asDecided(row);
  }

  /** Id of the open offer of a conversation, without a lock. */
  async findOpenFor(conversationId: ConversationId): Promise<OfferId | null> {
    const row = await offerRows.one(this.tx, 'where t.conversation_id = $1 and t.outcome is null', [
      conversationId,
    ]);
    return row?.id ?? null;
  }

  /** Id of the open offer of a member of staff, without a lock. */
  async findOpenOf(staffId: StaffId): Promise<OfferId | null> {
    const row = await offerRows.one(this.tx, 'where t.staff_id = $1 and t.outcome is null', [staffId]);
    return row?.id ?? null;
  }

  /** Violates a partial unique index when the conversation or the responder has an open offer already. */
  async makeOffer(fact: Made): Promise<void> {
    await this.table.insert({
      id: fact.offer,
      serviceId: fact.service,
      conversationId: fact.conversation,
      staffId: fact.staff,
      madeAt: fact.at,
      expiresAt: fact.expiresAt,
      surge: fact.surge ?? false,
    });
    await writeFact(this.writers, fact);
  }

  /**
   * Makes several offers; answers those that were made. A conversation or responder that has an open offer already is left out.
   */
  async makeOffers(facts: readonly Made[]): Promise<Made[]> {
    if (facts.length === 0) return [];
    const answer: unknown = await this.tx.query(
      `insert into offer (id, service_id, conversation_id, staff_id, made_at, expires_at, surge)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::boolean[])
       on conflict do nothing returning id`,
      [
        facts.map(({ offer }) => offer),
        facts.map(({ service }) => service),
        facts.map(({ conversation }) => conversation),
        facts.map(({ staff }) => staff),
        facts.map(({ at }) => new Date(at)),
        facts.map(({ expiresAt }) => new Date(expiresAt)),
        facts.map(({ surge }) => surge ?? false),
      ],
    );
    const ids = new Set(rows(idRow, answer).map(({ id }) => id));
    const stored = facts.filter(({ offer }) => ids.has(offer));
    await writeFact(this.writers, ...stored);
    return stored;
  }

  /** Those of the conversations that someone is asked to take now, by an offer or by a handover. */
  async findAskedFor(conversations: readonly ConversationId[]): Promise<Set<ConversationId>> {
    const asked = await ASKED_FOR.all(this.tx, [conversations]);
    return new Set(asked.map(({ id }) => id));
  }

  async close(fact: Closed): Promise<void> {
    await this.table.update({ id: fact.offer }, { outcome: OUTCOME_OF[fact.type], closedAt: fact.at });
    await this.countMissed(fact);
    await writeFact(this.writers, fact);
  }

  /** Supervisors are called for it; false when they were called before. */
  async callSupervisors(fact: Called): Promise<boolean> {
    const isNew = await finds(
      this.tx,
      `insert into supervisor_call (conversation_id, service_id, called_at) values ($1, $2, $3)
       on conflict do nothing returning 1`,
      [fact.conversation, fact.service, new Date(fact.at)],
    );
    if (isNew) await writeFact(this.writers, fact);
    return isNew;
  }

  async isCalledFor(conversation: ConversationId): Promise<boolean> {
    return finds(this.tx, 'select 1 from supervisor_call where conversation_id = $1', [conversation]);
  }

  /** Missed offers in a row: any answer starts the count again, and a withdrawn offer does not count. */
  private async countMissed({ type, staff, at }: Closed): Promise<void> {
    if (type === 'offer_withdrawn') return;
    const isFree = type !== 'offer_accepted';
    await this.tx.query(
      `update staff set missed_offers = case when $2 then missed_offers + 1 else 0 end,
         free_since = case when $3 then $4 else free_since end where id = $1`,
      [staff, type === 'offer_expired', isFree, new Date(at)],
    );
  }
}
