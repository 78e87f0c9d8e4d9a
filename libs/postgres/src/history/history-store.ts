import type { HistoryEvent } from '@warmline/conversation';
import type { FactWriters } from '../outbox/fact-writers';

/** Records who looked at the past. Only the audit hears of it: no page changes. */
export class HistoryStore {
  constructor(private readonly writers: Pick<FactWriters, 'audit'>) {}

  async record(fact: HistoryEvent): Promise<void> {
    await this.writers.audit.record(fact);
  }
}
