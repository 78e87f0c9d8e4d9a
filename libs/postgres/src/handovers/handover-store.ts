import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { BriefShown, Handover, HandoverEvent, HandoverFact, Target } from '@warmline/handover';
import {
  assertNever,
  later,
  type ConversationId,
  type HandoverId,
  type Instant,
  type StaffId,
} from '@warmline/kernel';
import * as known from '../connection/known-values';
import { RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { appendEvent, type TimelineEvent } from '../timeline/timeline-events';
import { handoverTable, type HandoverRow } from './handover-table';

/** What a proposal is made of beside the fact. */
export interface NewHandover {
  readonly target: Target;
  readonly mustLeave: boolean;
  readonly briefSealed: Buffer;
}

/** Every fact after the first, which makes the row. */
type Later = Exclude<HandoverEvent, { type: 'handover_proposed' }>;
type Change = Partial<
  Pick<
    HandoverRow,
    | 'state'
    | 'reason'
    | 'receiverId'
    | 'expiresAt'
    | 'briefReadAt'
    | 'receiverLeaseUntil'
    | 'passedAt'
    | 'closedAt'
  >
>;

const ASKED = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  'select staff_id as staff from handover_asked where handover_id = $1',
);

type ShownNow = Pick<BriefShown, 'handover' | 'to'>;

/** Both at once on two gateways: one of them inserts the row, and that one is audited. */
const SHOWN = new RowQuery<ShownNow>(
  { handover: known.handover, to: known.staff },
  `
  insert into brief_shown (handover_id, staff_id, shown_at)
  select handover, staff, clock_timestamp() from unnest($1::uuid[], $2::uuid[]) as shown(handover, staff)
  order by handover, staff
  on conflict do nothing returning handover_id as handover, staff_id as "to"`,
);

/** Handovers: each fact saves its row, its timeline entries, its audit row and its notes. */
export class HandoverStore {
  private readonly rows: Repository<HandoverRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
    /** Lease of a receiver who is not the holder yet (ms). */
    private readonly lease: number,
  ) {
    this.rows = tx.getRepository(handoverTable);
  }

  /** Without a lock: every change of a handover is made under the lock of its conversation. */
  async findHandover(id: HandoverId): Promise<{ handover: Handover; row: HandoverRow } | null> {
    const row = await this.rows.findOneBy({ id });
    return row === null ? null : { handover: asDecided(row), row };
  }

  async findOpenFor(conversationId: ConversationId): Promise<Handover | null> {
    const row = await this.rows.findOneBy({ conversationId, closedAt: IsNull() });
    return row === null ? null : asDecided(row);
  }

  async findAsked(id: HandoverId): Promise<Set<StaffId>> {
    const asked = await ASKED.all(this.tx, [id]);
    return new Set(asked.map(({ staff }) => staff));
  }

  /** Violates a partial unique index when another handover of the conversation is open. */
  async propose(fact: HandoverFact<'handover_proposed'>, made: NewHandover): Promise<void> {
    const { target, ...rest } = made;
    await this.rows.insert({
      ...rest,
      id: fact.handover,
      serviceId: fact.service,
      conversationId: fact.conversation,
      kind: fact.kind,
      state: 'proposed',
      epoch: fact.epoch,
      senderId: fact.sender,
      proposedBy: fact.by,
      target: target.to,
      targetStaffId: target.to === 'person' ? target.staff : null,
      targetSkill: target.to === 'skill' ? target.skill : null,
      proposedAt: fact.at,
      expiresAt: fact.expiresAt,
    });
    await writeFact(this.writers, fact);
  }

  /** Once a person and handover; people who were shown it before are left out. No desk changes by it. */
  async saveShown(facts: readonly BriefShown[]): Promise<void> {
    const columns = [facts.map(({ handover }) => handover), facts.map(({ to }) => to)];
    const shown = await SHOWN.all(this.tx, columns);
    const isNew = (fact: BriefShown): boolean =>
      shown.some(({ handover, to }) => handover === fact.handover && to === fact.to);
    await this.writers.audit.record(...facts.filter(isNew));
  }

  /** Violates a partial unique index when the person is asked to take another conversation. */
  async saveStep(fact: Later): Promise<void> {
    await this.rows.update({ id: fact.handover }, changeOf(fact, this.lease));
    if (fact.type === 'handover_offered')
      await this.tx.query(
        'insert into handover_asked (handover_id, staff_id) values ($1, $2) on conflict do nothing',
        [fact.handover, fact.receiver],
      );
    for (const event of toldBy(fact)) await appendEvent(this.tx, event);
    await writeFact(this.writers, fact);
  }
}

