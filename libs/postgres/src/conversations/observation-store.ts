import { IsNull, Not, type EntityManager, type Repository } from 'typeorm';
import type { ConversationEvent } from '@warmline/conversation';
import type { ConversationId, Instant, SessionId, StaffId } from '@warmline/kernel';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { appendEvent } from '../timeline/timeline-events';
import { observationTable, type ObservationRow } from './conversation-tables';

type Began = Extract<ConversationEvent, { type: 'observation_began' }>;
type Ended = Extract<ConversationEvent, { type: 'observation_ended' }>;
type Joined = Extract<ConversationEvent, { type: 'supervisor_joined' }>;
type Left = Extract<ConversationEvent, { type: 'supervisor_left' }>;
type Read = Extract<ConversationEvent, { type: 'conversation_read' }>;

export class ObservationStore {
  private readonly rows: Repository<ObservationRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.rows = tx.getRepository(observationTable);
  }

  /** Whether they are reading along now. */
  async isOpen(conversationId: ConversationId, staffId: StaffId): Promise<boolean> {
    return this.rows.existsBy({ conversationId, staffId, endedAt: IsNull() });
  }

  /** Whether the visitor knows that they are here. */
  async hasJoined(conversationId: ConversationId, staffId: StaffId): Promise<boolean> {
    return this.rows.existsBy({ conversationId, staffId, endedAt: IsNull(), joinedAt: Not(IsNull()) });
  }

  /** The visitor is told in the timeline. The caller has locked the conversation. */
  async joinOpenly(fact: Joined): Promise<void> {
    await this.markJoined(fact, fact.at);
    await this.tell(fact);
  }

  async leaveOpenly(fact: Left): Promise<void> {
    await this.markJoined(fact, null);
    await this.tell(fact);
  }

  /** They are the writer now, and the timeline says so in other words. */
  async becomeWriter(conversationId: ConversationId, staffId: StaffId): Promise<void> {
    await this.rows.update({ conversationId, staffId, endedAt: IsNull() }, { joinedAt: null });
  }

  async beginObservation(
    fact: Began,
    made: { readonly id: string; readonly session: SessionId },
  ): Promise<void> {
    await this.rows.insert({
      id: made.id,
      conversationId: fact.conversation,
      staffId: fact.staff,
      sessionId: made.session,
      beganAt: fact.at,
    });
    await writeFact(this.writers, fact);
  }

  async endObservation(fact: Ended): Promise<void> {
    await this.rows.update(
      { conversationId: fact.conversation, staffId: fact.staff, endedAt: IsNull() },
      { endedAt: fact.at },
    );
    await writeFact(this.writers, fact);
  }

  private async markJoined({ conversation, staff }: Joined | Left, joinedAt: Instant | null): Promise<void> {
    await this.rows.update({ conversationId: conversation, staffId: staff, endedAt: IsNull() }, { joinedAt });
  }

  private async tell(fact: Joined | Left): Promise<void> {
    const { type: kind, conversation: conversationId, staff: staffId, at } = fact;
    await appendEvent(this.tx, { conversationId, kind, staffId, reason: null, at });
    await writeFact(this.writers, fact);
  }

  /** A read beside an observation: only its audit row. */
  async recordRead(fact: Read): Promise<void> {
    await this.writers.audit.record(fact);
  }
}
