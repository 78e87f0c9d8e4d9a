import type { EntityManager } from 'typeorm';
import type { ConversationId, StaffId } from '@warmline/kernel';
import type { LoweringReason } from '@warmline/vocabulary';
import type { SupervisionEvent } from '@warmline/wellbeing';
import { finds } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';
import { appendEvent } from '../timeline/timeline-events';
import { lockListed } from './account-store';

type FactOf<Type extends SupervisionEvent['type']> = Extract<SupervisionEvent, { type: Type }>;

/** Who lowered a visitor's band, and why: a code. */
export interface Lowering {
  readonly by: StaffId;
  readonly reason: LoweringReason;
}

/** What supervisors do about colleagues and about everyone who waits. Lock the row first if the command decides something. */
export class SupervisionStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Kept beside a change of band; null removes it. */
  async noteLowering(conversation: ConversationId, lowering: Lowering | null): Promise<void> {
    await this.tx.query('update conversation set lowered_by = $2, lowered_reason = $3 where id = $1', [
      conversation,
      lowering?.by ?? null,
      lowering?.reason ?? null,
    ]);
  }

  /** Before their capacity is set. Locks the list of people, then the person: do not lock the person before. */
  async lockCapacity(person: Pick<FactOf<'capacity_set'>, 'service' | 'staff'>): Promise<void> {
    await lockListed(this.tx, person);
  }

  /** The list of people holds it as well, so the list is noted as changed. */
  async setCapacity(fact: FactOf<'capacity_set'>): Promise<void> {
    await noteListChanged(this.tx, { service: fact.service, list: 'people' });
    await this.tx.query('update staff set capacity = $2 where id = $1', [fact.staff, fact.capacity]);
    await writeFact(this.writers, fact);
  }

  /** The break begins like one they asked for: once they hold no conversation. */
  async callBreak(fact: FactOf<'break_called'>): Promise<void> {
    await this.tx.query('update staff set break_wanted = true, break_called_by = $2 where id = $1', [
      fact.staff,
      fact.by,
    ]);
    await writeFact(this.writers, fact);
  }

  /** Whether a supervisor called the break they are on or will take. People may only end a break they asked for. */
  async isBreakCalled(staff: StaffId): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from staff where id = $1 and break_called_by is not null
       union all select 1 from staff_break where staff_id = $1 and called_by is not null and until > clock_timestamp()`,
      [staff],
    );
  }

  /** Moves the planned end to now. They can still check out, and begin another shift if their hours allow it. */
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

  /** Replaces what was allowed before. */
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

  /** Whether this notice was shown to any waiting visitor of this service within the last `span` ms. */
  async wasTold(notice: string, service: string, span: number): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from conversation c join timeline_entry e on e.conversation_id = c.id
       where c.service_id = $1 and c.state = 'waiting' and e.kind = $2
         and e.at > clock_timestamp() - $3::double precision * interval '1 millisecond' limit 1`,
      [service, notice, span],
    );
  }

  /** Appends the notice to the visitor's timeline. */
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
