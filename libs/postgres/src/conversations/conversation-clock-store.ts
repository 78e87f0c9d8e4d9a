import type { EntityManager } from 'typeorm';
import type { ConversationEvent } from '@warmline/conversation';
import { later, type ConversationId } from '@warmline/kernel';
import { RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { appendEvent } from '../timeline/timeline-events';
import { asClock, CLOCK, CLOCK_COLUMNS, type ClockRow, type StoredClock } from './conversation-clock';

type FactOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;

const CLOCK_OF = new RowQuery<ClockRow>(CLOCK_COLUMNS, `select ${CLOCK} where c.id = $1`);

/** The clock of a conversation whose row is locked. */
export class ConversationClockStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Null where nobody holds it. */
  async load(id: ConversationId): Promise<StoredClock | null> {
    const found = await CLOCK_OF.first(this.tx, [id]);
    return found && asClock(found);
  }

  async ask(fact: FactOf<'silence_asked'>): Promise<void> {
    const { conversation, number, at } = fact;
    const seq = await this.tell(fact, 'asked_if_here');
    await this.change(conversation, 'asked = $2, asked_at = $3, asked_seq = $4', [number, new Date(at), seq]);
    await writeFact(this.writers, fact);
  }

  /** `moreTime`: for how long (ms) the count stops where they asked for more time. */
  async answer(fact: FactOf<'silence_answered'>, moreTime: number): Promise<void> {
    const { conversation, answer, at } = fact;
    await this.tell(fact, answer === 'here' ? 'said_here' : 'wants_more_time');
    const until = answer === 'here' ? null : new Date(later(at, moreTime));
    await this.change(
      conversation,
      'here_at = $2, more_until = coalesce($3, conversation_clock.more_until)',
      [new Date(at), until],
    );
    await writeFact(this.writers, fact);
  }

  async tellTime(fact: FactOf<'time_told'>): Promise<void> {
    await this.tell(fact, fact.minutes === 15 ? 'time_left_15' : 'time_left_5');
    await this.change(fact.conversation, 'told = $2', [fact.minutes]);
    await writeFact(this.writers, fact);
  }

  async extend(fact: FactOf<'conversation_extended'>): Promise<void> {
    await this.tell(fact, 'time_extended', fact.staff);
    await this.change(fact.conversation, 'extensions = $2, told = null', [fact.number]);
    await writeFact(this.writers, fact);
  }

  private tell(
    { conversation, at }: Pick<ConversationEvent, 'conversation' | 'at'>,
    kind: Parameters<typeof appendEvent>[1]['kind'],
    staffId: FactOf<'conversation_extended'>['staff'] | null = null,
  ): Promise<number> {
    return appendEvent(this.tx, { conversationId: conversation, kind, staffId, reason: null, at });
  }

  private async change(id: ConversationId, set: string, values: readonly unknown[]): Promise<void> {
    await this.tx.query(
      'insert into conversation_clock (conversation_id) values ($1) on conflict do nothing',
      [id],
    );
    await this.tx.query(`update conversation_clock set ${set} where conversation_id = $1`, [id, ...values]);
  }
}
