import type { ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { oneOf, optional, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** Which live index Postgres knows, and how far it is known to have come. */
export interface IndexMark {
  /** Null before the first was built. */
  readonly generation: string | null;
  readonly position: number;
}

/** A note that says where the live index must be read again. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: 'conversation' | 'staff';
  readonly subject: string;
  readonly service: ServiceId;
}

const POSITION = 'position::double precision as position';

const MARK = new RowQuery<IndexMark>(
  { generation: optional(text), position: whole },
  `select generation, ${POSITION} from index_mark`,
);

const OLDEST_NOTES = new RowQuery<OutboxRow & Pick<IndexMark, 'position'>>(
  {
    id: text,
    kind: oneOf<OutboxRow['kind']>({ conversation: true, staff: true }),
    subject: text,
    service: known.service,
    position: whole,
  },
  `
  select o.id, o.kind, o.subject, o.service_id as service, (select ${POSITION} from index_mark) as position
  from outbox o order by o.id limit $1 for update skip locked`,
);

/**
 * Remembers the live index, so that one that was wiped or restored is recognised: its generation is another, or its position
 * is behind the one remembered.
 */
export class IndexMarkStore {
  constructor(private readonly database: Database) {}

  async loadMark(): Promise<IndexMark> {
    return MARK.one(this.database);
  }

  /** An index was built. Positions never go back. */
  async rememberMark({ generation, position }: IndexMark): Promise<void> {
    await this.database.query('update index_mark set generation = $1, position = greatest(position, $2)', [
      generation,
      position,
    ]);
  }

  /**
   * Passes the oldest notes and the known position to `apply`, and deletes the notes when it answers the position reached.
   * Answers how many. Other processes take other notes at the same time. If `apply` throws, the notes stay for the next try.
   */
  async drainOutbox(
    limit: number,
    apply: (rows: readonly OutboxRow[], known: number) => Promise<number>,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await OLDEST_NOTES.all(tx, [limit]);
      const [oldest] = rows;
      if (oldest === undefined) return 0;
      const reached = await apply(rows, oldest.position);
      await tx.query(
        `with gone as (delete from outbox where id = any ($1::bigint[]))
         update index_mark set position = $2 where position < $2`,
        [rows.map(({ id }) => id), reached],
      );
      return rows.length;
    });
  }
}
