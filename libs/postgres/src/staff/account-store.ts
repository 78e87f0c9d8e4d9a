import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { SessionId, StaffId } from '@warmline/kernel';
import { storedListName } from '@warmline/setup';
import { changedRows } from '../connection/parse-rows';
import type { FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

export interface OwnNames {
  readonly name: string;
  /** What visitors see instead; null when it is the same. */
  readonly visitorName: string | null;
}

/** What people change of their own account. */
export class AccountStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The list of people holds the name as well, so anyone who edits it now is told that it has changed. */
  async setNames(fact: FactOf<'names_changed'>, { name, visitorName }: OwnNames): Promise<void> {
    const { staff, service } = fact;
    await this.tx.query('update staff set name = $2, visitor_name = $3 where id = $1', [
      staff,
      name,
      visitorName,
    ]);
    await this.tx.query('update setup_list set version = version + 1 where service_id = $1 and list = $2', [
      service,
      storedListName('people'),
    ]);
    await this.writers.outbox.addNote('staff', staff, service);
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
