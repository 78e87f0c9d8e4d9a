import type { ConversationId, HelpCallId, ServiceId, StaffId } from '@warmline/kernel';
import type { Urgency } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

/** An open call for help. Times in ms since 1970; the visitor's name still sealed. */
export interface StoredHelpCall {
  readonly id: HelpCallId;
  readonly conversation: ConversationId | null;
  readonly urgency: Urgency;
  readonly calledById: StaffId;
  readonly calledByName: string;
  readonly nameSealed: Buffer | null;
  readonly calledAt: number;
  readonly answeredById: StaffId | null;
  readonly answeredByName: string | null;
  readonly answeredAt: number | null;
  readonly joinedAt: number | null;
  /** Who answered reads along at this moment. */
  readonly isThere: boolean;
}

/** What people of a service ask of each other at this moment. */
export interface StoredHelp {
  readonly now: number;
  readonly calls: readonly StoredHelpCall[];
  readonly supervisors: readonly StaffId[];
  /** Visitors who wait for a reply, the longest first; empty unless asked for. */
  readonly unanswered: readonly {
    readonly conversation: ConversationId;
    readonly nameSealed: Buffer | null;
    readonly responderId: StaffId;
    readonly responderName: string;
    readonly since: number;
  }[];
  /** The last question to everyone, while it is asked. */
  readonly everyone: {
    readonly id: string;
    readonly byId: StaffId;
    readonly byName: string;
    readonly at: number;
    readonly invited: readonly StaffId[];
    readonly answers: readonly { readonly staff: StaffId; readonly name: string; readonly can: boolean }[];
  } | null;
  /** Those of whom a supervisor has decided something that they are told. */
  readonly decided: readonly {
    readonly staff: StaffId;
    readonly breakCalledBy: string | null;
    readonly shiftClosedBy: string | null;
    readonly shiftClosedAt: number | null;
  }[];
}

export interface HelpSpans {
  /** How long (ms) a visitor's last word may have no reply. */
  readonly unanswered: number;
  /** How long (ms) a question to everyone is asked. */
  readonly asked: number;
}

/** Calls of one reading, at most. */
const CALLS_MOST = 100;

const CALLS = `
  select h.id, h.conversation_id as conversation, h.urgency, h.staff_id as "calledById", s.name as "calledByName",
    encode(c.name_sealed, 'hex') as "nameSealed", ${ms('h.called_at', 'calledAt')},
    h.answered_by as "answeredById", a.name as "answeredByName", ${ms('h.answered_at', 'answeredAt')},
    ${ms('h.joined_at', 'joinedAt')},
    exists (select 1 from observation w where w.conversation_id = h.conversation_id and w.staff_id = h.answered_by
      and w.ended_at is null) as "isThere"
  from help_call h join staff s on s.id = h.staff_id
  left join staff a on a.id = h.answered_by left join conversation c on c.id = h.conversation_id
  where h.service_id = $1 and h.over_at is null order by h.called_at, h.id limit ${CALLS_MOST}`;

/** What was written before joining waits since joining. Nobody waits who left and cannot come back. */
const UNANSWERED = `
  select c.id as conversation, encode(c.name_sealed, 'hex') as "nameSealed", s.id as "responderId", s.name as "responderName",
    ${ms('greatest(c.visitor_message_at, h.began_at)', 'since')}
  from conversation c join holding h on h.conversation_id = c.id and h.ended_at is null join staff s on s.id = h.staff_id
  where c.service_id = $1 and c.state = 'talking' and c.visitor_left_at is null
    and c.visitor_message_at > coalesce(c.responder_message_at, '-infinity')
    and greatest(c.visitor_message_at, h.began_at) < clock_timestamp() - $3::double precision * interval '1 millisecond'
  order by greatest(c.visitor_message_at, h.began_at), c.id limit ${CALLS_MOST}`;

