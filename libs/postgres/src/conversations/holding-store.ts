import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { ConversationEvent } from '@warmline/conversation';
import { later, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import { REFRESHER_AFTER } from '@warmline/wellbeing';
import { text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { overtakeEndings } from '../endings/ending-store';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { staffTable } from '../setup/service-tables';
import { appendEvent } from '../timeline/timeline-events';
import { conversationTable, holdingTable, type HoldingRow } from './conversation-tables';

type Began = Extract<ConversationEvent, { type: 'holding_began' }>;
type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;
type Passed = Extract<ConversationEvent, { type: 'holding_passed' }>;
type Lost = Extract<ConversationEvent, { type: 'holding_lost' }>;
type WrappedUp = Extract<ConversationEvent, { type: 'wrapped_up' }>;

export type StoredWrapUp = Pick<HoldingRow, 'wrapUpSealed' | 'contactKind' | 'topics' | 'outcome'>;

/** What a responder holds, counted by weight. */
export interface HeldCounts {
  readonly standard: number;
  readonly answerFirst: number;
  readonly wrapUps: number;
}

const WEIGHED_AS = 'case when c.safety_step_at is null then c.band else 1 end as band';

/**
 * As SQL: a row for each item of someone's caseload. Open items have their band, 1 while a safety step is open, and say when
 * the visitor was last heard; the others wait for their wrap-up.
 */
export const CARRIED_BY = (staff: string): string => `
  select h.ended_at is null as open, ${WEIGHED_AS}, greatest(h.began_at, c.visitor_message_at) as heard_at
  from holding h join conversation c on c.id = h.conversation_id
  where h.staff_id = ${staff} and h.wrapped_up_at is null
  union all
  select true, ${WEIGHED_AS}, clock_timestamp()
  from handover v join conversation c on c.id = v.conversation_id
  where v.receiver_id = ${staff} and v.state in ('visitor_asked', 'joined')`;

const HELD = new RowQuery<HeldCounts>(
  { standard: whole, answerFirst: whole, wrapUps: whole },
  `
  select count(*) filter (where open and band > 1)::integer as standard,
    count(*) filter (where open and band = 1)::integer as "answerFirst",
    count(*) filter (where not open)::integer as "wrapUps"
  from (${CARRIED_BY('$1')}) carried`,
);

const HELD_IN_DANGER = new RowQuery<{ readonly epoch: number }>(
  { epoch: whole },
  `
  select h.epoch from holding h join conversation c on c.id = h.conversation_id
  where h.staff_id = $1 and h.ended_at is null and c.in_danger limit 1`,
);

/** A person who talks with visitors now: how many, and how many of those are in danger. */
export interface TalkingStaff {
  readonly name: string;
  readonly visitors: number;
  readonly inDanger: number;
}

const TALKING = new RowQuery<TalkingStaff>(
  { name: text, visitors: whole, inDanger: whole },
  `
  select s.name, count(*)::integer as visitors, count(*) filter (where c.in_danger)::integer as "inDanger"
  from holding h join conversation c on c.id = h.conversation_id join staff s on s.id = h.staff_id
  where s.service_id = $1 and s.sign_in_name = any ($2::text[]) and h.ended_at is null and c.state = 'talking'
  group by s.id, s.name order by s.name`,
);

/** Holdings, and what begins and ends with them for their holder. */
export class HoldingStore {
  private readonly rows: Repository<HoldingRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
    /** Lease of a new holding (ms). */
    private readonly lease: number,
  ) {
    this.rows = tx.getRepository(holdingTable);
  }

  /** Those with one of these sign-in names who hold a conversation now. */
  async findTalking(service: ServiceId, signInNames: readonly string[]): Promise<TalkingStaff[]> {
    return signInNames.length === 0 ? [] : TALKING.all(this.tx, [service, signInNames]);
  }

  async findHolding(conversationId: ConversationId, epoch: number): Promise<HoldingRow | null> {
    return this.rows.findOneBy({ conversationId, epoch });
  }

  /** Whether this epoch of the conversation was ever theirs. */
  async wasHeld(conversationId: ConversationId, epoch: number, staffId: StaffId): Promise<boolean> {
    return this.rows.existsBy({ conversationId, epoch, staffId });
  }

  /** What they hold now and have accepted to take over. Lock their staff row first if it decides something. */
  async heldBy(staff: StaffId): Promise<HeldCounts> {
    return HELD.one(this.tx, [staff]);
  }

  /** Whether they hold any conversation in danger: then they do not leave (SAF2). Lock their staff row first, as `begin` does. */
  async holdsDanger(staff: StaffId): Promise<boolean> {
    return (await HELD_IN_DANGER.first(this.tx, [staff])) !== null;
  }

  /**
   * Violates the partial unique index when someone holds the conversation already. `isTold`: the timeline says that they
   * joined; false if it has said so before.
   */
  async begin(fact: Began, { isTold = true }: { readonly isTold?: boolean } = {}): Promise<void> {
    const { conversation, staff, epoch, at } = fact;
    const leaseUntil = later(at, this.lease);
    await this.rows.insert({ conversationId: conversation, epoch, staffId: staff, beganAt: at, leaseUntil });
    await this.tx.getRepository(conversationTable).update({ id: conversation }, { state: 'talking', epoch });
    await this.tx.query(
      `with answered as (delete from supervisor_call where conversation_id = $3)
       update staff set free_since = $2, active_at = $2, conversations_held = conversations_held + 1,
         returned_at = case when active_at < $2::timestamptz - $4::double precision * interval '1 millisecond'
           then $2 else returned_at end
       where id = $1`,
      [staff, new Date(at), conversation, REFRESHER_AFTER],
    );
    if (isTold)
      await appendEvent(this.tx, {
        conversationId: conversation,
        kind: 'joined',
        staffId: staff,
        reason: null,
        at,
      });
    await writeFact(this.writers, fact);
  }

  /** Ends the holding without a wrap-up, since the conversation goes on with someone else. The next one starts with `begin`. */
  async pass(fact: Passed, { isTold }: { readonly isTold: boolean }): Promise<void> {
    const { conversation, epoch, at, staff } = fact;
    await this.rows.update({ conversationId: conversation, epoch }, { endedAt: at, wrappedUpAt: at });
    await overtakeEndings(this.writers, conversation, at);
    await this.beginCoolDown(staff, { conversation, at, isHeavy: false });
    if (isTold)
      await appendEvent(this.tx, {
        conversationId: conversation,
        kind: 'left',
        staffId: staff,
        reason: null,
        at,
      });
    await writeFact(this.writers, fact);
  }

  /** Ends the open holding of a conversation that ends. The holder's load changes with it. */
  async close({ conversation, service, at, reason }: Ended): Promise<void> {
    const open = await this.rows.findOneBy({ conversationId: conversation, endedAt: IsNull() });
    if (open === null) return;
    await this.rows.update({ conversationId: conversation, epoch: open.epoch }, { endedAt: at });
    await overtakeEndings(this.writers, conversation, at);
    const isHeavy = reason === 'safety_action' || reason === 'boundary';
    await this.beginCoolDown(open.staffId, { conversation, at, isHeavy });
    await this.writers.outbox.addNote('staff', open.staffId, service);
  }

  /** Starts their cool-down: the long one after band 1, a heavy topic, or a heavy ending. */
  private async beginCoolDown(
    staff: StaffId,
    {
      conversation,
      at,
      isHeavy,
    }: { readonly conversation: string; readonly at: number; readonly isHeavy: boolean },
  ): Promise<void> {
    await this.tx.query(
      `update staff s set free_since = $2, active_at = $2, cool_down_since = $2, cool_down_extended = false,
         heavy_since = case when $4 or c.band = 1 or c.topics && y.heavy_topics then $2 else s.heavy_since end
       from conversation c join service y on y.id = c.service_id
       where s.id = $1 and c.id = $3`,
      [staff, new Date(at), conversation, isHeavy],
    );
  }

  /** The visitor waits again with their first entry time. A lost holding has no wrap-up, since the conversation goes on. */
  async lose(fact: Lost): Promise<void> {
    const { conversation, epoch, at, staff, band } = fact;
    await this.rows.update({ conversationId: conversation, epoch }, { endedAt: at, wrappedUpAt: at });
    await overtakeEndings(this.writers, conversation, at);
    await this.tx
      .getRepository(conversationTable)
      .update(
        { id: conversation },
        { state: 'waiting', waitingSince: at, band, bandBecause: 'responder_lost' },
      );
    await appendEvent(this.tx, {
      conversationId: conversation,
      kind: 'requeued',
      staffId: staff,
      reason: null,
      at,
    });
    await writeFact(this.writers, fact);
  }

  async wrapUp(fact: WrappedUp, stored: StoredWrapUp): Promise<void> {
    const { conversation, epoch, at, staff } = fact;
    await this.rows.update({ conversationId: conversation, epoch }, { ...stored, wrappedUpAt: at });
    await this.tx.getRepository(staffTable).update({ id: staff }, { freeSince: at });
    await writeFact(this.writers, fact);
  }
}
