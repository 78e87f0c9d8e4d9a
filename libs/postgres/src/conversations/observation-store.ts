import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { ConversationEvent } from '@warmline/conversation';
import type { ConversationId, SessionId, StaffId } from '@warmline/kernel';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { observationTable, type ObservationRow } from './conversation-tables';

type Began = Extract<ConversationEvent, { type: 'observation_began' }>;
type Ended = Extract<ConversationEvent, { type: 'observation_ended' }>;
type Read = Extract<ConversationEvent, { type: 'conversation_read' }>;

export class ObservationStore {
  private readonly rows: Repository<ObservationRow>;

  constructor(
    tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.rows = tx.getRepository(observationTable);
  }

  /** Whether they are reading along now. */
  async isOpen(conversationId: ConversationId, staffId: StaffId): Promise<boolean> {
    return this.rows.existsBy({ conversationId, staffId, endedAt: IsNull() });
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

  /** A read beside an observation: only its audit row. */
  async recordRead(fact: Read): Promise<void> {
    await this.writers.audit.record(fact);
  }
}
