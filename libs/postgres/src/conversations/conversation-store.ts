import type { EntityManager, Repository } from 'typeorm';
import type { Conversation, ConversationEvent } from '@warmline/conversation';
import type { ConversationId, ServiceId } from '@warmline/kernel';
import type { RoutingEvent } from '@warmline/routing';
import * as known from '../connection/known-values';
import { RowQuery } from '../connection/row-query';
import { overtakeEndings } from '../endings/ending-store';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { appendEvent } from '../timeline/timeline-events';
import {
  conversationRows,
  conversationTable,
  holdingRows,
  type ConversationRow,
} from './conversation-tables';
import { isKept } from './expiry';

type Started = Extract<ConversationEvent, { type: 'conversation_started' }>;
type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;
type BandChanged = Extract<RoutingEvent, { type: 'band_changed' }>;
type SafetySet = Extract<ConversationEvent, { type: 'safety_answer_set' }>;
type LeftQuickly = Extract<ConversationEvent, { type: 'visitor_left_quickly' }>;

/** What a new conversation has beside the fact: hashes and sealed texts only. */
export type NewConversation = Pick<
  ConversationRow,
  'startId' | 'tokenHash' | 'language' | 'nameSealed' | 'dekWrapped' | 'kekDay'
> &
  Partial<Pick<ConversationRow, 'wants' | 'needsProof' | 'safetyAnswer'>>;

const NOTE_SEEN = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  `with waiting as (
     select id from conversation where id = any ($1::uuid[]) and state = 'waiting' and page_seen_at is null
     order by id for no key update skip locked
   ), seen as (
     update conversation c set page_seen_at = clock_timestamp(), version = version + 1 from waiting w where c.id = w.id
     returning c.id, c.service_id
   ), noted as (
     insert into outbox (kind, subject, service_id) select 'conversation', id, service_id from seen
   )
   select id from seen
   union all
   select id from conversation where id = any ($1::uuid[]) and (state <> 'waiting' or page_seen_at is not null)`,
);

/** A locked conversation: as the rules see it, and as it is stored. */
export interface LockedConversation {
  readonly conversation: Conversation;
  readonly row: ConversationRow;
}