/** Nobody who is on a break, or has said that today is not all right, is asked. */
const EVERYONE = `
  select e.id, e.asked_by as "byId", b.name as "byName", ${ms('e.asked_at', 'at')},
    coalesce((select json_agg(s.id) from staff s
      join shift f on f.staff_id = s.id and f.ended_at is null and f.ends_at > clock_timestamp()
      where s.service_id = $1 and s.active and s.id <> e.asked_by and f.check_in <> 'not_today'
        and (s.availability = 'available' or f.takes_surge) and not s.break_wanted
        and not exists (select 1 from staff_break x where x.staff_id = s.id and x.until > clock_timestamp())), '[]') as invited,
    coalesce((select json_agg(json_build_object('staff', s.id, 'name', s.name, 'can', a.can) order by s.name, s.id)
      from surge_answer a join staff s on s.id = a.staff_id where a.request_id = e.id), '[]') as answers
  from surge_request e join staff b on b.id = e.asked_by
  where e.service_id = $1 and e.asked_at > clock_timestamp() - $4::double precision * interval '1 millisecond'
  order by e.asked_at desc limit 1`;

/** A shift that was ended is told of until another begins, for half a day at most. */
const DECIDED = `
  select s.id as staff, coalesce(w.name, o.name) as "breakCalledBy",
    case when k.is_told then c.name end as "shiftClosedBy",
    case when k.is_told then extract(epoch from s.shift_closed_at) * 1000 end::double precision as "shiftClosedAt"
  from staff s left join staff w on w.id = s.break_called_by left join staff c on c.id = s.shift_closed_by
  left join lateral (select b.name from staff_break x join staff b on b.id = x.called_by
    where x.staff_id = s.id and x.until > clock_timestamp() limit 1) o on true
  cross join lateral (select coalesce(s.shift_closed_at > clock_timestamp() - interval '12 hours', false) and not exists (
    select 1 from shift f where f.staff_id = s.id and f.began_at > s.shift_closed_at) as is_told) k
  where s.service_id = $1 and (w.id is not null or o.name is not null or k.is_told)`;

/** One statement, so one snapshot: it is asked with every tick. */
const HELP = `
  select ${ms('clock_timestamp()', 'now')},
    coalesce((select json_agg(c) from (${CALLS}) c), '[]') as calls,
    coalesce((select json_agg(s.id) from staff s
      where s.service_id = $1 and s.active and s.role = 'supervisor'), '[]') as supervisors,
    case when $2::boolean then coalesce((select json_agg(u) from (${UNANSWERED}) u), '[]') else '[]' end as unanswered,
    (select to_json(e) from (${EVERYONE}) e) as everyone,
    coalesce((select json_agg(d) from (${DECIDED}) d), '[]') as decided`;

/** Bytes as text, since they come in JSON. */
type InText<Named extends { readonly nameSealed: Buffer | null }> = Omit<Named, 'nameSealed'> & {
  readonly nameSealed: string | null;
};
type Row = Omit<StoredHelp, 'calls' | 'unanswered'> & {
  readonly calls: readonly InText<StoredHelpCall>[];
  readonly unanswered: readonly InText<StoredHelp['unanswered'][number]>[];
};

const inBytes = (nameSealed: string | null): Buffer | null =>
  nameSealed === null ? null : Buffer.from(nameSealed, 'hex');

export class HelpReadModel {
  constructor(private readonly database: Database) {}

  /** `hasSupervisors`: only they are told who waits for a reply. */
  async loadHelp(service: ServiceId, spans: HelpSpans, hasSupervisors: boolean): Promise<StoredHelp> {
    const [row]: [Row] = await this.database.query(HELP, [
      service,
      hasSupervisors,
      spans.unanswered,
      spans.asked,
    ]);
    return {
      ...row,
      calls: row.calls.map((call) => ({ ...call, nameSealed: inBytes(call.nameSealed) })),
      unanswered: row.unanswered.map((one) => ({ ...one, nameSealed: inBytes(one.nameSealed) })),
    };
  }

  /**
   * Open calls that are over without anybody's word, the oldest first: whoever called neither holds the conversation nor has
   * to wrap it up, or it is about none and older than `span` ms.
   */
  async findLapsedCalls(span: number, limit: number): Promise<HelpCallId[]> {
    const rows: { id: HelpCallId }[] = await this.database.query(
      `select h.id from help_call h where h.over_at is null and case
         when h.conversation_id is null then h.called_at < clock_timestamp() - $1::double precision * interval '1 millisecond'
         else not exists (select 1 from holding x where x.conversation_id = h.conversation_id and x.staff_id = h.staff_id
           and x.wrapped_up_at is null) end
       order by h.called_at limit $2`,
      [span, limit],
    );
    return rows.map(({ id }) => id);
  }
}
