import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { shiftId, type ShiftId, type StaffId } from '@warmline/kernel';
import type { WellbeingEvent } from '@warmline/wellbeing';
import { idOf } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { loadResponders, type StoredResponder } from './responders';

type FactOf<Type extends WellbeingEvent['type']> = Extract<WellbeingEvent, { type: Type }>;

/** What someone says about the shift they end; every part is optional. */
export interface CheckedOut {
  readonly feeling: 'fine' | 'tired' | 'heavy' | null;
  readonly review: {
    readonly wentWell: boolean;
    readonly passOn: boolean;
    readonly wantsContact: boolean;
  } | null;
}

const OPEN_SHIFT = new RowQuery<{ readonly id: ShiftId }>(
  { id: idOf(shiftId) },
  'select id from shift where staff_id = $1 and ended_at is null',
);

const asDate = (at: number): Date => new Date(at);

/** Shifts, breaks, cool-downs and muted topics. Lock the staff row first if the command decides something. */
export class ShiftStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /**
   * Everything that decides which visitors they may be offered now. Lock them first if the answer decides something.
   * `quietAfter`: after this long without a message a visitor counts half (ms).
   */
  async loadResponders(staff: readonly StaffId[], quietAfter: number): Promise<StoredResponder[]> {
    return loadResponders(this.tx, staff, quietAfter);
  }

  async loadResponder(staff: StaffId, quietAfter: number): Promise<StoredResponder | null> {
    const [found] = await loadResponders(this.tx, [staff], quietAfter);
    return found ?? null;
  }

  /** Their running shift, or one past its end that was not followed by another. */
  async findOpenShift(staff: StaffId): Promise<ShiftId | null> {
    return (await OPEN_SHIFT.first(this.tx, [staff]))?.id ?? null;
  }

  /** Changes the shift if it exists; an older open shift ends at its planned end. */
  async checkIn(fact: FactOf<'checked_in'>): Promise<void> {
    const { shift, staff, service, at, shiftEndsAt, checkIn, takesSurge } = fact;
    await this.tx.query(
      `update shift set ended_at = least(ends_at, $3) where staff_id = $1 and ended_at is null and id <> $2`,
      [staff, shift, asDate(at)],
    );
    await this.tx.query(
      `insert into shift (id, service_id, staff_id, began_at, ends_at, check_in, checked_in_at, takes_surge)
       values ($1, $2, $3, $4, $5, $6, $4, $7)
       on conflict (id) do update set check_in = $6, checked_in_at = $4, takes_surge = $7`,
      [shift, service, staff, asDate(at), asDate(shiftEndsAt), checkIn, takesSurge],
    );
    await this.tx.query('update staff set shift_ends_at = $2 where id = $1', [staff, asDate(shiftEndsAt)]);
    await writeFact(this.writers, fact);
  }

  async checkOut(fact: FactOf<'checked_out'>, { feeling, review }: CheckedOut): Promise<void> {
    await this.tx.query(
      `update shift set ended_at = $2, feeling = $3, went_well = $4, pass_on = $5, wants_contact = $6 where id = $1`,
      [
        fact.shift,
        asDate(fact.at),
        feeling,
        review?.wentWell ?? null,
        review?.passOn ?? null,
        review?.wantsContact ?? null,
      ],
    );
    await this.tx.query('update staff set shift_ends_at = $2 where id = $1', [fact.staff, asDate(fact.at)]);
    await writeFact(this.writers, fact);
  }

  async beginBreak(fact: FactOf<'break_began'>): Promise<void> {
    const { staff, at, until } = fact;
    await this.tx.query('insert into staff_break (id, staff_id, began_at, until) values ($1, $2, $3, $4)', [
      uuid(),
      staff,
      asDate(at),
      asDate(until),
    ]);
    await this.tx.query('update staff set break_wanted = false, break_delayed_until = null where id = $1', [
      staff,
    ]);
    await writeFact(this.writers, fact);
  }

  async planBreak(fact: FactOf<'break_wanted' | 'break_delayed'>): Promise<void> {
    const delayed = fact.type === 'break_delayed' ? asDate(fact.until) : null;
    await this.tx.query(
      `update staff set break_wanted = $2, break_delayed_until = coalesce($3, break_delayed_until) where id = $1`,
      [fact.staff, fact.type === 'break_wanted', delayed],
    );
    await writeFact(this.writers, fact);
  }

  /** They came back early from a break that was not due: it is over and does not count. */
  async endBreak(fact: FactOf<'break_ended'>): Promise<void> {
    await this.tx.query('delete from staff_break where staff_id = $1 and until > $2', [
      fact.staff,
      asDate(fact.at),
    ]);
    await this.tx.query('update staff set break_wanted = false where id = $1', [fact.staff]);
    await writeFact(this.writers, fact);
  }

  async extendCoolDown(fact: FactOf<'rest_extended'>): Promise<void> {
    await this.tx.query('update staff set cool_down_extended = true where id = $1', [fact.staff]);
    await writeFact(this.writers, fact);
  }

  /** Asking again changes nothing until someone has spoken with them. */
  async wantContact(fact: FactOf<'contact_wanted'>): Promise<void> {
    await this.tx.query(
      'update staff set contact_wanted_at = coalesce(contact_wanted_at, $2) where id = $1',
      [fact.staff, asDate(fact.at)],
    );
    await writeFact(this.writers, fact);
  }

  async muteTopic(fact: FactOf<'topic_muted'>): Promise<void> {
    await this.tx.query('insert into topic_mute (shift_id, topic) values ($1, $2) on conflict do nothing', [
      fact.shift,
      fact.topic,
    ]);
    await writeFact(this.writers, fact);
  }
}
