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
  `select generation, ${POSITION} from live_index_mark where service_id = $1`,
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
  select o.id, o.kind, o.subject, o.service_id as service, coalesce((select ${POSITION} from live_index_mark where service_id = $2), 0) as position
  from outbox o where o.service_id = $2 order by o.id limit $1 for update skip locked`,
);

/**
 * Remembers the live index, so that one that was wiped or restored is recognised: its generation is another, or its position
 * is behind the one remembered.
 */
export class IndexMarkStore {
  constructor(
    private readonly database: Database,
    private readonly service: ServiceId,
  ) {}

  async loadMark(): Promise<IndexMark> {
    return (await MARK.first(this.database, [this.service])) ?? { generation: null, position: 0 };
  }

  /** An index was built. Positions never go back. */
  async rememberMark({ generation, position }: IndexMark): Promise<void> {
    await this.database.query(
      `insert into live_index_mark as m (service_id, generation, position) values ($3, $1, $2)
       on conflict (service_id) do update set generation = excluded.generation, position = greatest(m.position, excluded.position)`,
      [generation, position, this.service],
    );
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
      const rows = await OLDEST_NOTES.all(tx, [limit, this.service]);
      const [oldest] = rows;
      if (oldest === undefined) return 0;
      const reached = await apply(rows, oldest.position);
      await tx.query(
        `with gone as (delete from outbox where id = any ($1::bigint[]))
         insert into live_index_mark as m (service_id, position) values ($3, $2)
         on conflict (service_id) do update set position = excluded.position where m.position < excluded.position`,
        [rows.map(({ id }) => id), reached, this.service],
      );
      return rows.length;
    });
  }
}
