import type { EntityManager } from 'typeorm';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import {
  type Access,
  type AccessAgreed,
  type AccessProposalEnded,
  type AccessProposed,
  type LeavingProposed,
  type ProposalKind,
  type ProposalNow,
  type RecoveryAgreed,
  SECOND_PERSON_WITHIN,
  type RecoveryProposed,
} from '@warmline/setup';
import type { Role } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, list, moment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';
import { lockListed } from './account-store';
import { NO_PASSWORD } from './invite-store';

/** A proposal, with the people of it as they are now. */
export interface StoredProposal extends ProposalNow {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly service: ServiceId;
  readonly signInName: string;
  readonly name: string;
  readonly byName: string;
  readonly proposedAt: Instant;
  readonly to: Access;
  /** Who agreed, and when; null while nobody has. */
  readonly endedByName: string | null;
  readonly endedAt: Instant | null;
}

interface ProposalRow extends Omit<StoredProposal, 'from' | 'is' | 'to'> {
  readonly wasRole: Role;
  readonly wasFurther: Role[];
  readonly wasActive: boolean;
  readonly isRole: Role;
  readonly isFurther: Role[];
  readonly isActive: boolean;
  readonly toRole: Role;
  readonly toFurther: Role[];
  readonly toActive: boolean;
}

const COLUMNS = {
  id: text,
  kind: oneOf<ProposalKind>({ access: true, recovery: true, leaving: true }),
  service: known.service,
  staff: known.staff,
  signInName: text,
  name: text,
  by: known.staff,
  byName: text,
  linkGivers: list(known.staff),
  proposedAt: moment,
  expiresAt: moment,
  isOver: flag,
  mayPropose: flag,
  wasRole: known.role,
  wasFurther: list(known.role),
  wasActive: flag,
  isRole: known.role,
  isFurther: list(known.role),
  isActive: flag,
  toRole: known.role,
  toFurther: list(known.role),
  toActive: flag,
  endedByName: optional(text),
  endedAt: optional(moment),
} as const;

const SELECT = `
  select p.id, p.kind, p.service_id as service, p.staff_id as staff, s.sign_in_name as "signInName", s.name, p.proposed_by as by,
    b.name as "byName", ${ms('p.proposed_at', 'proposedAt')}, ${ms('p.expires_at', 'expiresAt')},
    array(select unnest(case r.kind when 'recovery' then array[r.proposed_by, r.ended_by] else array[r.ended_by] end)
      from access_proposal r
      where r.staff_id = p.proposed_by and r.outcome = 'agreed' and r.ended_at <= p.proposed_at
        and r.ended_at > p.proposed_at - interval '${SECOND_PERSON_WITHIN} milliseconds'
        and (r.kind = 'recovery' or not exists (
          select from staff_session n where n.staff_id = r.staff_id and n.began_at < r.ended_at))) as "linkGivers",
    p.ended_at is not null as "isOver", (b.active and (b.role = 'administrator' or 'administrator' = any (b.further_roles) or (b.role = 'supervisor' and p.kind = 'recovery'))) as "mayPropose",
    p.was_role as "wasRole", p.was_further as "wasFurther", p.was_active as "wasActive", s.role as "isRole", s.further_roles as "isFurther", s.active as "isActive",
    p.role as "toRole", p.further as "toFurther", p.active as "toActive",
    e.name as "endedByName", ${ms('p.ended_at', 'endedAt')}
  from access_proposal p join staff s on s.id = p.staff_id join staff b on b.id = p.proposed_by
    left join staff e on e.id = p.ended_by`;

const FIND = new RowQuery<ProposalRow>(COLUMNS, `${SELECT} where p.id = $1 and p.service_id = $2`);
const OPEN_OF = new RowQuery<ProposalRow>(
  COLUMNS,
  `${SELECT} where p.staff_id = $1 and p.kind = $2 and p.ended_at is null`,
);
const OPEN_OF_SAVE = new RowQuery<ProposalRow>(
  COLUMNS,
  `${SELECT} where p.service_id = $1 and p.save_id = $2 and p.ended_at is null order by p.id`,
);
const OPEN = new RowQuery<ProposalRow>(
  COLUMNS,
  `${SELECT} where p.service_id = $1 and p.ended_at is null and p.expires_at > clock_timestamp()
   order by p.proposed_at desc, p.id limit 500`,
);

