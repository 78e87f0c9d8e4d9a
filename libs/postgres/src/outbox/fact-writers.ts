import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';
import { INSERT_AUDIT, auditColumns, type AuditStore } from '../audit/audit-store';
import { noteColumns, noting, type OutboxStore } from './outbox-store';

/** What every store needs to save a fact: the audit and the outbox of its transaction. */
export interface FactWriters {
  readonly tx: EntityManager;
  readonly audit: AuditStore;
  readonly outbox: OutboxStore;
}

/** One statement, since every round trip counts in the transactions of the queue. */
const FACTS = `with audited as (${INSERT_AUDIT}), ${noting(11)}`;

/** Writes the audit row and the notes of each fact. A store calls it once for each fact, or once for several together. */
export const writeFact = async ({ tx }: FactWriters, ...facts: readonly Fact[]): Promise<void> => {
  if (facts.length === 0) return;
  await tx.query(FACTS, [...auditColumns(facts), ...noteColumns(facts)]);
};
