import type { EntityManager, Repository } from 'typeorm';
import type { SafetyRecordEvent } from '@warmline/conversation';
import type { ConversationId, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { bytes, text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { overtakeEndings } from '../endings/ending-store';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { conversationTable, type ConversationRow } from './conversation-tables';

type Fact<Type extends SafetyRecordEvent['type']> = Extract<SafetyRecordEvent, { type: Type }>;

/** An entry under its lock: what the rules need to decide the next one. */
export interface SealedSafetyEntry {
  readonly id: string;
  readonly sealed: Buffer;
}

const ENTRIES = new RowQuery<SealedSafetyEntry>(
  { id: text, sealed: bytes },
  'select id, sealed from safety_entry where conversation_id = $1 order by number',
);

const ENTRY = new RowQuery<{ readonly conversation: ConversationId; readonly staff: StaffId }>(
  { conversation: known.conversation, staff: known.staff },
  'select conversation_id as conversation, staff_id as staff from safety_entry where id = $1',
);

/** The safety record of a locked conversation: entries are added, never changed. */
export class SafetyRecordStore {
  private readonly conversations: Repository<ConversationRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.conversations = tx.getRepository(conversationTable);
  }

  /** Who wrote this entry into which record; null when there is none. */
  async findEntry(id: string): Promise<{ conversation: ConversationId; staff: StaffId } | null> {
    return ENTRY.first(this.tx, [id]);
  }

  /** The oldest first. */
  async loadEntries(conversation: ConversationId): Promise<SealedSafetyEntry[]> {
    return ENTRIES.all(this.tx, [conversation]);
  }

  /** The conversation is locked, so that its entries are numbered without a gap. Desks that show it hear of it. */
  async add(fact: Fact<'safety_recorded'>, sealed: Buffer): Promise<void> {
    await this.tx.query(
      `with counted as (update conversation set safety_entries = safety_entries + 1 where id = $2 returning safety_entries)
       insert into safety_entry (id, conversation_id, number, staff_id, sealed, recorded_at)
       select $1, $2, safety_entries, $3, $4, $5 from counted`,
      [fact.entry, fact.conversation, fact.by, sealed, new Date(fact.at)],
    );
    await writeFact(this.writers, fact);
  }

  /** A step that the card opened and the facts ask for now keeps the time it was opened at. Nor is it part of a flood. */
  async openStep(
    fact: Fact<'safety_step_opened'>,
    openSince: ConversationRow['safetyStepAt'],
  ): Promise<void> {
    await this.conversations.update(
      { id: fact.conversation },
      {
        safetyStepAt: openSince ?? fact.at,
        safetyStepBecause: fact.because,
        ...(fact.because === 'threshold' ? { safetyCalledAt: fact.at } : {}),
        stepClosedBy: null,
        setAsideAt: null,
      },
    );
    await overtakeEndings(this.writers, fact.conversation, fact.at);
    await writeFact(this.writers, fact);
  }

  /** Who closes it does not end the conversation alone, as who lowers the answer does not: each is kept apart from the other. */
  async closeStep(fact: Fact<'safety_step_closed'>): Promise<void> {
    await this.conversations.update(
      { id: fact.conversation },
      { safetyStepAt: null, safetyStepBecause: null, safetyCalledAt: null, stepClosedBy: fact.by },
    );
    await overtakeEndings(this.writers, fact.conversation, fact.at);
    await writeFact(this.writers, fact);
  }
}
