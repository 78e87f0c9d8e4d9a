// Parts of the one statement that reads what people ask of each other: what only supervisors are told. $1 is the service.
import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { flag, hexBytes, moment, optional, row, text, whole } from '../connection/parse-rows';
import { ms } from '../connection/row-query';
import { ASKED_AND_SILENT } from '../conversations/conversation-clock';

/** Calls or people read at once, at most. */
export const CALLS_MOST = 100;

/**
 * Nobody is available in a running shift, at a console that answered within the last minute. Who has taken as many as they can
 * is there. `since` is when the first of those who wait began to, or the last of the others went away.
 */
export const EVERYONE_AWAY = `
  select * from (
    select w.waiting, floor(extract(epoch from greatest(w.first, (select max(s.free_since) from staff s
        where s.service_id = $1 and s.active and s.availability = 'away' and s.shift_ends_at is not null))) * 1000) as since
    from (select count(*)::integer as waiting, min(c.waiting_since) as first from conversation c
      where c.service_id = $1 and c.state = 'waiting' and coalesce(c.hold <> 'set_aside', true)) w
    where w.waiting > 0 and not exists (
      select 1 from staff s join staff_presence p on p.staff_id = s.id
      where s.service_id = $1 and s.active and s.availability = 'available' and s.shift_ends_at > clock_timestamp()
        and p.at > clock_timestamp() - interval '45 seconds')) a
  where a.since < extract(epoch from clock_timestamp()) * 1000 - $7::double precision`;

/** People on shift who were set to away since they missed two offers in a row. */
export const MISSED_OFFERS = `
  select s.id as "responderId", s.name as "responderName", ${ms('s.free_since', 'at')}
  from staff s where s.service_id = $1 and s.active and s.availability = 'away' and s.away_because = 'missed_offers'
    and s.shift_ends_at > clock_timestamp()
  order by s.free_since, s.id limit ${CALLS_MOST}`;

/** Chats whose responder's shift is over. */
export const SHIFTS_OVER = `
  select c.id as conversation, encode(c.name_sealed, 'hex') as "nameSealed", s.id as "responderId", s.name as "responderName",
    ${ms('s.shift_ends_at', 'since')}
  from staff s join holding h on h.staff_id = s.id and h.ended_at is null join conversation c on c.id = h.conversation_id
  where s.service_id = $1 and s.shift_ends_at < clock_timestamp() and c.state = 'talking'
  order by s.shift_ends_at, c.id limit ${CALLS_MOST}`;

/** On-call contacts that the last message did not reach. */
export const ON_CALL_FAILING = `
  select count(*)::integer from on_call_contact k where k.service_id = $1 and (
    select m.result <> 'sent' from on_call_message m where m.contact_id = k.id and m.result is not null
    order by m.made_at desc limit 1)`;

/** Whether what has expired is still kept, and whether the audit log is late; false for both while all is well. */
export const LATE_RECORDS = 'select erasure, log from late_records($1)';

export interface LateRecords {
  readonly erasure: boolean;
  readonly log: boolean;
}

export const lateRecords = row<LateRecords>({ erasure: flag, log: flag });

/** Someone who was set to away since they missed two offers in a row. */
export interface StoredMissedOffers {
  readonly responderId: StaffId;
  readonly responderName: string;
  readonly at: Instant;
}

export const storedMissedOffers = row<StoredMissedOffers>({
  responderId: known.staff,
  responderName: text,
  at: moment,
});

/** Visitors in danger who were asked whether they are there, and have not answered. */
export const SILENT = `
  select c.id as conversation, encode(c.name_sealed, 'hex') as "nameSealed", s.id as "responderId", s.name as "responderName",
    ${ms('k.asked_at', 'since')}, k.asked as rings
  from conversation c join conversation_clock k on k.conversation_id = c.id
  join holding h on h.conversation_id = c.id and h.ended_at is null join staff s on s.id = h.staff_id
  where c.service_id = $1 and c.state = 'talking' and c.in_danger and c.visitor_left_at is null
    and ${ASKED_AND_SILENT}
  order by k.asked_at, c.id limit ${CALLS_MOST}`;

/** A visitor in danger who was asked whether they are there, and has not answered. The visitor's name is still sealed. */
export interface StoredSilence {
  readonly conversation: ConversationId;
  readonly nameSealed: Buffer | null;
  readonly responderId: StaffId;
  readonly responderName: string;
  readonly since: Instant;
  /** How often they were asked. */
  readonly rings: number;
}

export const storedSilence = row<StoredSilence>({
  conversation: known.conversation,
  nameSealed: optional(hexBytes),
  responderId: known.staff,
  responderName: text,
  since: moment,
  rings: whole,
});
