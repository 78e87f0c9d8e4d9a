import type { ConversationId, HelpCallId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { HelpCause, Urgency } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, hexBytes, list, moment, oneOf, optional, row, text, whole } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import {
  CALLS_MOST,
  EVERYONE_AWAY,
  LATE_RECORDS,
  lateRecords,
  MISSED_OFFERS,
  ON_CALL_FAILING,
  SHIFTS_OVER,
  SILENT,
  storedMissedOffers,
  storedSilence,
  type LateRecords,
  type StoredMissedOffers,
  type StoredSilence,
} from './help-notices';
import { LAPSED, type LapsedCall } from './lapsed-calls';
import { IS_STILL_NEEDED, isInQuietTime, type QuietSpans } from './surge-cause';
import { UNHEARD } from './unheard-facts';

/** An open call for help. The visitor's name is still sealed. */
export interface StoredHelpCall {
  readonly id: HelpCallId;
  readonly conversation: ConversationId | null;
  readonly urgency: Urgency;
  readonly because: HelpCause;
  readonly calledById: StaffId;
  readonly calledByName: string;
  readonly nameSealed: Buffer | null;
  readonly calledAt: Instant;
  readonly answeredById: StaffId | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Instant | null;
  readonly joinedAt: Instant | null;
  /** The supervisor who answered is reading the conversation now. */
  readonly isThere: boolean;
  /** How often supervisors were alarmed; 0 once one has answered. */
  readonly rings: number;
}

/** A visitor with a responder who needs a look. The visitor's name is still sealed. */
export interface StoredHeldChat {
  readonly conversation: ConversationId;
  readonly nameSealed: Buffer | null;
  readonly responderId: StaffId;
  readonly responderName: string;
  readonly since: Instant;
}

/** What the people of a service ask of each other now. */
export interface StoredHelp {
  readonly now: Instant;
  readonly calls: readonly StoredHelpCall[];
  readonly supervisors: readonly StaffId[];
  /** Visitors who wait for a reply, the longest wait first; empty unless asked for. */
  readonly unanswered: readonly StoredHeldChat[];
  /** Visitors in danger who wait and whom nobody has taken, the unseen last, the longest wait first; empty unless asked for. */
  readonly inDanger: readonly {
    readonly conversation: ConversationId;
    readonly since: Instant;
    /** How often supervisors were alarmed: grows until someone takes them. */
    readonly rings: number;
  }[];
  /** Visitors who wait, and since when nobody was there to take them; null while someone is, or nobody waits. */
  readonly everyoneAway: { readonly waiting: number; readonly since: Instant } | null;
  /** People on shift who are away since they missed two offers in a row. */
  readonly missedOffers: readonly StoredMissedOffers[];
  /** Chats whose responder's shift is over. */
  readonly shiftsOver: readonly StoredHeldChat[];
  /** On-call contacts that the last message did not reach. */
  readonly onCallFailing: number;
  /** Null unless asked for. */
  readonly late: LateRecords | null;
  /** Visitors in danger who were asked whether they are there and have not answered; empty unless asked for. */
  readonly silent: readonly StoredSilence[];
  /** The newest surge request, while it is open. */
  readonly everyone: {
    readonly id: string;
    readonly byId: StaffId;
    readonly byName: string;
    readonly at: Instant;
    /** Colleagues are asked for as long as it is: until its cause is gone, or enough have said yes. */
    readonly isNeeded: boolean;
    readonly invited: readonly StaffId[];
    readonly answers: readonly { readonly staff: StaffId; readonly name: string; readonly can: boolean }[];
  } | null;
  /** People who are shown what a supervisor decided about them. */
  readonly decided: readonly {
    readonly staff: StaffId;
    readonly breakCalledBy: string | null;
    readonly shiftClosedBy: string | null;
    readonly shiftClosedAt: Instant | null;
  }[];
}

export interface HelpSpans extends QuietSpans {
  /** How long (ms) a visitor in danger may wait before supervisors are alarmed, and until they are again. */
  readonly danger: number;
  readonly dangerAgain: number;
  /** How long (ms) visitors may wait with nobody there before supervisors hear. */
  readonly away: number;
  /** How long (ms) a visitor's last message may have no reply, and in danger. */
  readonly unanswered: number;
  readonly unansweredInDanger: number;
  /** How long (ms) a surge request stays open. */
  readonly asked: number;
}

