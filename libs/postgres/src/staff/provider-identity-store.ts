import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { changedRows } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

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
