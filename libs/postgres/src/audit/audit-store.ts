import type { EntityManager } from 'typeorm';
import { auditRow, type Fact } from '@warmline/audit';

/** Inserts the columns $1 to $10 as audit rows, in their order. */
export const INSERT_AUDIT = `
  insert into audit_entry (service_id, action, actor_kind, actor_id, conversation_id, epoch, subject, whom, reason, count)
  select service, action, kind, actor, conversation, epoch, subject, whom, reason, count
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::uuid[], $9::text[],
    $10::integer[])
    with ordinality as r(service, action, kind, actor, conversation, epoch, subject, whom, reason, count, place)
  order by place`;

/** One row for each fact that has one. */
export const auditColumns = (facts: readonly Fact[]): unknown[][] => {
  const rows = facts.map(auditRow).filter((row) => row !== null);
  return [
    rows.map(({ service }) => service),
    rows.map(({ action }) => action),
    rows.map(({ actor }) => actor.kind),
    rows.map(({ actor }) => actor.id),
    rows.map(({ conversation }) => conversation),
    rows.map(({ epoch }) => epoch),
    rows.map(({ subject }) => subject),
    rows.map(({ whom }) => whom),
    rows.map(({ reason }) => reason),
    rows.map(({ count }) => count),
  ];
};

/** Writes the audit row of a fact in the transaction of the fact. */
export class AuditStore {
  constructor(private readonly tx: EntityManager) {}

  /** One statement, however many. */
  async record(...facts: readonly Fact[]): Promise<void> {
    if (facts.length > 0) await this.tx.query(INSERT_AUDIT, auditColumns(facts));
  }
}
