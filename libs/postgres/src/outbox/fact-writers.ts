import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';
import { INSERT_AUDIT, auditColumns, type AuditStore } from '../audit/audit-store';
import { noteColumns, noting, type OutboxStore } from './outbox-store';

/** What every store needs to save a fact: its audit row and its notes to the live index, in the same transaction. */
export interface FactWriters {
  readonly tx: EntityManager;
  readonly audit: AuditStore;
  readonly outbox: OutboxStore;
}

/** One statement: of a transaction that says who waits and who is free, every round trip is felt. */
const FACTS = `with audited as (${INSERT_AUDIT}), ${noting(10)}`;

/** Writes both of each fact. A store calls it once for each fact it saves, or once for several that go together. */
export const writeFact = async ({ tx }: FactWriters, ...facts: readonly Fact[]): Promise<void> => {
  if (facts.length === 0) return;
  await tx.query(FACTS, [...auditColumns(facts), ...noteColumns(facts)]);
};
