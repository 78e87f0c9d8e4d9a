import type { EntityManager } from 'typeorm';
import type { ConversationId, StaffId } from '@warmline/kernel';
import type { LoweringReason } from '@warmline/vocabulary';
import type { SupervisionEvent } from '@warmline/wellbeing';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { appendEvent } from '../timeline/timeline-events';

type FactOf<Type extends SupervisionEvent['type']> = Extract<SupervisionEvent, { type: Type }>;

/** Whose word it was that a visitor is answered later than before, and why: a code. */
export interface Lowering {
  readonly by: StaffId;
  readonly reason: LoweringReason;
}

/** What supervisors do about colleagues and about everyone who waits. Lock the row first where one decides something. */
export class SupervisionStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Beside a change of band; null takes away what was said before. */
  async noteLowering(conversation: ConversationId, lowering: Lowering | null): Promise<void> {
    await this.tx.query('update conversation set lowered_by = $2, lowered_reason = $3 where id = $1', [
      conversation,
      lowering?.by ?? null,
      lowering?.reason ?? null,
    ]);
  }

  async setCapacity(fact: FactOf<'capacity_set'>): Promise<void> {
    await this.tx.query('update staff set capacity = $2 where id = $1', [fact.staff, fact.capacity]);
    await writeFact(this.writers, fact);
  }

  /** It begins like one they asked for: once they talk with nobody. */
  async callBreak(fact: FactOf<'break_called'>): Promise<void> {
    await this.tx.query('update staff set break_wanted = true, break_called_by = $2 where id = $1', [
      fact.staff,
      fact.by,
    ]);
    await writeFact(this.writers, fact);
  }

  /** Whether the break they are on, or are to take, is a supervisor's word: theirs to end is only what was theirs to ask. */
  async isBreakCalled(staff: StaffId): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      `select 1 from staff where id = $1 and break_called_by is not null
       union all select 1 from staff_break where staff_id = $1 and called_by is not null and until > clock_timestamp()`,
      [staff],
    );
    return rows.length > 0;
  }

  /** The planned end is now. They can still check out, and begin another shift as far as their hours allow. */
  async closeShift(fact: FactOf<'shift_closed'>): Promise<void> {
    const { staff, by, at } = fact;
    await this.tx.query(
      'update shift set ends_at = $2 where staff_id = $1 and ended_at is null and ends_at > $2',
      [staff, new Date(at)],
    );
    await this.tx.query(
      'update staff set shift_ends_at = $2, shift_closed_at = $2, shift_closed_by = $3 where id = $1',
      [staff, new Date(at), by],
    );
    await writeFact(this.writers, fact);
  }

  /** What was allowed before is over: the newest word stands. */
  async allowHours({ staff, by, until, reason, ...fact }: FactOf<'hours_allowed'>): Promise<void> {
    await this.tx.query(
      'update staff set more_hours_until = $2, more_hours_by = $3, more_hours_reason = $4 where id = $1',
      [staff, new Date(until), by, reason],
    );
    await writeFact(this.writers, { staff, by, until, reason, ...fact });
  }

  async noteContact(fact: FactOf<'contact_made'>): Promise<void> {
    await this.tx.query('update staff set contact_wanted_at = null where id = $1', [fact.staff]);
    await writeFact(this.writers, fact);
  }

  /** Whether these words were told to anybody waiting in this service within the last `span` ms. */
  async wasTold(notice: string, service: string, span: number): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      `select 1 from conversation c join timeline_entry e on e.conversation_id = c.id
       where c.service_id = $1 and c.state = 'waiting' and e.kind = $2
         and e.at > clock_timestamp() - $3::double precision * interval '1 millisecond' limit 1`,
      [service, notice, span],
    );
    return rows.length > 0;
  }

  /** An entry of the visitor's own timeline, in its order and kept with it. */
  async tellWaiting(fact: FactOf<'waiting_told'>): Promise<void> {
    const { conversation, notice, at } = fact;
    await appendEvent(this.tx, {
      conversationId: conversation,
      kind: notice,
      staffId: null,
      reason: null,
      at,
    });
    await writeFact(this.writers, fact);
  }
}
