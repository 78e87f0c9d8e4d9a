import type { EntityManager } from 'typeorm';
import type { HelpCall, HelpFact, HelpStep } from '@warmline/help';
import type { ConversationId, HelpCallId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { changedRows, dateMoment, oneOf, optional, type Columns } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { isKeptById } from '../conversations/expiry';
import type { FactWriters } from '../outbox/fact-writers';
import { IS_UNHEARD, UNHEARD, type UnheardFacts } from './unheard-facts';

const CALL = `
  select id, service_id as service, conversation_id as conversation, staff_id as "calledBy", urgency, because, called_at as "calledAt",
    answered_by as "answeredBy", joined_at as "joinedAt", over_at as "overAt" from help_call`;

const COLUMNS: Columns<HelpCall> = {
  id: known.helpCall,
  service: known.service,
  conversation: optional(known.conversation),
  calledBy: known.staff,
  urgency: oneOf<HelpCall['urgency']>({ normal: true, urgent: true }),
  because: oneOf<HelpCall['because']>({ pressed: true, facts: true }),
  calledAt: dateMoment,
  answeredBy: optional(known.staff),
  joinedAt: optional(dateMoment),
  overAt: optional(dateMoment),
};

const BY_ID = new RowQuery(COLUMNS, `${CALL} where id = $1 for update`);

const OPEN_OF = new RowQuery(
  COLUMNS,
  `${CALL} where staff_id = $1 and conversation_id is not distinct from $2 and over_at is null for update`,
);

const OPEN_ABOUT = new RowQuery(
  COLUMNS,
  `${CALL} where conversation_id = $1 and over_at is null order by called_at, id for update`,
);

/**
 * Calls for help. They need no note to the live index, since offers stay as they are, and no lock on the conversation, so
 * that a call never waits.
 */
export class HelpCallStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async lock(id: HelpCallId): Promise<HelpCall | null> {
    return BY_ID.first(this.tx, [id]);
  }

  /** The open call of this person about this conversation, or about none. */
  async lockOpenOf({
    staff,
    conversation,
  }: Pick<HelpFact<'help_called'>, 'staff' | 'conversation'>): Promise<HelpCall | null> {
    return OPEN_OF.first(this.tx, [staff, conversation]);
  }

  /** The open calls about this conversation, the oldest first. */
  async lockOpenAbout(conversation: ConversationId): Promise<HelpCall[]> {
    return OPEN_ABOUT.all(this.tx, [conversation]);
  }

  /** Whether facts about its conversation ask for a supervisor, and none has heard. Lock the call first. */
  async isUnheard({ conversation }: Pick<HelpCall, 'conversation'>): Promise<boolean> {
    return conversation !== null && finds(this.tx, IS_UNHEARD, [conversation]);
  }

  /** Who has to call again about this conversation; null when nobody has. Lock the conversation first. */
  async findUnheard(conversation: ConversationId): Promise<UnheardFacts | null> {
    return UNHEARD.first(this.tx, [conversation, 1, null]);
  }

  /** Whether they hold the conversation, or still have to wrap it up. */
  async mayCallAbout({
    staff,
    conversation,
  }: Pick<HelpFact<'help_called'>, 'staff' | 'conversation'>): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from holding where staff_id = $1 and conversation_id = $2 and wrapped_up_at is null and ${isKeptById('$2')}`,
      [staff, conversation],
    );
  }

  /** False when the id is known, or when a call of theirs about the same conversation is open. */
  async makeCall(fact: HelpFact<'help_called'>): Promise<boolean> {
    const isNew = await finds(
      this.tx,
      `insert into help_call (id, service_id, staff_id, conversation_id, urgency, because, called_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
      [fact.call, fact.service, fact.staff, fact.conversation, fact.urgency, fact.because, new Date(fact.at)],
    );
    if (isNew) await this.writers.audit.record(fact);
    return isNew;
  }

  /** False when it was too late: the call is over, or someone else has answered it. Nothing is recorded then. */
  async saveStep(fact: HelpStep): Promise<boolean> {
    const changed = await this.change(fact);
    if (changed) await this.writers.audit.record(fact);
    return changed;
  }

  private async change(fact: HelpStep): Promise<boolean> {
    const at = new Date(fact.at);
    switch (fact.type) {
      case 'help_made_urgent':
        return this.update(`urgency = 'urgent', because = $2 where id = $1 and over_at is null`, [
          fact.call,
          fact.because,
        ]);
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
    return changedRows(await this.tx.query(`update help_call set ${what}`, parameters)) > 0;
  }
}
