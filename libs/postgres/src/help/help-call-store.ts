import type { EntityManager } from 'typeorm';
import type { HelpCall, HelpFact, HelpStep } from '@warmline/help';
import { instant, type ConversationId, type HelpCallId, type Instant } from '@warmline/kernel';
import type { FactWriters } from '../outbox/fact-writers';

interface Row extends Omit<HelpCall, 'calledAt' | 'joinedAt' | 'overAt'> {
  readonly calledAt: Date;
  readonly joinedAt: Date | null;
  readonly overAt: Date | null;
}

const CALL = `
  select id, service_id as service, conversation_id as conversation, staff_id as "calledBy", urgency, called_at as "calledAt",
    answered_by as "answeredBy", joined_at as "joinedAt", over_at as "overAt" from help_call`;

const moment = (value: Date | null): Instant | null => (value === null ? null : instant(value.getTime()));

const asDecided = (row: Row): HelpCall => ({
  ...row,
  calledAt: instant(row.calledAt.getTime()),
  joinedAt: moment(row.joinedAt),
  overAt: moment(row.overAt),
});

/**
 * Calls for help. No note to the live index and no lock on the conversation: who is asked for whom stays as it is, and a call
 * waits for nobody.
 */
export class HelpCallStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async lock(id: HelpCallId): Promise<HelpCall | null> {
    const [row]: Row[] = await this.tx.query(`${CALL} where id = $1 for update`, [id]);
    return row === undefined ? null : asDecided(row);
  }

  /** The open call of this person about this conversation, or about none. */
  async lockOpenOf({
    staff,
    conversation,
  }: Pick<HelpFact<'help_called'>, 'staff' | 'conversation'>): Promise<HelpCall | null> {
    const [row]: Row[] = await this.tx.query(
      `${CALL} where staff_id = $1 and conversation_id is not distinct from $2 and over_at is null for update`,
      [staff, conversation],
    );
    return row === undefined ? null : asDecided(row);
  }

  /** The open calls about this conversation, the oldest first. */
  async lockOpenAbout(conversation: ConversationId): Promise<HelpCall[]> {
    const rows: Row[] = await this.tx.query(
      `${CALL} where conversation_id = $1 and over_at is null order by called_at, id for update`,
      [conversation],
    );
    return rows.map(asDecided);
  }

  /** Whether they hold it, or held it and must still wrap it up. */
  async mayCallAbout({
    staff,
    conversation,
  }: Pick<HelpFact<'help_called'>, 'staff' | 'conversation'>): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      'select 1 from holding where staff_id = $1 and conversation_id = $2 and wrapped_up_at is null',
      [staff, conversation],
    );
    return rows.length > 0;
  }

  /** False when the id is known, or another call of theirs about the same is open: one stands. */
  async makeCall(fact: HelpFact<'help_called'>): Promise<boolean> {
    const made: unknown[] = await this.tx.query(
      `insert into help_call (id, service_id, staff_id, conversation_id, urgency, called_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
      [fact.call, fact.service, fact.staff, fact.conversation, fact.urgency, new Date(fact.at)],
    );
    if (made.length > 0) await this.writers.audit.record(fact);
    return made.length > 0;
  }

  /** False when it was too late: it is over, or somebody else is on their way. Then nothing is recorded. */
  async saveStep(fact: HelpStep): Promise<boolean> {
    const changed = await this.change(fact);
    if (changed) await this.writers.audit.record(fact);
    return changed;
  }

  private async change(fact: HelpStep): Promise<boolean> {
    const at = new Date(fact.at);
    switch (fact.type) {
      case 'help_made_urgent':
        return this.update(`urgency = 'urgent' where id = $1 and over_at is null`, [fact.call]);
      case 'help_answered':
        return this.update(
          'answered_by = $2, answered_at = $3 where id = $1 and answered_by is null and over_at is null',
          [fact.call, fact.by, at],
        );
      case 'help_joined':
        return this.update(
          'joined_at = $3 where id = $1 and answered_by = $2 and joined_at is null and over_at is null',
          [fact.call, fact.by, at],
        );
      case 'help_over':
        return this.update('over_at = $2, over_because = $3 where id = $1 and over_at is null', [
          fact.call,
          at,
          fact.because,
        ]);
    }
  }

  private async update(what: string, parameters: unknown[]): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.tx.query(
      `update help_call set ${what} returning 1`,
      parameters,
    );
    return rows.length > 0;
  }
}
