import type { EntityManager } from 'typeorm';
import { overtakeEnding, type EndingEvent, type EndingRequest } from '@warmline/conversation';
import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import type { EndingOutcome } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { dateMoment, flag, optional, text, whole, type Columns } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends EndingEvent['type']> = Extract<EndingEvent, { type: Type }>;
type Answered = FactOf<'ending_agreed' | 'ending_declined' | 'ending_withdrawn' | 'ending_overtaken'>;

/** What a question is asked with, beside the fact. The words are sealed. */
export interface StoredRequest {
  readonly whySealed: Buffer;
  readonly safetyAt: Instant;
  readonly visitorMessages: number;
  /** The questions after the chat are allowed. */
  readonly asksAfter: boolean;
}

const REQUEST = `
  select id, service_id as service, conversation_id as conversation, epoch, asked_by as "askedBy", reason,
    safety_at as "safetyAt", visitor_messages as "visitorMessages", asks_after as "asksAfter", outcome from ending_request`;

const COLUMNS: Columns<EndingRequest> = {
  id: text,
  service: known.service,
  conversation: known.conversation,
  epoch: whole,
  askedBy: known.staff,
  reason: known.responderEndReason,
  safetyAt: dateMoment,
  visitorMessages: whole,
  asksAfter: flag,
  outcome: optional(known.endingOutcome),
};

const BY_ID = new RowQuery(COLUMNS, `${REQUEST} where id = $1`);
const OPEN = new RowQuery(COLUMNS, `${REQUEST} where conversation_id = $1 and closed_at is null`);

const OUTCOME: Record<Answered['type'], EndingOutcome> = {
  ending_agreed: 'agreed',
  ending_declined: 'declined',
  ending_withdrawn: 'withdrawn',
  ending_overtaken: 'overtaken',
};

const closerOf = (fact: Answered): StaffId | null => {
  if (fact.type === 'ending_overtaken') return null;
  return fact.type === 'ending_withdrawn' ? fact.askedBy : fact.by;
};

const close = async (writers: FactWriters, fact: Answered, wordSealed: Buffer | null): Promise<void> => {
  await writers.tx.query(
    `update ending_request set outcome = $2, closed_by = $3, closed_at = $4, word_sealed = $5
     where id = $1 and closed_at is null`,
    [fact.request, OUTCOME[fact.type], closerOf(fact), new Date(fact.at), wordSealed],
  );
  await writers.audit.record(fact);
};

/**
 * The holding, the safety answer or the conversation moves on in this transaction: an open question is over. Stores call it
 * wherever one of the three changes, so that no path can forget it.
 */
export const overtakeEndings = async (
  writers: FactWriters,
  conversation: string,
  at: Instant,
): Promise<void> => {
  const open = await OPEN.first(writers.tx, [conversation]);
  if (open === null) return;
  for (const fact of overtakeEnding(open, at).events) await close(writers, fact, null);
};

/** Questions to end a conversation in danger, and who left in danger. Every change is made under the lock of the conversation. */
export class EndingStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async findRequest(id: string): Promise<EndingRequest | null> {
    return BY_ID.first(this.tx, [id]);
  }

  async findOpenFor(conversation: ConversationId): Promise<EndingRequest | null> {
    return OPEN.first(this.tx, [conversation]);
  }

  /** Violates the primary key when the id is known, and a unique index when another question is open. */
  async ask(fact: FactOf<'ending_asked'>, stored: StoredRequest): Promise<void> {
    const { whySealed, safetyAt, visitorMessages, asksAfter } = stored;
    await this.tx.query(
      `insert into ending_request (id, service_id, conversation_id, epoch, asked_by, reason, why_sealed, safety_at,
         visitor_messages, asks_after, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        fact.request,
        fact.service,
        fact.conversation,
        fact.epoch,
        fact.askedBy,
        fact.reason,
        whySealed,
        new Date(safetyAt),
        visitorMessages,
        asksAfter,
        new Date(fact.at),
      ],
    );
    await this.writers.audit.record(fact);
  }

  /** `wordSealed`: with "not yet". */
  async close(fact: Answered, wordSealed: Buffer | null = null): Promise<void> {
    await close(this.writers, fact, wordSealed);
  }

  /** Whether this person has had the visitor's last message on screen, by the record of who reads along. */
  async hasReadLast(conversation: ConversationId, staff: StaffId): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from observation w join conversation c on c.id = w.conversation_id
       where w.conversation_id = $1 and w.staff_id = $2
         and (w.ended_at is null or w.ended_at >= c.visitor_message_at)`,
      [conversation, staff],
    );
  }

  /** Once for each conversation: a quick exit comes before the end. */
  async noteToWriteUp(fact: FactOf<'ending_to_write_up'>): Promise<void> {
    const { conversation, service, epoch, how, at } = fact;
    const isNew = await finds(
      this.tx,
      `insert into danger_ending (conversation_id, service_id, epoch, how, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [conversation, service, epoch, how, new Date(at)],
    );
    if (isNew) await writeFact(this.writers, fact);
  }

  /** Whether a supervisor of this service has to write what was done, or has. Locks the row until the transaction ends. */
  async lockToWriteUp(conversation: ConversationId, service: string): Promise<boolean> {
    return finds(
      this.tx,
      'select 1 from danger_ending where conversation_id = $1 and service_id = $2 for update',
      [conversation, service],
    );
  }

  /** The first note takes it from the list. The same id again changes nothing. */
  async writeUp(fact: FactOf<'ending_written_up'>, wordsSealed: Buffer): Promise<void> {
    const { note, conversation, by, at } = fact;
    const isNew = await finds(
      this.tx,
      `insert into danger_ending_note (id, conversation_id, written_by, at, words_sealed) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [note, conversation, by, new Date(at), wordsSealed],
    );
    if (!isNew) return;
    await this.tx.query(
      'update danger_ending set written_at = $2 where conversation_id = $1 and written_at is null',
      [conversation, new Date(at)],
    );
    await this.writers.audit.record(fact);
  }
}
