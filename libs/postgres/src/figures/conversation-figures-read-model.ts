import { later, type ConversationId, type Instant, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { moment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';

/** What was said and held since `from`, as libs/figures takes it. */
export interface StoredConversationFigures {
  readonly now: Instant;
  readonly from: Instant;
  readonly conversations: readonly {
    readonly answeredAt: Instant;
    readonly endedAt: Instant | null;
    readonly endReason: string | null;
    readonly handovers: number;
  }[];
  readonly held: readonly {
    readonly responder: StaffId;
    readonly from: Instant;
    readonly to: Instant | null;
  }[];
  /** Ordered by conversation, and within each by its timeline. */
  readonly said: readonly {
    readonly conversation: ConversationId;
    readonly by: 'visitor' | 'responder';
    readonly at: Instant;
  }[];
}

/** Conversations and messages read at once, at most: the newest. */
const CONVERSATIONS_MOST = 2_000;
const MESSAGES_MOST = 20_000;

const RECENT = `
  with recent as (
    select c.* from (
      select * from conversation where service_id = $1 and state <> 'ended'
      union all
      select * from conversation where service_id = $1 and state = 'ended' and ended_at >= to_timestamp($2 / 1000.0)
    ) c
    where c.epoch > 0 and c.state <> 'waiting' order by coalesce(c.ended_at, 'infinity') desc, c.id limit ${CONVERSATIONS_MOST}
  )`;

const CONVERSATIONS = new RowQuery<StoredConversationFigures['conversations'][number]>(
  { answeredAt: moment, endedAt: optional(moment), endReason: optional(text), handovers: whole },
  `${RECENT}
  select ${ms('answered.at', 'answeredAt')}, ${ms('c.ended_at', 'endedAt')}, c.end_reason as "endReason",
    (select count(*)::integer from handover v where v.conversation_id = c.id and v.passed_at is not null) as handovers
  from recent c join lateral (
    select e.at from timeline_entry e
    where e.conversation_id = c.id and e.kind = 'message' and e.author_role = 'responder' order by e.seq limit 1
  ) answered on true`,
);

const HELD = new RowQuery<StoredConversationFigures['held'][number]>(
  { responder: known.staff, from: moment, to: optional(moment) },
  `${RECENT}
  select h.staff_id as responder, ${ms('h.began_at', 'from')}, ${ms('h.ended_at', 'to')}
  from recent c join holding h on h.conversation_id = c.id
  where coalesce(h.ended_at, 'infinity') >= to_timestamp($2 / 1000.0)`,
);

const SAID = new RowQuery<StoredConversationFigures['said'][number]>(
  {
    conversation: known.conversation,
    by: oneOf({ visitor: true, responder: true }),
    at: moment,
  },
  `${RECENT}
  select * from (
    select e.conversation_id as conversation, e.author_role as by, ${ms('e.at', 'at')}, e.seq
    from recent c join timeline_entry e on e.conversation_id = c.id
    where e.kind = 'message' and e.at >= to_timestamp($2 / 1000.0) order by e.at desc limit ${MESSAGES_MOST}
  ) newest order by conversation, seq`,
);

/** Reads what the figures of conversations are computed from. */
export class ConversationFiguresReadModel {
  constructor(private readonly database: Database) {}

  /** The last `span` ms, all from one snapshot. Reads the time of every message, so do not call it with every poll. */
  async loadConversationFigures(service: ServiceId, span: number): Promise<StoredConversationFigures> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      // The best plan depends on how long the span is.
      await tx.query('set local plan_cache_mode = force_custom_plan');
      const now = await databaseNow(tx);
      const from = later(now, -span);
      return {
        now,
        from,
        conversations: await CONVERSATIONS.all(tx, [service, from]),
        held: await HELD.all(tx, [service, from]),
        said: await SAID.all(tx, [service, from]),
      };
    });
  }
}
