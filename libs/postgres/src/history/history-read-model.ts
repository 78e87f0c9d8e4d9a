import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Band, EndReason, SafetyAnswer } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, list, moment, oneOf, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import type { StoredPlace } from './reader-read-model';

/** Which conversations are wanted. Null is any. */
export interface HistoryFilter {
  readonly responder: StaffId | null;
  readonly safety: SafetyAnswer | null;
  readonly ended: EndReason | null;
  /** Of its last wrap-up. */
  readonly outcome: WrapUpOutcome | null;
  /** Of any of its wrap-ups. */
  readonly topic: string | null;
  /** When it began: from this moment, and before that one. */
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** A conversation of the past, or one that still goes on, without anything that was written. */
export interface PastConversation {
  readonly conversationId: ConversationId;
  readonly at: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
  readonly band: Band;
  readonly safety: SafetyAnswer;
  readonly ended: EndReason | null;
  /** Of its last wrap-up; null where there is none. */
  readonly outcome: WrapUpOutcome | null;
  readonly topics: readonly string[];
  /** Who held it last; null where nobody did. */
  readonly responderName: string | null;
}

/** One page looks at so many conversations, whatever the filter leaves of them. */
const LOOKED_AT = 500;

type WrapUpOutcome = 'calmer' | 'same' | 'worse' | 'unknown';

const dateOf = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

const micros = (timestamp: string): string => `(extract(epoch from ${timestamp}) * 1000000)::bigint::text`;

const SCANNED = `
  select c.*, ${isKept('c')} as kept from conversation c
  where c.service_id = $1
    and ($2::text is null
      or (c.entered_at, c.id) < (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
    and ($4::timestamptz is null or c.entered_at >= $4) and ($5::timestamptz is null or c.entered_at < $5)
  order by c.entered_at desc, c.id desc limit ${LOOKED_AT}`;

const FOUND = new RowQuery<PastConversation>(
  {
    conversationId: known.conversation,
    at: text,
    beganAt: moment,
    endedAt: optional(moment),
    band: known.band,
    safety: known.safetyAnswer,
    ended: optional(known.endReason),
    outcome: optional(oneOf<WrapUpOutcome>({ calmer: true, same: true, worse: true, unknown: true })),
    topics: list(text),
    responderName: optional(text),
  },
  `select c.id as "conversationId", ${micros('c.entered_at')} as at, ${ms('c.entered_at', 'beganAt')},
     ${ms('c.ended_at', 'endedAt')}, c.band, c.safety_answer as safety, c.end_reason as ended, w.outcome,
     array(select t.topic from holding h, unnest(h.topics) with ordinality t (topic, place) where h.conversation_id = c.id
       group by t.topic order by min(t.place), min(h.epoch), t.topic) as topics, s.name as "responderName"
   from (${SCANNED}) c
   left join lateral (select h.staff_id from holding h where h.conversation_id = c.id order by h.epoch desc limit 1) held on true
   left join staff s on s.id = held.staff_id
   left join lateral (select h.outcome from holding h
     where h.conversation_id = c.id and h.outcome is not null order by h.epoch desc limit 1) w on true
   where c.kept
     and ($6::uuid is null or exists (select 1 from holding h where h.conversation_id = c.id and h.staff_id = $6))
     and ($7::text is null or c.safety_answer = $7) and ($8::text is null or c.end_reason = $8)
     and ($9::text is null or w.outcome = $9)
     and ($10::text is null or exists (select 1 from holding h where h.conversation_id = c.id and $10 = any (h.topics)))
   order by c.entered_at desc, c.id desc limit $11`,
);

const LOOKED = new RowQuery<StoredPlace & { readonly isAll: boolean }>(
  { at: text, conversationId: known.conversation, isAll: flag },
  `select ${micros('c.entered_at')} as at, c.id as "conversationId", count(*) over () < ${LOOKED_AT} as "isAll"
   from (${SCANNED}) c order by c.entered_at, c.id limit 1`,
);

const PEOPLE = new RowQuery<{ readonly id: StaffId; readonly name: string }>(
  { id: known.staff, name: text },
  `select s.id, s.name from staff s where s.service_id = $1
     and (s.role in ('responder', 'supervisor') or exists (select 1 from holding h where h.staff_id = s.id))
   order by s.name, s.id limit $2`,
);

/** Reads conversations of the past. A page costs the same however long the past is. */
export class HistoryReadModel {
  constructor(private readonly database: Database) {}

  /**
   * The newest first, from before `before` on, `most` at most, among the next 500 by time. Expired ones are left out.
   *
   * @returns `next`: where the next page begins; null when there is nothing before
   */
  async loadPage(
    service: ServiceId,
    {
      before,
      filter,
      most,
    }: { readonly before: StoredPlace | null; readonly filter: HistoryFilter; readonly most: number },
  ): Promise<{ readonly found: readonly PastConversation[]; readonly next: StoredPlace | null }> {
    const { responder, safety, ended, outcome, topic } = filter;
    const range = [dateOf(filter.from), dateOf(filter.until)];
    const scanned = [service, before?.at ?? null, before?.conversationId ?? null, ...range];
    const wanted = [responder, safety, ended, outcome, topic];
    const rows = await FOUND.all(this.database, [...scanned, ...wanted, most + 1]);
    const found = rows.slice(0, most);
    const last = found.at(-1);
    if (rows.length > most && last !== undefined)
      return { found, next: { at: last.at, conversationId: last.conversationId } };
    const looked = await LOOKED.first(this.database, scanned);
    const next =
      looked === null || looked.isAll ? null : { at: looked.at, conversationId: looked.conversationId };
    return { found, next };
  }

  /** Everyone who held one, whatever they are now, and who may hold one; in the order of their names, `most` at most. */
  async loadPeople(
    service: ServiceId,
    most: number,
  ): Promise<{ readonly id: StaffId; readonly name: string }[]> {
    return PEOPLE.all(this.database, [service, most]);
  }
}
