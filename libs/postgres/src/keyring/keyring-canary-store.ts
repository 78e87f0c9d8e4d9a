import type { Database } from '../connection/database';
import { bytes, optional, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** One expiry day that is in use: by conversations that are open or kept, by its canary, or by both. */
export interface KeyDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly openConversations: number;
  /** The known value, sealed with the day's key. Null before the first check. */
  readonly canary: Buffer | null;
  /** The key of one conversation that is open, or is kept because the day has not begun, wrapped by the day's key. Null when there is none. */
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
    select coalesce(g.day, e.day) as day, g.open, coalesce(g.conversation, e.conversation) as conversation
    from (
      select kek_day as day, count(*) as open, min(id::text)::uuid as conversation
      from conversation where state <> 'ended' and wrapped_by is null group by kek_day
    ) g
    full join (
      select d.day::date as day, x.id as conversation
      from generate_series((clock_timestamp() at time zone 'UTC')::date + 1, (clock_timestamp() at time zone 'UTC')::date + 2555, interval '1 day') d(day)
      cross join lateral (
        select c.id from conversation c
        where c.kek_day = d.day::date and c.state = 'ended' and c.wrapped_by is null and c.erasure_agreed_at is null limit 1) x
    ) e on e.day = g.day
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

/** The key of a conversation that is held. */
export interface HeldKey {
  readonly conversation: string;
  readonly dekWrapped: Buffer;
  /** `YYYY-MM-DD`. */
  readonly kekDay: string;
  readonly wrappedBy: string;
}

const HELD = new RowQuery<HeldKey>(
  { conversation: text, dekWrapped: bytes, kekDay: text, wrappedBy: text },
  `select id::text as conversation, dek_wrapped as "dekWrapped", kek_day::text as "kekDay", wrapped_by as "wrappedBy"
   from conversation where held_at is not null and wrapped_by is not null order by id`,
);

/** Keeps the canaries of the keyring, one for each expiry day. */
export class KeyringCanaryStore {
  constructor(private readonly database: Database) {}

  /** The keys of conversations that are held, each wrapped by the key of its hold. */
  async loadHeld(): Promise<HeldKey[]> {
    return HELD.all(this.database);
  }

  /** Every day that an open or kept conversation, or a canary belongs to, in order. A day that has begun needs no key of what has ended. */
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
