import type { Database } from '../connection/database';
import { bytes, optional, text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** An expiry day that has begun and has nothing left to open. */
export interface DueDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What the key of the day opened; null where none was kept. */
  readonly canary: Buffer | null;
  /** When its destruction was recorded, as Postgres writes it; null before. A file that is still found after that was put back. */
  readonly destroyedAt: string | null;
}

/**
 * Days with a file, with a canary, or whose destruction began and was not finished: also after a backup was put back. A day
 * waits for its last row, so that no row is ever left that cannot be read. A conversation that was held has a key of its own.
 */
const DUE = new RowQuery<DueDay>(
  { day: text, canary: optional(bytes), destroyedAt: optional(text) },
  `
  select to_char(d.day, 'YYYY-MM-DD') as day, k.sealed as canary, x.destroyed_at::text as "destroyedAt"
  from (
    select unnest($1::date[]) as day
    union select day from keyring_canary
    union select day from destroyed_key where destroyed_at is null
  ) d left join keyring_canary k on k.day = d.day left join destroyed_key x on x.day = d.day
  where d.day <= (clock_timestamp() at time zone 'UTC')::date
    and not exists (select 1 from conversation c where c.kek_day = d.day and c.state = 'ended' and c.wrapped_by is null)
    and not exists (select 1 from conversation c where c.kek_day = d.day and c.state <> 'ended' and c.wrapped_by is null)
    and not exists (select 1 from complaint m where m.kek_day = d.day)
    and not exists (select 1 from practice p where p.kek_day = d.day)
  order by d.day`,
);

const GONE = new RowQuery<{ readonly id: string }>(
  { id: text },
  `select x.id::text from unnest($1::uuid[]) x(id) where not exists (select 1 from conversation c where c.id = x.id) order by 1`,
);

/** Reads which keys of days and holds must be destroyed now. */
export class KeyDayReadModel {
  constructor(private readonly database: Database) {}

  /** `files`: the days that have a key (`YYYY-MM-DD`). The oldest first. */
  async findDue(files: readonly string[]): Promise<DueDay[]> {
    return DUE.all(this.database, [files]);
  }

  /** Those of these conversations that have no row. */
  async findGone(ids: readonly string[]): Promise<string[]> {
    return (await GONE.all(this.database, [ids])).map(({ id }) => id);
  }
}
