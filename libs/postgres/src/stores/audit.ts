import type { EntityManager } from 'typeorm';
import { auditRow, type Fact } from '@warmline/audit';

/** Writes a fact's audit row in the transaction of the fact. */
export class Audit {
  constructor(private readonly tx: EntityManager) {}

  async record(fact: Fact): Promise<void> {
    await this.recordAll([fact]);
  }

  /** One row each, in their order. */
  async recordAll(facts: readonly Fact[]): Promise<void> {
    const rows = facts.map(auditRow).filter((row) => row !== null);
    if (rows.length === 0) return;
    await this.tx.query(
      `insert into audit_entry (service_id, action, actor_kind, actor_id, conversation_id, epoch, subject, whom, reason)
       select service, action, kind, actor, conversation, epoch, subject, whom, reason
       from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::integer[], $7::uuid[], $8::uuid[], $9::text[])
         with ordinality as r(service, action, kind, actor, conversation, epoch, subject, whom, reason, place)
       order by place`,
      [
        rows.map(({ service }) => service),
        rows.map(({ action }) => action),
        rows.map(({ actor }) => actor.kind),
        rows.map(({ actor }) => actor.id),
        rows.map(({ conversation }) => conversation),
        rows.map(({ epoch }) => epoch),
        rows.map(({ subject }) => subject),
        rows.map(({ whom }) => whom),
        rows.map(({ reason }) => reason),
      ],
    );
  }
}
