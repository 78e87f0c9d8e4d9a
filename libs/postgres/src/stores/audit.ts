import type { EntityManager } from 'typeorm';
import { auditRow, type Fact } from '@warmline/audit';

/** Writes a fact's audit row in the transaction of the fact. */
export class Audit {
  constructor(private readonly tx: EntityManager) {}

  async record(fact: Fact): Promise<void> {
    const row = auditRow(fact);
    if (row === null) return;
    await this.tx.query(
      `insert into audit_entry (service_id, action, actor_kind, actor_id, conversation_id, epoch, subject, whom, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.service,
        row.action,
        row.actor.kind,
        row.actor.id,
        row.conversation,
        row.epoch,
        row.subject,
        row.whom,
        row.reason,
      ],
    );
  }
}