const CALLS = `
  select h.id, h.conversation_id as conversation, h.urgency, h.because, h.staff_id as "calledById", s.name as "calledByName",
    encode(c.name_sealed, 'hex') as "nameSealed", ${ms('h.called_at', 'calledAt')},
    h.answered_by as "answeredById", a.name as "answeredByName", ${ms('h.answered_at', 'answeredAt')},
    ${ms('h.joined_at', 'joinedAt')},
    exists (select 1 from observation w where w.conversation_id = h.conversation_id and w.staff_id = h.answered_by
      and w.ended_at is null) as "isThere",
    case when h.answered_at is not null then 0 else 1 + floor(extract(epoch from clock_timestamp() - h.called_at)
      * 1000 / $6::double precision)::integer end as rings
  from help_call h join staff s on s.id = h.staff_id
  left join staff a on a.id = h.answered_by left join conversation c on c.id = h.conversation_id and ${isKept('c')}
  where h.service_id = $1 and h.over_at is null order by h.called_at, h.id limit ${CALLS_MOST}`;

/**
 * From when they joined, the visitor waits for the holder's first word, also one who has written nothing. A message from before
 * waits since then. A visitor who left by quick exit does not wait.
 */
const UNANSWERED = `
  select c.id as conversation, encode(c.name_sealed, 'hex') as "nameSealed", s.id as "responderId", s.name as "responderName",
    ${ms('greatest(c.visitor_message_at, h.began_at)', 'since')}
  from conversation c join holding h on h.conversation_id = c.id and h.ended_at is null join staff s on s.id = h.staff_id
  where c.service_id = $1 and c.state = 'talking' and c.visitor_left_at is null
    and greatest(c.visitor_message_at, h.began_at) > coalesce(c.responder_message_at, '-infinity')
    and greatest(c.visitor_message_at, h.began_at)
      < clock_timestamp() - case when c.in_danger then $8::double precision else $3::double precision end * interval '1 ms'
  order by greatest(c.visitor_message_at, h.began_at), c.id limit ${CALLS_MOST}`;

/**
 * Counted from the start of the wait, or from when they were known to be in danger, by the database's clock. Whom a flood
 * may have made is left out until a proof, a word or a person says otherwise; the unseen come last.
 */
const IN_DANGER = `
  select w.conversation, ${ms('w.since', 'since')}, 1 + floor((extract(epoch from clock_timestamp() - w.since)
    * 1000 - $5::double precision) / $6::double precision)::integer as rings
  from (select c.id as conversation, greatest(c.waiting_since, c.safety_at) as since,
      coalesce(c.hold = 'unseen', false) as unseen from conversation c
    where c.service_id = $1 and c.state = 'waiting' and c.in_danger
      and coalesce(c.hold not in ('unproven', 'set_aside'), true)) w
  where w.since < clock_timestamp() - $5::double precision * interval '1 millisecond'
  order by w.unseen, w.since, w.conversation limit ${CALLS_MOST}`;

/** People on a break, in quiet time, or who checked in as not taking chats today, are not asked. */
const SURGE_REQUEST = `
  select e.id, e.asked_by as "byId", b.name as "byName", ${ms('e.asked_at', 'at')},
    (${IS_STILL_NEEDED}) as "isNeeded",
    coalesce((select json_agg(s.id) from staff s
      join shift f on f.staff_id = s.id and f.ended_at is null and f.ends_at > clock_timestamp()
      where s.service_id = $1 and s.active and s.id <> e.asked_by and f.check_in <> 'not_today'
        and (s.availability = 'available' or f.takes_surge) and not s.break_wanted
        and not ${isInQuietTime(9, 10, 11)} and not exists (select 1 from staff_break x where x.staff_id = s.id and x.until > clock_timestamp())), '[]') as invited,
    coalesce((select json_agg(json_build_object('staff', s.id, 'name', s.name, 'can', a.can) order by s.name, s.id)
      from surge_answer a join staff s on s.id = a.staff_id where a.request_id = e.id), '[]') as answers
  from surge_request e join staff b on b.id = e.asked_by
  where e.service_id = $1 and e.asked_at > clock_timestamp() - $4::double precision * interval '1 millisecond'
  order by e.asked_at desc limit 1`;

/** A shift that a supervisor ended is shown until the next one begins, for twelve hours at most. */
const DECIDED = `
  select s.id as staff, coalesce(w.name, o.name) as "breakCalledBy",
    case when k.is_told then c.name end as "shiftClosedBy",
    case when k.is_told then ${milliseconds('s.shift_closed_at')} end as "shiftClosedAt"
  from staff s left join staff w on w.id = s.break_called_by left join staff c on c.id = s.shift_closed_by
  left join lateral (select b.name from staff_break x join staff b on b.id = x.called_by
    where x.staff_id = s.id and x.until > clock_timestamp() limit 1) o on true
  cross join lateral (select coalesce(s.shift_closed_at > clock_timestamp() - interval '12 hours', false) and not exists (
    select 1 from shift f where f.staff_id = s.id and f.began_at > s.shift_closed_at) as is_told) k
  where s.service_id = $1 and (w.id is not null or o.name is not null or k.is_told)`;

