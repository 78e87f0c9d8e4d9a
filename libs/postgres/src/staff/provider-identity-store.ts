import type { EntityManager } from 'typeorm';
import type { IdentityEvent, ToldAccess } from '@warmline/identity';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Access } from '@warmline/setup';
import type { Role } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { changedRows, flag, list, moment, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';
import { lockListed } from './account-store';
import { NO_PASSWORD } from './invite-store';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

/** An account at an identity provider. A subject is unique and never used again within its issuer; an e-mail address is neither. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const BY_SUBJECT = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  'select staff_id as staff from provider_identity where issuer = $1 and subject = $2',
);
const BY_STAFF = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  'select staff_id as staff from provider_identity where staff_id = $1 and issuer = $2',
);

/** Someone, what they are, and what the provider said last. */
export interface ToldPerson {
  readonly staff: StaffId;
  readonly signInName: string;
  readonly name: string;
  readonly is: Access;
  /** Null: no role. */
  readonly told: ToldAccess | null;
  readonly toldAt: Instant;
  /** They asked for their account by signing in at the provider, and nobody has decided on it. */
  readonly isNew: boolean;
  /** A change of their access waits for a second person. */
  readonly isProposed: boolean;
}

interface ToldRow {
  readonly staff: StaffId;
  readonly signInName: string;
  readonly name: string;
  readonly role: Role;
  readonly further: Role[];
  readonly active: boolean;
  readonly toldRole: Role | null;
  readonly toldFurther: Role[];
  readonly toldAt: Instant;
  readonly isNew: boolean;
  readonly isProposed: boolean;
}

/** An account that was asked for: without rights, and nobody has ever been signed in to it. */
const IS_NEW = `(not s.active and s.left_at is null and s.password_hash = '${NO_PASSWORD}'
  and not exists (select from staff_session n where n.staff_id = s.id))`;

const SELECT_TOLD = `
  select s.id as staff, s.sign_in_name as "signInName", s.name, s.role, s.further_roles as further, s.active,
    p.told_role as "toldRole", p.told_further as "toldFurther", ${ms('p.told_at', 'toldAt')}, ${IS_NEW} as "isNew",
    exists (select from access_proposal a where a.staff_id = s.id and a.kind = 'access' and a.ended_at is null
      and a.expires_at > clock_timestamp()) as "isProposed"
  from provider_identity p join staff s on s.id = p.staff_id
  where s.service_id = $1 and p.told_at is not null and (s.active or ${IS_NEW})`;
const TOLD_COLUMNS = {
  staff: known.staff,
  signInName: text,
  name: text,
  role: known.role,
  further: list(known.role),
  active: flag,
  toldRole: optional(known.role),
  toldFurther: list(known.role),
  toldAt: moment,
  isNew: flag,
  isProposed: flag,
} as const;
const TOLD = new RowQuery<ToldRow>(TOLD_COLUMNS, `${SELECT_TOLD} order by p.told_at desc, s.id limit 5000`);
const TOLD_ONE = new RowQuery<ToldRow>(TOLD_COLUMNS, `${SELECT_TOLD} and s.id = $2`);

const NEWCOMERS = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `select count(*)::integer as count from provider_identity p join staff s on s.id = p.staff_id
   where s.service_id = $1 and ${IS_NEW}`,
);
const IS_NEWCOMER = new RowQuery<{ readonly isNew: boolean }>(
  { isNew: flag },
  `select ${IS_NEW} as "isNew" from staff s where s.id = $1`,
);
const OPENS = new RowQuery<{ readonly opens: boolean }>(
  { opens: flag },
  'select exists (select from provider_identity where staff_id = $1) as opens',
);
const IS_TAKEN = new RowQuery<{ readonly isTaken: boolean }>(
  { isTaken: flag },
  'select exists (select from staff where sign_in_name = $1) as "isTaken"',
);

const asTold = ({ role, further, active, toldRole, toldFurther, ...row }: ToldRow): ToldPerson => ({
  ...row,
  is: { role, furtherRoles: further, active },
  told: toldRole === null ? null : { role: toldRole, furtherRoles: toldFurther },
});

/** An account that someone asks for by signing in at the provider. */
export interface Newcomer extends ProviderIdentity {
  readonly signInName: string;
  readonly name: string;
  readonly told: ToldAccess;
}

