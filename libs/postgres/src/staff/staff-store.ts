import { IsNull, type EntityManager, type Repository } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import { type Instant, type SessionId, type StaffId } from '@warmline/kernel';
import type { RoutingEvent } from '@warmline/routing';
import * as known from '../connection/known-values';
import { RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import {
  staffRows,
  staffSessionTable,
  staffTable,
  type StaffRow,
  type StaffSessionRow,
} from '../setup/service-tables';

type AvailabilityChanged = Extract<RoutingEvent, { type: 'availability_changed' }>;

const LOCK_FREE = new RowQuery<{ readonly id: StaffId }>(
  { id: known.staff },
  'select id from staff where id = any ($1::uuid[]) order by id for no key update skip locked',
);

/** Known devices of one person. */
const DEVICES_MAX = 10;

/** Members of staff, their sessions and their devices. */
export class StaffStore {
  private readonly rows: Repository<StaffRow>;
  private readonly sessions: Repository<StaffSessionRow>;

  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {
    this.rows = tx.getRepository(staffTable);
    this.sessions = tx.getRepository(staffSessionTable);
  }

  async lock(id: StaffId): Promise<StaffRow | null> {
    return staffRows.one(this.tx, 'where t.id = $1 for no key update', [id]);
  }

  /** Locks those whose row is free, in id order, and answers who they are. */
  async lockFree(ids: readonly StaffId[]): Promise<StaffId[]> {
    return (await LOCK_FREE.all(this.tx, [ids])).map(({ id }) => id);
  }

  async findStaff(id: StaffId): Promise<StaffRow | null> {
    return staffRows.one(this.tx, 'where t.id = $1', [id]);
  }

  async findBySignInName(signInName: string): Promise<StaffRow | null> {
    return this.rows.findOneBy({ signInName });
  }

  async setAvailability(fact: AvailabilityChanged): Promise<void> {
    await this.rows.update(
      { id: fact.staff },
      {
        availability: fact.availability,
        awayBecause: fact.availability === 'away' ? (fact.because ?? 'chosen') : null,
        missedOffers: 0,
        freeSince: fact.at,
        shiftEndsAt: fact.shiftEndsAt,
      },
    );
    await writeFact(this.writers, fact);
  }

  async findSession(secretHash: Buffer): Promise<{ session: StaffSessionRow; staff: StaffRow } | null> {
    const session = await this.sessions.findOneBy({ secretHash });
    const staff =
      session === null ? null : await staffRows.one(this.tx, 'where t.id = $1', [session.staffId]);
    return session === null || staff === null ? null : { session, staff };
  }

  async beginSession(
    fact: Extract<IdentityEvent, { type: 'signed_in' }>,
    row: StaffSessionRow,
  ): Promise<void> {
    await this.sessions.insert(row);
    await this.writers.audit.record(fact);
  }

  /** When the person of this session proved who they are; null where nobody knows. */
  async findProvedAt(id: SessionId): Promise<Instant | null> {
    return (await this.sessions.findOneBy({ id }))?.provedAt ?? null;
  }

  /** Sessions that were not ended. Whether one has expired is for libs/identity to say. */
  async findOpenSessions(staffId: StaffId): Promise<StaffSessionRow[]> {
    return this.sessions.findBy({ staffId, endedAt: IsNull() });
  }

  /** False, and nothing is written, when the session has ended already. */
  async endSession(
    fact: Extract<IdentityEvent, { type: 'signed_out' }>,
    { at, replaced }: { readonly at: Instant; readonly replaced: boolean },
  ): Promise<boolean> {
    const open = { id: fact.session, endedAt: IsNull() };
    const { affected } = await this.sessions.update(open, { endedAt: at, replaced });
    if (affected !== 1) return false;
    await writeFact(this.writers, fact);
    return true;
  }

  /**
   * Someone has signed in on this device, by this session: it is known for `span` ms from now. A person has ten devices at most;
   * the one that would be forgotten first gives way.
   */
  async keepDevice(
    { staff, session }: { readonly staff: StaffId; readonly session: SessionId },
    secretHash: Buffer,
    span: number,
  ): Promise<void> {
    await this.tx.query(
      `with kept as (
         insert into staff_device (staff_id, secret_hash, expires_at)
         values ($1, $2, clock_timestamp() + $3::double precision * interval '1 millisecond')
         on conflict (staff_id, secret_hash) do update set expires_at = excluded.expires_at returning id)
       update staff_session set device_id = kept.id from kept where staff_session.id = $4`,
      [staff, secretHash, span, session],
    );
    await this.tx.query(
      `delete from staff_device where staff_id = $1 and secret_hash not in (
         select secret_hash from staff_device where staff_id = $1 and expires_at > clock_timestamp()
         order by expires_at desc limit $2)`,
      [staff, DEVICES_MAX],
    );
  }

  /** Keeps a session from going idle. */
  async useSession(id: SessionId, at: Instant): Promise<void> {
    await this.sessions.update({ id }, { usedAt: at });
  }
}