const call = row<StoredHelpCall>({
  id: known.helpCall,
  conversation: optional(known.conversation),
  urgency: oneOf<Urgency>({ normal: true, urgent: true }),
  because: oneOf<HelpCause>({ pressed: true, facts: true }),
  calledById: known.staff,
  calledByName: text,
  nameSealed: optional(hexBytes),
  calledAt: moment,
  answeredById: optional(known.staff),
  answeredByName: optional(text),
  answeredAt: optional(moment),
  joinedAt: optional(moment),
  isThere: flag,
  rings: whole,
});

const heldChat = row<StoredHeldChat>({
  conversation: known.conversation,
  nameSealed: optional(hexBytes),
  responderId: known.staff,
  responderName: text,
  since: moment,
});

const everyoneAway = row<NonNullable<StoredHelp['everyoneAway']>>({ waiting: whole, since: moment });

const inDanger = row<StoredHelp['inDanger'][number]>({
  conversation: known.conversation,
  since: moment,
  rings: whole,
});

const surgeRequest = row<NonNullable<StoredHelp['everyone']>>({
  id: text,
  byId: known.staff,
  byName: text,
  at: moment,
  isNeeded: flag,
  invited: list(known.staff),
  answers: list(row({ staff: known.staff, name: text, can: flag })),
});

const decided = row<StoredHelp['decided'][number]>({
  staff: known.staff,
  breakCalledBy: optional(text),
  shiftClosedBy: optional(text),
  shiftClosedAt: optional(moment),
});

/** One statement, so one snapshot: it is read with every poll. */
const HELP = new RowQuery<StoredHelp>(
  {
    now: moment,
    calls: list(call),
    supervisors: list(known.staff),
    unanswered: list(heldChat),
    inDanger: list(inDanger),
    everyoneAway: optional(everyoneAway),
    missedOffers: list(storedMissedOffers),
    shiftsOver: list(heldChat),
    onCallFailing: whole,
    late: optional(lateRecords),
    silent: list(storedSilence),
    everyone: optional(surgeRequest),
    decided: list(decided),
  },
  `
  select ${ms('clock_timestamp()', 'now')},
    coalesce((select json_agg(c) from (${CALLS}) c), '[]') as calls,
    coalesce((select json_agg(s.id) from staff s
      where s.service_id = $1 and s.active and s.role = 'supervisor'), '[]') as supervisors,
    case when $2::boolean then coalesce((select json_agg(u) from (${UNANSWERED}) u), '[]') else '[]' end as unanswered,
    case when $2::boolean then coalesce((select json_agg(d) from (${IN_DANGER}) d), '[]') else '[]' end as "inDanger",
    case when $2::boolean then (select to_json(a) from (${EVERYONE_AWAY}) a) end as "everyoneAway",
    case when $2::boolean then coalesce((select json_agg(m) from (${MISSED_OFFERS}) m), '[]') else '[]' end as "missedOffers",
    case when $2::boolean then coalesce((select json_agg(o) from (${SHIFTS_OVER}) o), '[]') else '[]' end as "shiftsOver",
    case when $2::boolean then (${ON_CALL_FAILING}) else 0 end as "onCallFailing",
    case when $2::boolean then (select to_json(l) from (${LATE_RECORDS}) l) end as late,
    case when $2::boolean then coalesce((select json_agg(q) from (${SILENT}) q), '[]') else '[]' end as silent,
    (select to_json(e) from (${SURGE_REQUEST}) e) as everyone,
    coalesce((select json_agg(d) from (${DECIDED}) d), '[]') as decided`,
);

/** Reads calls for help, surge requests, and what supervisors decided about colleagues. */
export class HelpReadModel {
  constructor(private readonly database: Database) {}

  /** `hasSupervisors`: a supervisor is among the readers. Only supervisors see who waits for a reply. */
  async loadHelp(service: ServiceId, spans: HelpSpans, hasSupervisors: boolean): Promise<StoredHelp> {
    return HELP.one(this.database, [
      service,
      hasSupervisors,
      spans.unanswered,
      spans.asked,
      spans.danger,
      spans.dangerAgain,
      spans.away,
      ...[spans.unansweredInDanger, spans.quietAfter, spans.quietExtended, spans.restAfterHeavy],
    ]);
  }

  /** Open calls that are over: the caller neither holds the conversation nor wraps it up, or it is older than `span` ms and about none. */
  async findLapsedCalls(service: ServiceId, span: number, limit: number): Promise<LapsedCall[]> {
    return LAPSED.all(this.database, [span, limit, service]);
  }

  /** Held conversations whose facts called a supervisor, where none has heard and no call of the holder is open. */
  async findUnheard(service: ServiceId, limit: number): Promise<ConversationId[]> {
    return (await UNHEARD.all(this.database, [null, limit, service])).map(({ conversation }) => conversation);
  }
}