const AGREED = new RowQuery<ProposalRow>(
  COLUMNS,
  `${SELECT} where p.service_id = $1 and p.outcome = 'agreed'
     and p.ended_at > clock_timestamp() - $2::double precision * interval '1 millisecond'
   order by p.ended_at desc, p.id limit 100`,
);

/** What two people decided last about someone. */
export interface LastAgreed {
  readonly kind: ProposalKind;
  readonly agreedBy: StaffId;
}

const LAST_AGREED = new RowQuery<LastAgreed>(
  { kind: COLUMNS.kind, agreedBy: known.staff },
  `select kind, ended_by as "agreedBy" from access_proposal where staff_id = $1 and outcome = 'agreed'
   order by ended_at desc, id limit 1`,
);

/** Someone who is active, and what they are. */
export interface PersonsRoles {
  readonly id: StaffId;
  readonly name: string;
  readonly signInName: string;
  readonly role: Role;
  readonly furtherRoles: Role[];
}

const PEOPLE = new RowQuery<PersonsRoles>(
  { id: known.staff, name: text, signInName: text, role: known.role, furtherRoles: list(known.role) },
  `select id, name, sign_in_name as "signInName", role, further_roles as "furtherRoles" from staff
   where service_id = $1 and active order by name, id limit 5000`,
);

/** Those who can say a second word: they are active, and have a password or had a session. */
const ADMINISTRATORS = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `select count(*)::integer as count from staff s
   where s.service_id = $1 and s.id <> $2 and s.active and (s.role = 'administrator' or 'administrator' = any (s.further_roles))
     and (s.password_hash <> $3 or exists (select from staff_session n where n.staff_id = s.id))`,
);

const asProposal = ({
  wasRole,
  wasFurther,
  wasActive,
  isRole,
  isFurther,
  isActive,
  toRole,
  toFurther,
  toActive,
  ...row
}: ProposalRow): StoredProposal => ({
  ...row,
  from: { role: wasRole, furtherRoles: wasFurther, active: wasActive },
  is: { role: isRole, furtherRoles: isFurther, active: isActive },
  to: { role: toRole, furtherRoles: toFurther, active: toActive },
});

/** Everything a person signs in with beside the password. */
const SIGN_INS = [
  'authenticator',
  'authenticator_new',
  'passkey',
  'provider_identity',
  'recovery_code',
  'staff_device',
] as const;

