import type { RefusalEvent } from '@warmline/identity';
import type { FactWriters } from './fact-writers';

/** What gateways refused. It is nowhere but in the audit: nothing else asks how often someone was refused. */
export class RefusalStore {
  constructor(private readonly writers: FactWriters) {}

  /** All kinds of one minute, in one statement. */
  async saveCounts(facts: readonly RefusalEvent[]): Promise<void> {
    await this.writers.audit.record(...facts);
  }
}