type Ends = HandoverFact<'control_passed' | 'handover_left' | 'handover_closed'>;

const changeAtEnd = (fact: Ends): Change => {
  switch (fact.type) {
    case 'control_passed':
      return {
        state: 'control_passed',
        passedAt: fact.at,
        expiresAt: fact.expiresAt,
        receiverLeaseUntil: null,
      };
    case 'handover_left':
      return { state: 'left', closedAt: fact.at, expiresAt: null };
    case 'handover_closed':
      return { state: fact.state, reason: fact.reason, closedAt: fact.at, receiverLeaseUntil: null };
    default:
      return assertNever(fact);
  }
};

const changeOf = (fact: Later, lease: number): Change => {
  switch (fact.type) {
    case 'handover_offered':
      return { state: 'offered', receiverId: fact.receiver, expiresAt: fact.expiresAt };
    case 'handover_declined':
    case 'handover_missed':
      return { state: 'proposed', receiverId: null, expiresAt: fact.expiresAt };
    case 'handover_accepted':
      return { receiverLeaseUntil: later(fact.at, lease) };
    case 'visitor_asked':
      return { state: 'visitor_asked', expiresAt: fact.expiresAt };
    case 'visitor_agreed':
      return { expiresAt: null };
    case 'handover_joined':
      return { state: 'joined', expiresAt: null };
    case 'brief_read':
      return { briefReadAt: fact.at };
    default:
      return changeAtEnd(fact);
  }
};

/** What the visitor's timeline shows of a step (HND4). */
const toldBy = (fact: Later): TimelineEvent[] => {
  const entry = (kind: TimelineEvent['kind'], staffId: StaffId): TimelineEvent => ({
    conversationId: fact.conversation,
    kind,
    staffId,
    reason: null,
    at: fact.at,
  });
  if (fact.type === 'handover_joined')
    return [...(fact.mustLeave ? [entry('must_leave', fact.sender)] : []), entry('joined', fact.receiver)];
  return fact.type === 'handover_left' && fact.isTold ? [entry('left', fact.sender)] : [];
};

const targetOf = ({ target, targetStaffId, targetSkill }: HandoverRow): Target => {
  if (target === 'person' && targetStaffId !== null) return { to: 'person', staff: targetStaffId };
  return target === 'skill' && targetSkill !== null ? { to: 'skill', skill: targetSkill } : { to: 'queue' };
};

/** A field that every open handover in this state has; the table cannot demand it for one state alone. */
const owned = <Value>(value: Value | null): Value => {
  if (value === null) throw new TypeError('an open handover has what its state needs');
  return value;
};

const asDecided = (row: HandoverRow): Handover => {
  const everyones = {
    id: row.id,
    service: row.serviceId,
    conversation: row.conversationId,
    kind: row.kind,
    epoch: row.epoch,
    sender: row.senderId,
    proposedBy: row.proposedBy,
    target: targetOf(row),
    mustLeave: row.mustLeave,
  };
  const { state } = row;
  const step = (): { expiresAt: Instant } => ({ expiresAt: owned(row.expiresAt) });
  const withReceiver = () => ({
    ...everyones,
    receiver: owned(row.receiverId),
    briefRead: row.briefReadAt !== null,
  });
  switch (state) {
    case 'proposed':
      return { ...everyones, state, ...step() };
    case 'offered':
    case 'visitor_asked':
    case 'control_passed':
      return { ...withReceiver(), state, ...step() };
    case 'joined':
      return { ...withReceiver(), state };
    default:
      return { ...everyones, state, receiver: row.receiverId };
  }
};
