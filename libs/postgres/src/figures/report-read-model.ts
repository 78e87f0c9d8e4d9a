import { DAY, later, type Instant, type ServiceId } from '@warmline/kernel';
import { FEELS_BETTER, FELT_LISTENED_TO } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { flag, moment, number, optional, text, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';
import { contactColumns, contactsWith, type StoredContact } from './contact-rows';
import { BREAKS, staffSpanColumns, type StoredSpan, type StoredStaffSpan } from './staff-spans';

/** From `from`, and before `to`. */
export interface ReportInterval {
  readonly from: Instant;
  readonly to: Instant;
}

export interface ReportedContact extends StoredContact {
  readonly endReason: string | null;
  /** How often the conversation was handed over. */
  readonly handovers: number;
}

/** A conversation of one responder, and what it weighed. */
export interface ReportedHolding extends StoredSpan {
  /** Null until the wrap-up is finished. */
  readonly wrappedUpAt: Instant | null;
}

/** What began in one part of a range, at most a day. */
export interface ReportPart {
  readonly contacts: readonly ReportedContact[];
  /** There were more contacts than are read of one part. */
  readonly isPartial: boolean;
  readonly holdings: readonly ReportedHolding[];
  /** Waits that ended in it, in ms: the upper bound that was promised, and the true wait. */
  readonly promises: readonly { readonly bound: number; readonly trueWait: number }[];
  /** How many replies came so many whole seconds (ms) after the visitor's first unanswered message. */
  readonly replyGaps: readonly { readonly value: number; readonly count: number }[];
  readonly turnedAway: number;
  readonly survey: StoredSurvey;
  /** Contacts that began in it and are erased, as the service keeps a chat no longer: no figure counts them. */
  readonly erased: number;
}

/** Answers after a chat: how many were asked, and how many gave which answer. */
export interface StoredSurvey {
  readonly asked: number;
  readonly felt: number;
  readonly better: number;
  readonly told: number;
  readonly listened: number;
}

/** What is few enough to be read of a whole range. */
export interface ReportFrame {
  readonly helpCalls: readonly {
    readonly urgent: boolean;
    readonly calledAt: Instant;
    readonly joinedAt: Instant | null;
    readonly overAt: Instant | null;
  }[];
  readonly capacities: readonly StoredSpan[];
  readonly breaks: readonly StoredStaffSpan[];
  /** Shifts until their end: checked out, or the planned one. */
  readonly shifts: readonly (StoredStaffSpan & { readonly to: Instant })[];
}

/** Contacts that are read of one part, at most. */
const PART_MAX = 5_000;

/** Chats that are set aside as a flood are no contacts. */
const ENTERED = `
  with contact as (
    select * from conversation
    where service_id = $1 and entered_at >= to_timestamp($2 / 1000.0) and entered_at < to_timestamp($3 / 1000.0)
      and set_aside_at is null
    order by entered_at limit ${PART_MAX + 1}
  )`;

const CONTACTS = new RowQuery<ReportedContact>(
  { ...contactColumns, endReason: optional(text), handovers: whole },
  `${ENTERED} ${contactsWith(`c.end_reason as "endReason",
    (select count(*)::integer from handover v where v.conversation_id = c.id and v.passed_at is not null) as handovers,`)}`,
);

/** Band 1 weighs two units while it runs, any other one: docs/spec/routing.md#capacity. */
const HOLDINGS = new RowQuery<ReportedHolding>(
  { ...staffSpanColumns, units: number, wrappedUpAt: optional(moment) },
  `${ENTERED}
  select h.staff_id as responder, case when c.band = 1 then 2.0 else 1.0 end::double precision as units,
    ${ms('h.began_at', 'from')}, ${ms('h.ended_at', 'to')}, ${ms('h.wrapped_up_at', 'wrappedUpAt')}
  from contact c join holding h on h.conversation_id = c.id`,
);

/** Counted by whole seconds, so that a month of messages is a few hundred rows. */
const REPLY_GAPS = new RowQuery<ReportPart['replyGaps'][number]>(
  { value: number, count: whole },
  `${ENTERED}, said as (
    select e.conversation_id, e.seq, e.at, e.author_role,
      lag(e.author_role) over (partition by e.conversation_id order by e.seq) as before
    from contact c join timeline_entry e on e.conversation_id = c.id
    where e.kind = 'message' and e.author_role in ('visitor', 'responder')
  ), turned as (
    select author_role, at, lag(at) over (partition by conversation_id order by seq) as asked_at
    from said where before is distinct from author_role
  )
  select floor(extract(epoch from at - asked_at))::double precision * 1000 as value, count(*)::integer as count
  from turned
  where author_role = 'responder' and asked_at is not null
  group by 1`,
);

/** Only waits for which an upper bound was promised. */
const PROMISES = new RowQuery<ReportPart['promises'][number]>(
  { bound: number, trueWait: number },
  `
  select bound::double precision * 60000 as bound, true_wait::double precision * 60000 as "trueWait" from wait_outcome
  where service_id = $1 and at >= to_timestamp($2 / 1000.0) and at < to_timestamp($3 / 1000.0) and bound is not null
  limit ${PART_MAX}`,
);

const TURNED_AWAY = new RowQuery(
  { count: whole },
  `
  select greatest(0, coalesce(sum(contacts), 0))::integer as count from turned_away
  where service_id = $1 and minute >= date_trunc('minute', to_timestamp($2 / 1000.0)) and minute < to_timestamp($3 / 1000.0)`,
);

/** Who is asked is decided at the end of a chat; an answer is counted where it came. */
const SURVEY = new RowQuery<StoredSurvey>(
  { asked: whole, felt: whole, better: whole, told: whole, listened: whole },
  `
  select (select count(*)::integer from conversation
    where service_id = $1 and state = 'ended' and asks_after and ended_at >= to_timestamp($2 / 1000.0)
      and ended_at < to_timestamp($3 / 1000.0)) as asked,
    count(feeling)::integer as felt,
    (count(*) filter (where feeling = any ($4)))::integer as better,
    count(listened)::integer as told, (count(*) filter (where listened = $5))::integer as listened
  from after_chat_answer
  where service_id = $1 and at >= to_timestamp($2 / 1000.0) and at < to_timestamp($3 / 1000.0)`,
);

/** Counted when they were joined, or over without that. No call stays open for longer than a day. */
const HELP_CALLS = new RowQuery<ReportFrame['helpCalls'][number]>(
  { urgent: flag, calledAt: moment, joinedAt: optional(moment), overAt: optional(moment) },
  `
  select urgency = 'urgent' as urgent, ${ms('called_at', 'calledAt')}, ${ms('joined_at', 'joinedAt')},
    ${ms('over_at', 'overAt')}
  from help_call
  where service_id = $1 and called_at >= to_timestamp($2 / 1000.0) - interval '1 day' and called_at < to_timestamp($3 / 1000.0)
    and coalesce(joined_at, over_at, 'infinity') >= to_timestamp($2 / 1000.0)
    and (coalesce(joined_at, over_at) < to_timestamp($3 / 1000.0) or coalesce(joined_at, over_at) is null)
  order by called_at desc limit ${PART_MAX}`,
);

/** No shift is longer than a day, so a span that meets the range ended within a day of it, or goes on. */
const CAPACITIES = new RowQuery<StoredSpan>(
  { ...staffSpanColumns, units: number },
  `
  select staff_id as responder, capacity::double precision as units, ${ms('began_at', 'from')}, ${ms('ended_at', 'to')} from (
    select * from capacity_span where service_id = $1 and ended_at is null
    union all
    select * from capacity_span
    where service_id = $1 and ended_at >= to_timestamp($2 / 1000.0)
      and ended_at < to_timestamp($3 / 1000.0) + interval '1 day'
  ) span where began_at < to_timestamp($3 / 1000.0)`,
);

/** No shift is longer than a day, so one that meets the range began within a day before it, or in it. */
const SHIFTS = new RowQuery<ReportFrame['shifts'][number]>(
  { ...staffSpanColumns, to: moment },
  `
  select staff_id as responder, ${ms('began_at', 'from')}, ${ms('coalesce(ended_at, ends_at)', 'to')} from shift
  where service_id = $1 and began_at >= to_timestamp($2 / 1000.0) - interval '1 day' and began_at < to_timestamp($3 / 1000.0)`,
);

const ERASED = new RowQuery(
  { count: whole },
  `
  select coalesce(sum(contacts), 0)::integer as count from past_contact
  where service_id = $1 and hour >= date_trunc('hour', to_timestamp($2 / 1000.0)) and hour < to_timestamp($3 / 1000.0)`,
);

/** Reads what a report of a range of days is computed from, in parts, so that no reading holds the server up for long. */
export class ReportReadModel {
  constructor(private readonly database: Database) {}

  async now(): Promise<Instant> {
    return databaseNow(this.database);
  }

  async loadFrame(service: ServiceId, { from, to }: ReportInterval): Promise<ReportFrame> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('set local plan_cache_mode = force_custom_plan');
      return {
        helpCalls: await HELP_CALLS.all(tx, [service, from, to]),
        capacities: await CAPACITIES.all(tx, [service, from, to]),
        // Breaks of the shifts that met the range.
        breaks: await BREAKS.all(tx, [service, later(from, -DAY), to]),
        shifts: await SHIFTS.all(tx, [service, from, to]),
      };
    });
  }

  /** What began in `part`, at most a day of it. */
  async loadPart(service: ServiceId, part: ReportInterval): Promise<ReportPart> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      // The best plan depends on how busy the part was.
      await tx.query('set local plan_cache_mode = force_custom_plan');
      const within = [service, part.from, part.to] as const;
      const contacts = await CONTACTS.all(tx, within);
      return {
        contacts: contacts.slice(0, PART_MAX),
        isPartial: contacts.length > PART_MAX,
        holdings: await HOLDINGS.all(tx, within),
        promises: await PROMISES.all(tx, within),
        replyGaps: await REPLY_GAPS.all(tx, within),
        turnedAway: (await TURNED_AWAY.one(tx, within)).count,
        survey: await SURVEY.one(tx, [...within, FEELS_BETTER, FELT_LISTENED_TO]),
        erased: (await ERASED.one(tx, within)).count,
      };
    });
  }
}
