import { instant, type ConversationId, type Instant, type ServiceId } from '@warmline/kernel';
import type { QueueEntry } from '@warmline/routing';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

/** Entries of one reading, at most. */
const ROWS_MAX = 5_000;

interface Row extends Omit<QueueEntry, 'enteredAt'> {
  readonly conversation: ConversationId;
  readonly enteredAt: number;
}

/** Who waits, as the answer order needs it. */
export class WaitingQueueReadModel {
  constructor(private readonly database: Database) {}

  /** With the database's time of the reading. The oldest entries, where there are more than are read at once. */
  async loadQueue(
    service: ServiceId,
  ): Promise<{ readonly now: Instant; readonly waiting: readonly QueueEntry[] }> {
    const [clock]: [{ now: number }] = await this.database.query(`select ${ms('clock_timestamp()', 'now')}`);
    const rows: Row[] = await this.database.query(
      `select id as conversation, band, ${ms('entered_at', 'enteredAt')} from conversation
       where service_id = $1 and state = 'waiting' order by entered_at, id limit $2`,
      [service, ROWS_MAX],
    );
    const waiting = rows.map((row) => ({ ...row, enteredAt: instant(row.enteredAt) }));
    return { now: instant(clock.now), waiting };
  }
}
