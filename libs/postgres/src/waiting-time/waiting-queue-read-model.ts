import type { Instant, ServiceId } from '@warmline/kernel';
import type { QueueEntry } from '@warmline/routing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { moment, optional } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';

/** Entries read at once, at most. */
const ROWS_MAX = 5_000;

const QUEUE = new RowQuery<Omit<QueueEntry, 'language' | 'wants' | 'topics'>>(
  { conversation: known.conversation, band: known.band, enteredAt: moment, hold: optional(known.hold) },
  `
  select id as conversation, band, hold, ${ms('entered_at', 'enteredAt')} from conversation
  where service_id = $1 and state = 'waiting' and hold is distinct from 'set_aside' order by entered_at, id limit $2`,
);

/** Reads who waits, for the answer order. Chats that are set aside are not in it. */
export class WaitingQueueReadModel {
  constructor(private readonly database: Database) {}

  /** The oldest entries, and the database's time when they were read. */
  async loadQueue(
    service: ServiceId,
  ): Promise<{ readonly now: Instant; readonly waiting: readonly QueueEntry[] }> {
    const now = await databaseNow(this.database);
    return { now, waiting: await QUEUE.all(this.database, [service, ROWS_MAX]) };
  }
}
