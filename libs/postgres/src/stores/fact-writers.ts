import type { Fact } from '@warmline/audit';
import type { Audit } from './audit';
import type { Outbox } from './outbox';

/** What every store needs to save a fact: its audit row and its note to the live index, in the same transaction. */
export interface FactWriters {
  readonly audit: Audit;
  readonly outbox: Outbox;
}

/** Writes both. A store calls it once for each fact it saves. */
export const writeFact = async ({ audit, outbox }: FactWriters, fact: Fact): Promise<void> => {
  await audit.record(fact);
  await outbox.note(fact);
};

/** Writes both of several facts, each in one statement for all of them. */
export const writeFacts = async ({ audit, outbox }: FactWriters, facts: readonly Fact[]): Promise<void> => {
  if (facts.length === 0) return;
  await audit.recordAll(facts);
  await outbox.noteAll(facts);
};
