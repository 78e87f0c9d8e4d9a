import type { ConversationId, Instant, ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { flag, moment, oneOf, optional, text, whole, type Columns } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';

/** One audit row about a conversation, with names in place of ids. `id` is a decimal text: it may be large. */
export interface StoredAct {
  readonly id: string;
  readonly at: Instant;
  readonly action: string;
  readonly actorKind: 'visitor' | 'staff' | 'system';
  /** Null for a visitor, the system, and someone whose record is gone. */
  readonly actorName: string | null;
  readonly whomName: string | null;
  readonly reason: string | null;
  readonly count: number | null;
}

const STATE = new RowQuery<{ readonly hasEnded: boolean; readonly isKept: boolean }>(
  { hasEnded: flag, isKept: flag },
  `select c.state = 'ended' as "hasEnded", ${isKept('c')} as "isKept" from conversation c where c.id = $1 and c.service_id = $2`,
);

export const ACT_COLUMNS: Columns<StoredAct> = {
  id: text,
  at: moment,
  action: text,
  actorKind: oneOf({ visitor: true, staff: true, system: true }),
  actorName: optional(text),
  whomName: optional(text),
  reason: optional(text),
  count: optional(whole),
};

const ACTS = new RowQuery<StoredAct>(
  ACT_COLUMNS,
  `select a.id::text, ${ms('a.at', 'at')}, a.action, a.actor_kind as "actorKind", s.name as "actorName", w.name as "whomName",
     a.reason, a.count
   from conversation_acts($1, $2, $3::bigint, $4) a
   left join staff s on s.id = a.actor_id left join staff w on w.id = a.whom order by a.id`,
);

/** Reads what is left of one conversation of the past. That someone reads it is recorded by the caller, before. */
export class PastRecordReadModel {
  constructor(private readonly database: Database) {}

  /** Null for one that is unknown, of another service, or erased. */
  async findState(
    service: ServiceId,
    conversation: ConversationId,
  ): Promise<{ readonly hasEnded: boolean; readonly isKept: boolean } | null> {
    return STATE.first(this.database, [conversation, service]);
  }

  /** What was done about it, the oldest first, after this number (`0` for all), `most` at most. It outlasts the conversation. */
  async loadActs(
    service: ServiceId,
    conversation: ConversationId,
    { after, most }: { readonly after: string; readonly most: number },
  ): Promise<StoredAct[]> {
    return ACTS.all(this.database, [service, conversation, after, most]);
  }
}
