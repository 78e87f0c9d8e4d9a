import type { EntityManager } from 'typeorm';
import type { RetentionRequest, RetentionRequestEvent } from '@warmline/conversation';
import type { ConversationId, ServiceId, StaffId } from '@warmline/kernel';
import type { RetentionWish } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, moment, oneOf, text } from '../connection/parse-rows';
import { finds, ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type Fact<Type extends RetentionRequestEvent['type']> = Extract<RetentionRequestEvent, { type: Type }>;

export const retentionWish = oneOf<RetentionWish>({ hold: true, end_hold: true, erase: true });

const REQUEST = new RowQuery<RetentionRequest>(
  {
    request: text,
    service: known.service,
    conversation: known.conversation,
    wish: retentionWish,
    askedBy: known.staff,
    askedAt: moment,
    isAnswered: flag,
    mayAsk: flag,
    isDealtWith: flag,
  },
  `select id::text as request, service_id as service, conversation_id as conversation, wish, asked_by as "askedBy",
     ${ms('asked_at', 'askedAt')}, answer is not null as "isAnswered",
     may_decide_retention(asked_by, service_id) as "mayAsk", is_dealt_with(conversation_id) as "isDealtWith"
   from retention_request where id = $1`,
);

/** One that no one has answered. */
type Unanswered = Pick<RetentionRequest, 'request' | 'askedBy' | 'askedAt' | 'mayAsk'>;

const OPEN = new RowQuery<Unanswered>(
  { request: text, askedBy: known.staff, askedAt: moment, mayAsk: flag },
  `select id::text as request, asked_by as "askedBy", ${ms('asked_at', 'askedAt')},
     may_decide_retention(asked_by, service_id) as "mayAsk"
   from retention_request where conversation_id = $1 and answer is null`,
);

interface Answer {
  /** Null for the clock. */
  readonly by: StaffId | null;
  readonly answer: 'agreed' | 'declined' | 'withdrawn' | 'lapsed';
  readonly dekWrapped?: Buffer | null;
}

/** Requests to keep one conversation longer, or to erase it sooner. Every change is made under the lock of the conversation. */
export class RetentionRequestStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: Pick<FactWriters, 'audit'>,
  ) {}

  /** Null for an unknown one. */
  async find(request: string, service: ServiceId): Promise<RetentionRequest | null> {
    const found = await REQUEST.first(this.tx, [request]);
    return found?.service === service ? found : null;
  }

  /** The one of this conversation that no one has answered. It may have lapsed. */
  async findOpen(conversation: ConversationId): Promise<Unanswered | null> {
    return OPEN.first(this.tx, [conversation]);
  }

  /** False while a danger ending of this conversation lacks its write-up, or a review of it is in work. */
  async isDealtWith(conversation: ConversationId): Promise<boolean> {
    return finds(this.tx, 'select 1 where is_dealt_with($1)', [conversation]);
  }

  async ask(fact: Fact<'retention_asked'>): Promise<void> {
    const { request, service, conversation, wish, reason, by } = fact;
    await this.tx.query(
      `insert into retention_request (id, service_id, conversation_id, wish, reason, asked_by) values ($1, $2, $3, $4, $5, $6)`,
      [request, service, conversation, wish, reason, by],
    );
    await this.writers.audit.record(fact);
  }

  /** Closes one that has lapsed, or whose asker lost the right, so that another can be asked. Nobody did this: nothing is recorded. */
  async lapse(request: string): Promise<void> {
    await this.answer(request, { by: null, answer: 'lapsed' });
  }

  /**
   * Does what two people agreed. Postgres checks again that they are two, and that the conversation is as it was.
   *
   * @param dekWrapped of a conversation that is held from now on: its key, wrapped by the key of its hold
   */
  async agree(fact: Fact<'retention_agreed'>, dekWrapped: Buffer | null): Promise<void> {
    await this.answer(fact.request, { by: fact.by, answer: 'agreed', dekWrapped });
    await this.writers.audit.record(fact);
  }

  async close(fact: Fact<'retention_declined' | 'retention_withdrawn'>): Promise<void> {
    const answer = fact.type === 'retention_declined' ? 'declined' : 'withdrawn';
    await this.answer(fact.request, { by: fact.by, answer });
    await this.writers.audit.record(fact);
  }

  /** False where it is not held: nothing is recorded then. */
  async review(fact: Fact<'hold_reviewed'>): Promise<boolean> {
    const isHeld = await finds(this.tx, 'select 1 from conversation where id = $1 and held_at is not null', [
      fact.conversation,
    ]);
    if (!isHeld) return false;
    await this.tx.query('select review_hold($1)', [fact.conversation]);
    await this.writers.audit.record(fact);
    return true;
  }

  private async answer(request: string, { by, answer, dekWrapped = null }: Answer): Promise<void> {
    await this.tx.query('select answer_retention($1, $2, $3, $4)', [request, by, answer, dekWrapped]);
  }
}
