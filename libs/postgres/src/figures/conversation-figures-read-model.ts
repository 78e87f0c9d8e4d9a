import { instant, type ConversationId, type Instant, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

/** What was said and held since `from`, as the figures of libs/figures take it; times in ms since 1970. */
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
  /** In the order of their conversations, and within each in its own. */
  readonly said: readonly {
    readonly conversation: ConversationId;
    readonly by: 'visitor' | 'responder';
    readonly at: Instant;
  }[];
}

/** Talks of one reading, and messages, at most: the newest. */
const TALKS_MOST = 2_000;
const SAID_MOST = 20_000;

const TALK = `
  with talk as (
    select c.* from conversation c where c.service_id = $1 and c.epoch > 0
      and (c.state = 'talking' or (c.state = 'ended' and c.ended_at >= to_timestamp($2 / 1000.0)))
    order by coalesce(c.ended_at, 'infinity') desc, c.id limit ${TALKS_MOST}
  )`;

const TALKS = `${TALK}
  select ${ms('answered.at', 'answeredAt')}, ${ms('c.ended_at', 'endedAt')}, c.end_reason as "endReason",
    (select count(*)::integer from handover v where v.conversation_id = c.id and v.passed_at is not null) as handovers
  from talk c join lateral (
    select e.at from timeline_entry e
    where e.conversation_id = c.id and e.kind = 'message' and e.author_role = 'responder' order by e.seq limit 1
  ) answered on true`;

const HELD = `${TALK}
  select h.staff_id as responder, ${ms('h.began_at', 'from')}, ${ms('h.ended_at', 'to')}
  from talk c join holding h on h.conversation_id = c.id
  where coalesce(h.ended_at, 'infinity') >= to_timestamp($2 / 1000.0)`;

const SAID = `${TALK}
  select * from (
    select e.conversation_id as conversation, e.author_role as by, ${ms('e.at', 'at')}, e.seq
    from talk c join timeline_entry e on e.conversation_id = c.id
    where e.kind = 'message' and e.at >= to_timestamp($2 / 1000.0) order by e.at desc limit ${SAID_MOST}
  ) newest order by conversation, seq`;

export class ConversationFiguresReadModel {
  constructor(private readonly database: Database) {}

  /** The last `span` ms, of one snapshot. Reads every message's time: not for every tick. */
  async loadConversationFigures(service: ServiceId, span: number): Promise<StoredConversationFigures> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      const [clock]: [{ now: number }] = await tx.query(`select ${ms('clock_timestamp()', 'now')}`);
      const now = instant(Math.floor(clock.now));
      const from = instant(now - span);
      return {
        now,
        from,
        conversations: await tx.query(TALKS, [service, from]),
        held: await tx.query(HELD, [service, from]),
        said: await tx.query(SAID, [service, from]),
      };
    });
  }
}
