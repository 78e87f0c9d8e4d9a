import type { EntityManager } from 'typeorm';
import type { IdentityEvent, InviteTimes } from '@warmline/identity';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OnCallResult, Role } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { changedRows, flag, moment, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { ON_CALL_RESULT } from '../help/on-call-read-model';
import type { FactWriters } from '../outbox/fact-writers';
import { lockListed, rename } from './account-store';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

/** What is stored as the password of an account that nobody has opened yet. No password opens it. */
export const NO_PASSWORD = 'no password opens this';

export interface StoredInvite extends InviteTimes {
  readonly service: ServiceId;
  readonly serviceName: string;
  readonly staff: StaffId;
  readonly signInName: string;
  readonly name: string;
  readonly madeBy: StaffId;
  /** How often its link was sent by e-mail. */
  readonly mails: number;
  /** Of the service. */
  readonly timeZone: string;
}

/** Someone with an account, and the newest invite to it. */
export interface InvitedPerson {
  readonly staff: StaffId;
  readonly signInName: string;
  readonly name: string;
  readonly role: Role;
  /** They have opened their account. */
  readonly isOpened: boolean;
  readonly expiresAt: Instant | null;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly mailedAt: Instant | null;
  readonly mailResult: OnCallResult | null;
}

const times = `${ms('i.expires_at', 'expiresAt')}, ${ms('i.used_at', 'usedAt')}, ${ms('i.revoked_at', 'revokedAt')}`;
const BY_SECRET = new RowQuery<StoredInvite>(
  {
    service: known.service,
    serviceName: text,
    staff: known.staff,
    signInName: text,
    name: text,
    expiresAt: moment,
    usedAt: optional(moment),
    revokedAt: optional(moment),
    madeBy: known.staff,
    mails: whole,
    timeZone: text,
  },
  `select i.service_id as service, i.made_by as "madeBy", i.mails, v.time_zone as "timeZone", v.name as "serviceName", i.staff_id as staff, s.sign_in_name as "signInName", s.name, ${times}
   from invite i join staff s on s.id = i.staff_id join service v on v.id = i.service_id
   where i.secret_hash = $1 and s.active`,
);

const PEOPLE = new RowQuery<InvitedPerson>(
  {
    staff: known.staff,
    signInName: text,
    name: text,
    role: known.role,
    isOpened: flag,
    expiresAt: optional(moment),
    usedAt: optional(moment),
    revokedAt: optional(moment),
    mailedAt: optional(moment),
    mailResult: optional(ON_CALL_RESULT),
  },
  `select s.id as staff, ${ms('i.mailed_at', 'mailedAt')}, i.mail_result as "mailResult", s.sign_in_name as "signInName", s.name, s.role, s.password_hash <> $2 as "isOpened", ${times}
   from staff s left join lateral (
     select * from invite where staff_id = s.id order by made_at desc, id desc limit 1) i on true
   where s.service_id = $1 and s.active order by s.name, s.id limit 5000`,
);

const MAILS = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `select coalesce(sum(mails), 0)::integer as count from invite
   where service_id = $1 and mailed_at > clock_timestamp() - $2::double precision * interval '1 millisecond'`,
);

/** Links by which people open their account. */
export class InviteStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** For `span` ms, in place of an earlier one. Lock the person first. */
  async make(
    fact: FactOf<'invite_made'>,
    { id, secretHash, span }: { readonly id: string; readonly secretHash: Buffer; readonly span: number },
  ): Promise<void> {
    await this.endOpen(fact.staff);
    await this.tx.query(
      `insert into invite (id, service_id, staff_id, secret_hash, made_by, made_at, expires_at)
       values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp() + $6::double precision * interval '1 millisecond')`,
      [id, fact.service, fact.staff, secretHash, fact.by, span],
    );
    await this.writers.audit.record(fact);
  }

  /** False, and nothing is written, where none is open. */
  async revoke(fact: FactOf<'invite_revoked'>): Promise<boolean> {
    if (!(await this.endOpen(fact.staff))) return false;
    await this.writers.audit.record(fact);
    return true;
  }

  /** Null for one that is unknown, or of someone who may not sign in any more. */
  async find(secretHash: Buffer): Promise<StoredInvite | null> {
    return BY_SECRET.first(this.tx, [secretHash]);
  }

  /** As `find`, once nobody else can use, revoke or replace it. Locks the list of people, then the person, who keeps all their invites. */
  async lock(secretHash: Buffer): Promise<StoredInvite | null> {
    const found = await this.find(secretHash);
    if (found === null) return null;
    await lockListed(this.tx, found);
    return this.find(secretHash);
  }

  /** E-mails of invites whose last one is younger than `span` ms. */
  async countMails(service: ServiceId, span: number): Promise<number> {
    return (await MAILS.one(this.tx, [service, span])).count;
  }

  /** Before its link is sent by e-mail. Lock it first. */
  async beginMail(secretHash: Buffer): Promise<void> {
    await this.tx.query(
      'update invite set mails = mails + 1, mailed_at = clock_timestamp(), mail_result = null where secret_hash = $1',
      [secretHash],
    );
  }

  async finishMail(fact: FactOf<'invite_mailed'>, secretHash: Buffer): Promise<void> {
    await this.tx.query('update invite set mail_result = $2 where secret_hash = $1', [
      secretHash,
      fact.result,
    ]);
    await this.writers.audit.record(fact);
  }

  /** Uses it up: the person has chosen their name and their password. Lock it first. */
  async use(
    fact: FactOf<'invite_used'>,
    {
      secretHash,
      name,
      passwordHash,
    }: { readonly secretHash: Buffer; readonly name: string; readonly passwordHash: string },
  ): Promise<void> {
    await this.tx.query('update invite set used_at = clock_timestamp() where secret_hash = $1', [secretHash]);
    await rename(this.writers, fact, name);
    await this.tx.query('update staff set password_hash = $2 where id = $1', [fact.staff, passwordHash]);
    await this.writers.audit.record(fact);
  }

  /** Everyone who may sign in, or may once they have opened their account; 5,000 of them at most. */
  async loadPeople(service: ServiceId): Promise<InvitedPerson[]> {
    return PEOPLE.all(this.tx, [service, NO_PASSWORD]);
  }

  private async endOpen(staff: StaffId): Promise<boolean> {
    const ended: unknown = await this.tx.query(
      'update invite set revoked_at = clock_timestamp() where staff_id = $1 and used_at is null and revoked_at is null',
      [staff],
    );
    return changedRows(ended) > 0;
  }
}
