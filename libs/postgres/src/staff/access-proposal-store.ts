import type { EntityManager } from 'typeorm';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import {
  storedListName,
  type Access,
  type AccessAgreed,
  type AccessProposalEnded,
  type AccessProposed,
  type ProposalNow,
} from '@warmline/setup';
import type { Role } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, moment, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { lockListed } from './account-store';
import { NO_PASSWORD } from './invite-store';

/** A proposal, with the people of it as they are now. */
export interface StoredProposal extends ProposalNow {
  readonly id: string;
  readonly service: ServiceId;
  readonly signInName: string;
  readonly name: string;
  readonly byName: string;
  readonly proposedAt: Instant;
  readonly to: Access;
}

interface ProposalRow extends Omit<StoredProposal, 'from' | 'is' | 'to'> {
  readonly wasRole: Role;
  readonly wasActive: boolean;
  readonly isRole: Role;
  readonly isActive: boolean;
  readonly toRole: Role;
  readonly toActive: boolean;
}

const COLUMNS = {
  id: text,
  service: known.service,
  staff: known.staff,
  signInName: text,
  name: text,
  by: known.staff,
  byName: text,
  proposedAt: moment,
  expiresAt: moment,
  isOver: flag,
  isProposerAdministrator: flag,
  wasRole: known.role,
  wasActive: flag,
  isRole: known.role,
  isActive: flag,
  toRole: known.role,
  toActive: flag,
} as const;

const SELECT = `
  select p.id, p.service_id as service, p.staff_id as staff, s.sign_in_name as "signInName", s.name, p.proposed_by as by,
    b.name as "byName", ${ms('p.proposed_at', 'proposedAt')}, ${ms('p.expires_at', 'expiresAt')},
    p.ended_at is not null as "isOver", (b.active and b.role = 'administrator') as "isProposerAdministrator",
    p.was_role as "wasRole", p.was_active as "wasActive", s.role as "isRole", s.active as "isActive",
    p.role as "toRole", p.active as "toActive"
  from access_proposal p join staff s on s.id = p.staff_id join staff b on b.id = p.proposed_by`;

const FIND = new RowQuery<ProposalRow>(COLUMNS, `${SELECT} where p.id = $1 and p.service_id = $2`);
const OPEN_OF = new RowQuery<ProposalRow>(COLUMNS, `${SELECT} where p.staff_id = $1 and p.ended_at is null`);
const OPEN = new RowQuery<ProposalRow>(
  COLUMNS,
  `${SELECT} where p.service_id = $1 and p.ended_at is null and p.expires_at > clock_timestamp()
   order by p.proposed_at, p.id limit 500`,
);

/** Those who can say a second word: they are active, and have opened their account at some time. */
const ADMINISTRATORS = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `select count(*)::integer as count from staff s
   where s.service_id = $1 and s.id <> $2 and s.active and s.role = 'administrator'
     and (s.password_hash <> $3 or exists (select from invite i where i.staff_id = s.id and i.used_at is not null))`,
);

const asProposal = ({
  wasRole,
  wasActive,
  isRole,
  isActive,
  toRole,
  toActive,
  ...row
}: ProposalRow): StoredProposal => ({
  ...row,
  from: { role: wasRole, active: wasActive },
  is: { role: isRole, active: isActive },
  to: { role: toRole, active: toActive },
});

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

  /** That still wait; 500 of them at most. */
  async loadOpen(service: ServiceId): Promise<StoredProposal[]> {
    return (await OPEN.all(this.tx, [service])).map(asProposal);
  }

  /** The one about this person that was not ended, too old or not. */
  async findOpenOf(staff: StaffId): Promise<StoredProposal | null> {
    const found = await OPEN_OF.first(this.tx, [staff]);
    return found === null ? null : asProposal(found);
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

  /** For `span` ms. End an earlier one about the same person first. */
  async propose(fact: AccessProposed, span: number): Promise<void> {
    const { proposal, service, staff, from, to, by } = fact;
    await this.tx.query(
      `insert into access_proposal (id, service_id, staff_id, was_role, was_active, role, active, proposed_by, proposed_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), clock_timestamp() + $9::double precision * interval '1 millisecond')`,
      [proposal, service, staff, from.role, from.active, to.role, to.active, by, span],
    );
    await this.writers.audit.record(fact);
  }

  async end(fact: AccessProposalEnded): Promise<void> {
    await this.close(fact.proposal, fact.endedBy, fact.because);
    await this.writers.audit.record(fact);
  }

  /** Makes the change. Anyone who edits the list of people now is told that it has changed. Lock the proposal first. */
  async agree(fact: AccessAgreed): Promise<void> {
    const { proposal, agreedBy, service, staff, to } = fact;
    await this.close(proposal, agreedBy, 'agreed');
    await this.tx.query('update staff set role = $2, active = $3 where id = $1', [staff, to.role, to.active]);
    await this.tx.query('update setup_list set version = version + 1 where service_id = $1 and list = $2', [
      service,
      storedListName('people'),
    ]);
    await writeFact(this.writers, fact);
  }

  private async close(id: string, by: StaffId, outcome: string): Promise<void> {
    await this.tx.query(
      'update access_proposal set ended_at = clock_timestamp(), ended_by = $2, outcome = $3 where id = $1',
      [id, by, outcome],
    );
  }
}