export class ConversationStore {
  private readonly rows: Repository<ConversationRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.rows = tx.getRepository(conversationTable);
  }

  /** Locks the row until the transaction ends; null when there is none, and once it has expired: nothing is done to it then. */
  async lock(id: ConversationId): Promise<LockedConversation | null> {
    const row = await conversationRows.one(this.tx, `where t.id = $1 and ${isKept('t')} for no key update`, [
      id,
    ]);
    return row === null ? null : { conversation: await this.asDecided(row), row };
  }

  /**
   * Locks those that wait and are not locked by others, in id order, until the transaction ends. Rows that are locked are left
   * out, so that one does not hold up many.
   */
  async lockWaiting(ids: readonly ConversationId[]): Promise<ConversationRow[]> {
    return conversationRows.all(
      this.tx,
      `where t.id = any ($1::uuid[]) and t.state = 'waiting' order by t.id for no key update skip locked`,
      [ids],
    );
  }

  async findByToken(tokenHash: Buffer): Promise<ConversationRow | null> {
    return conversationRows.one(this.tx, 'where t.token_hash = $1', [tokenHash]);
  }

  /** Violates a unique index when the token has a conversation already. */
  async start(fact: Started, made: NewConversation): Promise<void> {
    await this.rows.insert({
      ...made,
      id: fact.conversation,
      serviceId: fact.service,
      state: 'waiting',
      band: fact.band,
      enteredAt: fact.at,
      waitingSince: fact.at,
      safetyAt: fact.at,
    });
    await appendEvent(this.tx, {
      conversationId: fact.conversation,
      kind: 'started',
      staffId: null,
      reason: null,
      at: fact.at,
    });
    await writeFact(this.writers, fact);
  }

  /** Changes the band or the reason for it; desks and live views that show it are updated. */
  async changeBand(fact: BandChanged): Promise<void> {
    await this.rows.update(
      { id: fact.conversation },
      { band: fact.to, bandBecause: fact.because, bandWords: fact.words },
    );
    await writeFact(this.writers, fact);
  }

  /** Desks, offers and live views that show the conversation are updated. */
  async setSafetyAnswer(fact: SafetySet): Promise<void> {
    const { from, to, role, by, reason, at } = fact;
    const lowered = from === 'not_safe_now' ? { dangerLoweredBy: by } : {};
    await this.rows.update(
      { id: fact.conversation },
      {
        safetyAnswer: to,
        safetyBy: role,
        safetyByStaff: by,
        safetyReason: reason,
        safetyAt: at,
        ...(to === 'not_safe_now' ? { dangerLoweredBy: null } : lowered),
      },
    );
    await overtakeEndings(this.writers, fact.conversation, at);
    await writeFact(this.writers, fact);
  }

  /** Records what the visitor wrote about; from now on another queue of the live index holds them. */
  async noteTopics(
    id: ConversationId,
    { service, topics }: { readonly service: ServiceId; readonly topics: readonly string[] },
  ): Promise<void> {
    await this.rows.update({ id }, { topics: [...topics] });
    await this.writers.outbox.addNote('conversation', id, service);
  }

  /**
   * The pages of these visitors have been here for half a minute: those who wait keep it, and the live index reads them again.
   * Rows that are locked are left for the next time.
   *
   * @returns those that need no next time: they are seen now, were seen before, or wait no more
   */
  async noteSeen(ids: readonly ConversationId[]): Promise<readonly ConversationId[]> {
    return (await NOTE_SEEN.all(this.tx, [ids])).map(({ id }) => id);
  }

  /** The page has done its proof of work: a locked conversation has the rank of its band, if it wrote or was seen. */
  async noteProven(id: ConversationId, service: ServiceId): Promise<void> {
    await this.rows.update({ id }, { needsProof: false });
    await this.noteChanged(id, service);
  }

  /** The live index reads a locked conversation again: what decides its place may have changed. */
  async noteChanged(id: ConversationId, service: ServiceId): Promise<void> {
    // The index keeps what it read of the newest version.
    await this.tx.query('update conversation set version = version + 1 where id = $1', [id]);
    await this.writers.outbox.addNote('conversation', id, service);
  }

  async leaveQuickly(fact: LeftQuickly): Promise<void> {
    await this.rows.update({ id: fact.conversation }, { visitorLeftAt: fact.at });
    await appendEvent(this.tx, {
      conversationId: fact.conversation,
      kind: 'visitor_left',
      staffId: null,
      reason: null,
      at: fact.at,
    });
    await writeFact(this.writers, fact);
  }

  /** `asksAfter`: the visitor is asked three questions after it. */
  async end(fact: Ended, { asksAfter }: Pick<ConversationRow, 'asksAfter'>): Promise<void> {
    await this.rows.update(
      { id: fact.conversation },
      { state: 'ended', endedAt: fact.at, endReason: fact.reason, asksAfter },
    );
    await appendEvent(this.tx, {
      conversationId: fact.conversation,
      kind: 'ended',
      staffId: fact.by === 'visitor' ? null : fact.by,
      reason: fact.reason,
      at: fact.at,
    });
    await writeFact(this.writers, fact);
  }

  private async asDecided(row: ConversationRow): Promise<Conversation> {
    const { id, serviceId: service, epoch, isInDanger } = row;
    const dangerLoweredBy = [row.dangerLoweredBy, row.stepClosedBy].filter((staff) => staff !== null);
    const everyones = { id, service, epoch, isInDanger, dangerLoweredBy };
    if (row.state === 'waiting') return { ...everyones, state: 'waiting' };
    if (row.state === 'ended')
      return { ...everyones, state: 'ended', reason: row.endReason ?? 'service_stopped' };
    const holding = await holdingRows.one(this.tx, 'where t.conversation_id = $1 and t.epoch = $2', [
      row.id,
      row.epoch,
    ]);
    if (holding === null) throw new TypeError('a running conversation has no holder');
    return {
      ...everyones,
      state: 'talking',
      holder: holding.staffId,
      visitorLeft: row.visitorLeftAt !== null,
    };
  }
}