/** Changes of access that wait for a second person. Lock the list of people before. */
export class AccessProposalStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Administrators of the service beside this one. */
  async countOtherAdministrators(service: ServiceId, staff: StaffId): Promise<number> {
    return (await ADMINISTRATORS.one(this.tx, [service, staff, NO_PASSWORD])).count;
  }

  /** Everyone who is active; 5,000 of them at most. */
  async loadRoles(service: ServiceId): Promise<PersonsRoles[]> {
    return PEOPLE.all(this.tx, [service]);
  }

  /** That still wait, the newest first; 500 of them at most. */
  async loadOpen(service: ServiceId): Promise<StoredProposal[]> {
    return (await OPEN.all(this.tx, [service])).map(asProposal);
  }

  /** What was agreed to in the last `span` ms, the newest first; 100 of them at most. */
  async loadAgreed(service: ServiceId, span: number): Promise<StoredProposal[]> {
    return (await AGREED.all(this.tx, [service, span])).map(asProposal);
  }

  /** However long ago. */
  async findLastAgreed(staff: StaffId): Promise<LastAgreed | null> {
    return LAST_AGREED.first(this.tx, [staff]);
  }

  /** The one about this person that was not ended, too old or not. */
  async findOpenOf(staff: StaffId, kind: ProposalKind): Promise<StoredProposal | null> {
    const found = await OPEN_OF.first(this.tx, [staff, kind]);
    return found === null ? null : asProposal(found);
  }

  /** Those that this save of the list of people made, too old or not. Lock the list before. */
  async loadOpenOf(service: ServiceId, save: string): Promise<StoredProposal[]> {
    return (await OPEN_OF_SAVE.all(this.tx, [service, save])).map(asProposal);
  }

  /** Locks the list of people, the person and the proposal, in this order. Null for one of another service. */
  async lock(id: string, service: ServiceId): Promise<StoredProposal | null> {
    const found = await FIND.first(this.tx, [id, service]);
    if (found === null) return null;
    await lockListed(this.tx, found);
    await this.tx.query('select from access_proposal where id = $1 for no key update', [id]);
    const locked = await FIND.first(this.tx, [id, service]);
    return locked === null ? null : asProposal(locked);
  }

  /** For `span` ms. End an earlier one of the same kind about the same person first. `save`: that made it, and can be undone. */
  async propose(fact: AccessProposed, span: number, save: string | null = null): Promise<void> {
    await this.insert(fact, { kind: 'access', ...fact, span });
    await this.tx.query('update access_proposal set save_id = $2 where id = $1', [fact.proposal, save]);
  }

  /** As `propose`, of what changes no access. `is`: what the person is and stays. */
  async proposeSame(fact: RecoveryProposed | LeavingProposed, is: Access, span: number): Promise<void> {
    const kind = fact.type === 'recovery_proposed' ? 'recovery' : 'leaving';
    await this.insert(fact, { kind, from: is, to: is, span });
  }

  async end(fact: AccessProposalEnded & { readonly endedBy: StaffId }): Promise<void> {
    await this.close(fact.proposal, fact.endedBy, fact.because);
    await this.writers.audit.record(fact);
  }

  /** Makes the change. Anyone who edits the list of people now is told, and no earlier save of it can be undone. Lock the proposal first. */
  async agree(fact: AccessAgreed): Promise<void> {
    const { proposal, agreedBy, service, staff, to } = fact;
    await this.close(proposal, agreedBy, 'agreed');
    await this.tx.query('update staff set role = $2, further_roles = $3, active = $4 where id = $1', [
      staff,
      to.role,
      to.furtherRoles,
      to.active,
    ]);
    await noteListChanged(this.tx, { service, list: 'people' });
    await writeFact(this.writers, fact);
  }

  /** Nothing that the person signed in with works any more. Lock the proposal first, and make an invite after. */
  async agreeRecovery(fact: RecoveryAgreed): Promise<void> {
    const { proposal, agreedBy, staff } = fact;
    await this.close(proposal, agreedBy, 'agreed');
    for (const table of SIGN_INS) await this.tx.query(`delete from ${table} where staff_id = $1`, [staff]);
    await this.tx.query('update staff set password_hash = $2 where id = $1', [staff, NO_PASSWORD]);
    await this.writers.audit.record(fact);
  }

  private async insert(
    fact: AccessProposed | RecoveryProposed | LeavingProposed,
    { kind, from, to, span }: Pick<StoredProposal, 'kind' | 'from' | 'to'> & { readonly span: number },
  ): Promise<void> {
    const { proposal, service, staff, by } = fact;
    await this.tx.query(
      `insert into access_proposal
         (id, service_id, staff_id, was_role, was_further, was_active, role, further, active,
          proposed_by, kind, proposed_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp(), clock_timestamp() + $12::double precision * interval '1 millisecond')`,
      [
        ...[proposal, service, staff, from.role, from.furtherRoles, from.active],
        ...[to.role, to.furtherRoles, to.active, by, kind, span],
      ],
    );
    await this.writers.audit.record(fact);
  }

  private async close(id: string, by: StaffId, outcome: string): Promise<void> {
    await this.tx.query(
      'update access_proposal set ended_at = clock_timestamp(), ended_by = $2, outcome = $3 where id = $1',
      [id, by, outcome],
    );
  }
}
