import type { Database } from '../connection/database';
import type { OutboxRow } from './index-read-model';

/** Which live index the truth knows, and how far it is known to have come. */
export interface IndexMark {
  /** Null before the first was built. */
  readonly generation: string | null;
  readonly position: number;
}

const POSITION = 'position::double precision as position';

/**
 * What the truth remembers of the live index, so that one that was wiped, or restored from an older state, is recognised:
 * another generation, or a position behind the one remembered.
 */
export class IndexMarkStore {
  constructor(private readonly database: Database) {}

  async loadMark(): Promise<IndexMark> {
    const [mark]: [IndexMark] = await this.database.query(`select generation, ${POSITION} from index_mark`);
    return mark;
  }

  /** An index was built. Positions never go back. */
  async rememberMark({ generation, position }: IndexMark): Promise<void> {
    await this.database.query('update index_mark set generation = $1, position = greatest(position, $2)', [
      generation,
      position,
    ]);
  }

  /**
   * Hands the oldest notes to `apply` with the position known so far, and deletes them when it answers the position
   * reached; answers how many. Other processes take other notes meanwhile. What `apply` throws leaves the notes for the
   * next try.
   */
  async drainOutbox(
    limit: number,
    apply: (rows: readonly OutboxRow[], known: number) => Promise<number>,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows: (OutboxRow & Pick<IndexMark, 'position'>)[] = await tx.query(
        `select o.id, o.kind, o.subject, o.service_id as service, (select ${POSITION} from index_mark) as position
         from outbox o order by o.id limit $1 for update skip locked`,
        [limit],
      );
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