/** By which account at the identity provider someone signs in. */
export class ProviderIdentityStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async findStaff({ issuer, subject }: ProviderIdentity): Promise<StaffId | null> {
    return (await BY_SUBJECT.first(this.tx, [issuer, subject]))?.staff ?? null;
  }

  async isLinked(staff: StaffId, issuer: string): Promise<boolean> {
    return (await BY_STAFF.first(this.tx, [staff, issuer])) !== null;
  }

  /** Whether any account of a provider opens this one. */
  async opens(staff: StaffId): Promise<boolean> {
    return (await OPENS.one(this.tx, [staff])).opens;
  }

  /** What the provider says of someone who is linked. Null: no role. */
  async noteTold(staff: StaffId, told: ToldAccess | null): Promise<void> {
    await this.tx.query(
      'update provider_identity set told_role = $2, told_further = $3, told_at = clock_timestamp() where staff_id = $1',
      [staff, told?.role ?? null, told?.furtherRoles ?? []],
    );
  }

  /** Of whom the provider said something: those who are active, and those who asked for an account. The latest first, 5,000 at most. */
  async loadTold(service: ServiceId): Promise<ToldPerson[]> {
    return (await TOLD.all(this.tx, [service])).map(asTold);
  }

  /** As `loadTold`, of one person, once nobody else can change their access. Locks the list of people, then the person. */
  async lockTold(service: ServiceId, staff: StaffId): Promise<ToldPerson | null> {
    await lockListed(this.tx, { service, staff });
    const found = await TOLD_ONE.first(this.tx, [service, staff]);
    return found === null ? null : asTold(found);
  }

  /** Whether this account was asked for by signing in at the provider, and nobody has decided on it. */
  async isNewcomer(staff: StaffId): Promise<boolean> {
    return (await IS_NEWCOMER.first(this.tx, [staff]))?.isNew ?? false;
  }

  async countNewcomers(service: ServiceId): Promise<number> {
    return (await NEWCOMERS.one(this.tx, [service])).count;
  }

  /**
   * Two newcomers come one after the other, and a list of people that is saved comes before or after. Answers who has this account of
   * the provider already.
   */
  async lockNewcomers(service: ServiceId, identity: ProviderIdentity): Promise<StaffId | null> {
    await this.tx.query(
      `select from setup_list where service_id = $1 and list = 'people' for no key update`,
      [service],
    );
    await this.tx.query('lock table provider_identity in share row exclusive mode');
    return this.findStaff(identity);
  }

  /** An account without rights: not active, and no password opens it. Lock before. */
  async addNewcomer(
    fact: FactOf<'account_asked'>,
    { signInName, name, told, issuer, subject }: Newcomer,
  ): Promise<void> {
    await this.tx.query(
      `insert into staff (id, service_id, sign_in_name, name, role, password_hash, active)
       values ($1, $2, $3, $4, 'responder', $5, false)`,
      [fact.staff, fact.service, await this.freeName(signInName), name, NO_PASSWORD],
    );
    await this.tx.query(
      `insert into provider_identity (staff_id, issuer, subject, linked_at) values ($1, $2, $3, clock_timestamp())`,
      [fact.staff, issuer, subject],
    );
    await this.noteTold(fact.staff, told);
    await noteListChanged(this.tx, { service: fact.service, list: 'people' });
    await this.writers.audit.record(fact);
  }

  private async freeName(wanted: string): Promise<string> {
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}.${number}`;
      if (!(await IS_TAKEN.one(this.tx, [name])).isTaken) return name;
    }
  }

  /** In place of an earlier one of this person. False, and nothing is written, when the account is another person's. */
  async link(
    fact: FactOf<'identity_provider_linked'>,
    { issuer, subject }: ProviderIdentity,
  ): Promise<boolean> {
    // Two people who link one account at the same time come one after the other.
    await this.tx.query('lock table provider_identity in share row exclusive mode');
    const holder = await this.findStaff({ issuer, subject });
    if (holder !== null && holder !== fact.staff) return false;
    await this.tx.query(
      `insert into provider_identity (staff_id, issuer, subject, linked_at)
       values ($1, $2, $3, clock_timestamp())
       on conflict (staff_id) do update
         set issuer = excluded.issuer, subject = excluded.subject, linked_at = excluded.linked_at`,
      [fact.staff, issuer, subject],
    );
    await this.writers.audit.record(fact);
    return true;
  }

  /** False, and nothing is written, when there is none. */
  async unlink(fact: FactOf<'identity_provider_unlinked'>): Promise<boolean> {
    const gone = changedRows(
      await this.tx.query('delete from provider_identity where staff_id = $1', [fact.staff]),
    );
    if (gone === 1) await this.writers.audit.record(fact);
    return gone === 1;
  }
}
