import type { EntityManager } from 'typeorm';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OwnBlock, ShiftSwap, WellbeingEvent } from '@warmline/wellbeing';
import * as known from '../connection/known-values';
import { moment, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';

type SwapFact = Extract<WellbeingEvent, { readonly swap: string }>;

/** A swap that nobody has answered yet. */
export interface OpenSwap extends ShiftSwap {
  readonly id: string;
  readonly askedBy: StaffId;
  readonly askedOf: StaffId;
}

interface SwapRow {
  readonly id: string;
  readonly askedBy: StaffId;
  readonly askedOf: StaffId;
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
  readonly backBeginsAt: Instant | null;
  readonly backEndsAt: Instant | null;
}

const openWhere = (which: string): RowQuery<SwapRow> =>
  new RowQuery<SwapRow>(
    {
      id: text,
      askedBy: known.staff,
      askedOf: known.staff,
      beginsAt: moment,
      endsAt: moment,
      backBeginsAt: optional(moment),
      backEndsAt: optional(moment),
    },
    `select id, asked_by as "askedBy", asked_of as "askedOf", ${ms('starts_at', 'beginsAt')}, ${ms('ends_at', 'endsAt')},
       ${ms('back_starts_at', 'backBeginsAt')}, ${ms('back_ends_at', 'backEndsAt')}
     from shift_swap where service_id = $1 and state = 'asked' and ${which} for update`,
  );
const OPEN = openWhere('id = $2');
const OPEN_OF_SHIFT = openWhere('asked_by = $2 and starts_at = $3');

const PLAN = new RowQuery<OwnBlock>(
  { beginsAt: moment, endsAt: moment },
  `select ${ms('starts_at', 'beginsAt')}, ${ms('ends_at', 'endsAt')} from rota_block
   where service_id = $1 and staff_id = $2 and ends_at > clock_timestamp() - interval '8 days' order by starts_at`,
);

const ACTIVE = new RowQuery<{ readonly id: StaffId; readonly role: string }>(
  { id: known.staff, role: text },
  'select id, role from staff where service_id = $1 and id = any ($2::uuid[]) and active order by id for no key update',
);

const ASK = new RowQuery<{ readonly id: string }>(
  { id: text },
  `insert into shift_swap (id, service_id, asked_by, asked_of, starts_at, ends_at, back_starts_at, back_ends_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (asked_by, starts_at) where state = 'asked' do nothing returning id`,
);

const blockOf = (beginsAt: Instant | null, endsAt: Instant | null): OwnBlock | null =>
  beginsAt === null || endsAt === null ? null : { beginsAt, endsAt };

const openOf = (row: SwapRow | null): OpenSwap | null => {
  if (row === null) return null;
  const { id, askedBy, askedOf, beginsAt, endsAt, backBeginsAt, backEndsAt } = row;
  return { id, askedBy, askedOf, given: { beginsAt, endsAt }, back: blockOf(backBeginsAt, backEndsAt) };
};

const STATES = { swap_agreed: 'agreed', swap_declined: 'declined', swap_withdrawn: 'withdrawn' } as const;

/** Swaps of shifts between two people. Lock the rota first, then the people. */
export class SwapStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Whether both are active and have the same role, so that one can be on in the place of the other. Locks both. */
  async lockAlike(service: ServiceId, one: StaffId, other: StaffId): Promise<boolean> {
    const [left, right, ...more] = await ACTIVE.all(this.tx, [service, [one, other]]);
    return left !== undefined && right !== undefined && more.length === 0 && left.role === right.role;
  }

  /** The shifts of a person from eight days ago on. */
  async findPlan(service: ServiceId, staff: StaffId): Promise<OwnBlock[]> {
    return PLAN.all(this.tx, [service, staff]);
  }

  /** The open swap of this id, locked; null when it was answered, or is of another service. */
  async lockOpen(service: ServiceId, swap: string): Promise<OpenSwap | null> {
    return openOf(await OPEN.first(this.tx, [service, swap]));
  }

  /** The open swap in which the person offers the shift that begins then, locked; null when there is none. */
  async lockOffered(service: ServiceId, staff: StaffId, beginsAt: Instant): Promise<OpenSwap | null> {
    return openOf(await OPEN_OF_SHIFT.first(this.tx, [service, staff, new Date(beginsAt)]));
  }

  /** False when the person has offered this shift to someone already. */
  async ask(fact: Extract<SwapFact, { type: 'swap_asked' }>, { given, back }: ShiftSwap): Promise<boolean> {
    const { swap, service, staff, whom } = fact;
    const [added] = await ASK.all(this.tx, [
      swap,
      service,
      staff,
      whom,
      ...[given.beginsAt, given.endsAt].map((at) => new Date(at)),
      ...[back?.beginsAt, back?.endsAt].map((at) => (at === undefined ? null : new Date(at))),
    ]);
    if (added === undefined) return false;
    await this.writers.audit.record(fact);
    return true;
  }

  /** Declined or withdrawn. Lock it first. */
  async close(fact: Exclude<SwapFact, { type: 'swap_asked' }>): Promise<void> {
    await this.tx.query('update shift_swap set state = $2, answered_at = clock_timestamp() where id = $1', [
      fact.swap,
      STATES[fact.type],
    ]);
    await this.writers.audit.record(fact);
  }

  /** Each has the shift of the other from now on. The list of the rota has a new version, and its older saves cannot be undone. */
  async agree(fact: Extract<SwapFact, { type: 'swap_agreed' }>, { given, back }: ShiftSwap): Promise<void> {
    const { service, staff: taker, whom: giver } = fact;
    // A person has one shift at a moment, so what is given back leaves the rota while the other shift moves.
    if (back !== null) await this.remove(back, taker);
    await this.take(given, giver, taker);
    if (back !== null) await this.add(service, back, giver);
    await noteListChanged(this.tx, { service, list: 'rota' });
    await this.close(fact);
    for (const staff of [taker, giver]) await this.writers.outbox.addNote('staff', staff, service);
  }

  private async take(block: OwnBlock, from: StaffId, to: StaffId): Promise<void> {
    await this.tx.query('update rota_block set staff_id = $3 where staff_id = $1 and starts_at = $2', [
      from,
      new Date(block.beginsAt),
      to,
    ]);
  }

  private async remove({ beginsAt }: OwnBlock, from: StaffId): Promise<void> {
    await this.tx.query('delete from rota_block where staff_id = $1 and starts_at = $2', [
      from,
      new Date(beginsAt),
    ]);
  }

  private async add(service: ServiceId, { beginsAt, endsAt }: OwnBlock, to: StaffId): Promise<void> {
    await this.tx.query(
      'insert into rota_block (service_id, staff_id, starts_at, ends_at) values ($1, $2, $3, $4)',
      [service, to, new Date(beginsAt), new Date(endsAt)],
    );
  }
}
