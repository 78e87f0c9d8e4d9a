import type { Database } from '../connection/database';
import { bytes, optional, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** One expiry day that is in use: by open conversations, by its canary, or by both. */
export interface KeyDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly openConversations: number;
  /** The known value, sealed with the day's key. Null before the first check. */
  readonly canary: Buffer | null;
  /** The key of one open conversation, wrapped by the day's key. Null when none is open. */
  readonly sample: { readonly conversation: string; readonly dekWrapped: Buffer } | null;
}

interface DayRow {
  readonly day: string;
  readonly open: number;
  readonly canary: Buffer | null;
  readonly conversation: string | null;
  readonly dekWrapped: Buffer | null;
}

const DAYS = new RowQuery<DayRow>(
  {
    day: text,
    open: whole,
    canary: optional(bytes),
    conversation: optional(text),
    dekWrapped: optional(bytes),
  },
  `
  select to_char(coalesce(o.day, k.day), 'YYYY-MM-DD') as day, coalesce(o.open, 0)::integer as open,
    k.sealed as canary, o.conversation::text, c.dek_wrapped as "dekWrapped"
  from (
    select kek_day as day, count(*) as open, min(id::text)::uuid as conversation
    from conversation where state <> 'ended' and wrapped_by is null group by kek_day
  ) o
  full join keyring_canary k on k.day = o.day
  left join conversation c on c.id = o.conversation
  order by 1`,
);

const WITHOUT_CANARY = new RowQuery<{ readonly day: string }>(
  { day: text },
  `
  select to_char(d.day, 'YYYY-MM-DD') as day from unnest($1::date[]) d(day)
  where d.day > (clock_timestamp() at time zone 'UTC')::date
    and not exists (select 1 from keyring_canary k where k.day = d.day)
  order by d.day`,
);

/** Keeps the canaries of the keyring, one for each expiry day. */
export class KeyringCanaryStore {
  constructor(private readonly database: Database) {}

  /** Every day that an open conversation or a canary belongs to, in order. */
  async loadDays(): Promise<KeyDay[]> {
    const days = await DAYS.all(this.database);
    return days.map(({ day, open, canary, conversation, dekWrapped }) => ({
      day,
      openConversations: open,
      canary,
      sample: conversation === null || dekWrapped === null ? null : { conversation, dekWrapped },
    }));
  }

  /** Of these days (`YYYY-MM-DD`), those that have not begun and have no canary. */
  async findWithoutCanary(days: readonly string[]): Promise<string[]> {
    const found = await WITHOUT_CANARY.all(this.database, [days]);
    return found.map(({ day }) => day);
  }

  async saveCanary(day: string, sealed: Buffer): Promise<void> {
    await this.database.query(
      `insert into keyring_canary (day, sealed) values ($1, $2)
       on conflict (day) do update set sealed = excluded.sealed`,
      [day, sealed],
    );
  }
}
