import type { EntityManager } from 'typeorm';
import type { ConversationEvent } from '@warmline/conversation';
import type { ConversationId } from '@warmline/kernel';
import type { FeelingAfter, Listened } from '@warmline/vocabulary';
import { text } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type Answered = Extract<ConversationEvent, { type: 'after_chat_answered' }>;

/** An answer as stored: choices as codes, words sealed. */
export interface NewAfterChatAnswer {
  readonly id: string;
  readonly feeling: FeelingAfter | null;
  readonly listened: Listened | null;
  readonly wordsSealed: Buffer | null;
}

const KEPT = new RowQuery<{ readonly id: string }>(
  { id: text },
  'select id from after_chat_answer where conversation_id = $1',
);

/** By the clock of Postgres: an answer that comes with the end of the token does not outlive it. */
const IS_OPEN = `
  select 1 from conversation c
  where c.id = $1 and c.state = 'ended' and c.asks_after and visitor_token_works(c, clock_timestamp())`;

const ADD = `
  insert into after_chat_answer (conversation_id, service_id, id, feeling, listened, words_sealed, at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** What visitors answer after a chat. The caller has locked the conversation's row. */
export class AfterChatStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Whether the questions are asked after it and can still be answered. */
  async isOpen(conversation: ConversationId): Promise<boolean> {
    return finds(this.tx, IS_OPEN, [conversation]);
  }

  /** The id of the answer that is kept, or null. */
  async findAnswer(conversation: ConversationId): Promise<string | null> {
    return (await KEPT.first(this.tx, [conversation]))?.id ?? null;
  }

  /** Violates the primary key where one is kept. */
  async answer(fact: Answered, { id, feeling, listened, wordsSealed }: NewAfterChatAnswer): Promise<void> {
    const { conversation, service, at } = fact;
    await this.tx.query(ADD, [conversation, service, id, feeling, listened, wordsSealed, new Date(at)]);
    await this.writers.audit.record(fact);
  }
}
