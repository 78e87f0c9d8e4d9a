import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { ServiceId, SessionId, StaffId } from '@warmline/kernel';
import { storedListName } from '@warmline/setup';
import { changedRows } from '../connection/parse-rows';
import type { FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

export interface OwnNames {
  readonly name: string;
  /** What visitors see instead; null when it is the same. */
  readonly visitorName: string | null;
}

interface Listed {
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** Locks the list of people, then the person, in this order: a list that is saved locks them so as well. */
export const lockListed = async (tx: FactWriters['tx'], { service, staff }: Listed): Promise<void> => {
  await tx.query('select from setup_list where service_id = $1 and list = $2 for no key update', [
    service,
    storedListName('people'),
  ]);
  await tx.query('select from staff where id = $1 for no key update', [staff]);
};

/**
 * Another name for a person. The list of people holds it as well, so the list is noted as changed.
 * Locks as `lockListed` does.
 */
export const rename = async (
  { tx, outbox }: Pick<FactWriters, 'tx' | 'outbox'>,
  { service, staff }: Listed,
  name: string,
): Promise<void> => {
  await noteListChanged(tx, { service, list: 'people' });
  await tx.query('update staff set name = $2 where id = $1', [staff, name]);
  await outbox.addNote('staff', staff, service);
};

/** What people change of their own account. */
export class AccountStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Locks the list of people, then the person: do not lock the person before. */
  async setNames(fact: FactOf<'names_changed'>, { name, visitorName }: OwnNames): Promise<void> {
    await rename(this.writers, fact, name);
    await this.tx.query('update staff set visitor_name = $2 where id = $1', [fact.staff, visitorName]);
    await this.writers.audit.record(fact);
  }

  /** Only in place of this one: false, and nothing is written, when it was changed since it was read. */
  async setPassword(
    fact: FactOf<'password_changed'>,
    { before, hash }: { readonly before: string; readonly hash: string },
  ): Promise<boolean> {
    const changed = changedRows(
      await this.tx.query('update staff set password_hash = $3 where id = $1 and password_hash = $2', [
        fact.staff,
        before,
        hash,
      ]),
    );
    if (changed === 1) await this.writers.audit.record(fact);
    return changed === 1;
  }

  /** What the person calls the device on which this session began. */
  async nameDevice(
    { staff, session }: { readonly staff: StaffId; readonly session: SessionId },
    label: string | null,
  ): Promise<void> {
    await this.tx.query(
      `update staff_device d set label = $3 from staff_session n
       where n.id = $2 and n.staff_id = $1 and d.id = n.device_id`,
      [staff, session, label],
    );
  }
}
