import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Hold } from '@warmline/routing';
import type { Band, BandReason, LoweringReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, flag, list, moment, optional, row, text, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';
import { SAFETY, storedSafety, type StoredSafety } from '../conversations/stored-safety';
import { HANDED_OVER, OBSERVERS } from '../desk/desk-read-model';
import { READ_ALONG } from '../wellbeing/responders';

export interface StoredLiveView {
  readonly now: Instant;
  /** Stored texts that could not be opened within the last day. */
  readonly unreadable: number;
  readonly waiting: readonly {
    readonly conversationId: ConversationId;
    readonly nameSealed: Buffer | null;
    readonly band: Band;
    readonly safety: StoredSafety;
    readonly language: string;
    readonly enteredAt: Instant;
    readonly waitingSince: Instant;
    readonly offeredTo: string | null;
    readonly heldBefore: string | null;
    readonly epoch: number;
    readonly messages: number;
    readonly wants: string[];
    readonly topics: string[];
    readonly bandBecause: BandReason;
    readonly hold: Hold | null;
    readonly lowered: { readonly by: string; readonly reason: LoweringReason } | null;
  }[];
  readonly people: readonly {
    readonly id: StaffId;
    readonly name: string;
    readonly role: 'responder' | 'supervisor';
    readonly availability: 'available' | 'away';
    readonly awayBecause: 'chosen' | 'missed_offers' | null;
    readonly open: number;
    readonly wrapUps: number;
    readonly capacity: number;
    readonly shiftEndsAt: Instant | null;
    readonly skills: string[];
  }[];
  readonly conversations: readonly {
    readonly conversationId: ConversationId;
    readonly nameSealed: Buffer | null;
    readonly responderId: StaffId;
    readonly responderName: string;
    readonly epoch: number;
    readonly handovers: number;
    readonly band: Band;
    readonly safety: StoredSafety;
    readonly startedAt: Instant;
    readonly joinedAt: Instant;
    readonly topics: string[];
    readonly head: number;
    readonly lastVisitorMessageAt: Instant | null;
    readonly lastResponderMessageAt: Instant | null;
    readonly observers: readonly string[];
    /** Someone else has read it since this holder took it. */
    readonly wasObserved: boolean;
  }[];
}

type StoredWaiting = StoredLiveView['waiting'][number];
type StoredPerson = StoredLiveView['people'][number];
type StoredRunning = StoredLiveView['conversations'][number];

const WAITING = new RowQuery<StoredWaiting>(
  {
    conversationId: known.conversation,
    nameSealed: optional(bytes),
    band: known.band,
    safety: storedSafety,
    language: text,
    enteredAt: moment,
    waitingSince: moment,
    offeredTo: optional(text),
    heldBefore: optional(text),
    epoch: whole,
    messages: whole,
    wants: list(text),
    topics: list(text),
    bandBecause: known.bandReason,
    hold: optional(known.hold),
    lowered: optional(row({ by: text, reason: known.loweringReason })),
  },
  `
  select c.id as "conversationId", c.name_sealed as "nameSealed", c.band, c.language, ${ms('c.entered_at', 'enteredAt')},
    ${ms('c.waiting_since', 'waitingSince')}, s.name as "offeredTo", c.visitor_messages as messages,
    c.epoch, b.name as "heldBefore", c.wants, c.topics, c.band_because as "bandBecause", c.hold, ${SAFETY},
    case when l.id is null then null else json_build_object('by', l.name, 'reason', c.lowered_reason) end as lowered
  from conversation c
  left join holding h on h.conversation_id = c.id and h.epoch = c.epoch
  left join staff b on b.id = h.staff_id
  left join offer o on o.conversation_id = c.id and o.outcome is null
  left join handover v on v.conversation_id = c.id and v.state = 'offered'
  left join staff s on s.id = coalesce(o.staff_id, v.receiver_id)
  left join staff l on l.id = c.lowered_by
  where c.service_id = $1 and c.state = 'waiting' order by c.entered_at, c.id limit $2`,
);

const PEOPLE = new RowQuery<StoredPerson>(
  {
    id: known.staff,
    name: text,
    role: known.deskRole,
    availability: known.availability,
    awayBecause: optional(known.awayReason),
    open: whole,
    wrapUps: whole,
    capacity: whole,
    shiftEndsAt: optional(moment),
    skills: list(text),
  },
  `
  select s.id, s.name, s.role, s.availability, s.away_because as "awayBecause", s.capacity, s.skills, ${ms('s.shift_ends_at', 'shiftEndsAt')},
    count(h.*) filter (where h.ended_at is null)::integer as open,
    count(h.*) filter (where h.ended_at is not null)::integer as "wrapUps"
  from staff s left join holding h on h.staff_id = s.id and h.wrapped_up_at is null
  where s.service_id = $1 and s.active and s.role in ('responder', 'supervisor')
  group by s.id order by s.name, s.id limit $2`,
);

const RUNNING = new RowQuery<StoredRunning>(
  {
    conversationId: known.conversation,
    nameSealed: optional(bytes),
    responderId: known.staff,
    responderName: text,
    epoch: whole,
    handovers: whole,
    band: known.band,
    safety: storedSafety,
    startedAt: moment,
    joinedAt: moment,
    topics: list(text),
    head: whole,
    lastVisitorMessageAt: optional(moment),
    lastResponderMessageAt: optional(moment),
    observers: list(text),
    wasObserved: flag,
  },
  `
  select c.id as "conversationId", c.name_sealed as "nameSealed", s.id as "responderId", s.name as "responderName",
    h.epoch, c.band, ${SAFETY},
    ${ms('coalesce((select x.began_at from holding x where x.conversation_id = c.id and x.epoch = 1), h.began_at)', 'startedAt')},
    ${ms('h.began_at', 'joinedAt')}, c.topics, c.last_seq as head,
    ${ms('c.visitor_message_at', 'lastVisitorMessageAt')}, ${ms('c.responder_message_at', 'lastResponderMessageAt')},
    ${OBSERVERS}, ${HANDED_OVER}, exists (select 1 from observation o where ${READ_ALONG}) as "wasObserved"
  from conversation c
  join holding h on h.conversation_id = c.id and h.ended_at is null
  join staff s on s.id = h.staff_id
  where c.service_id = $1 and c.state = 'talking' order by h.began_at, c.id limit $2`,
);

const UNREADABLE = new RowQuery<{ count: number }>(
  { count: whole },
  `
  select count(*)::integer as count from unreadable_text u join conversation c on c.id = u.conversation_id
  where u.found_at > now() - interval '1 day' and c.service_id = $1`,
);

/** Rows of each list, at most. */
const ROWS_MAX = 500;

/** Reads what a supervisor's live view shows. */
export class LiveViewReadModel {
  constructor(private readonly database: Database) {}

  /** Who waits, who is on shift and which conversations run, all from one snapshot. */
  async loadLiveView(service: ServiceId): Promise<StoredLiveView> {
    return this.database.transaction('REPEATABLE READ', async (tx) => ({
      now: await databaseNow(tx),
      unreadable: (await UNREADABLE.one(tx, [service])).count,
      waiting: await WAITING.all(tx, [service, ROWS_MAX]),
      people: await PEOPLE.all(tx, [service, ROWS_MAX]),
      conversations: await RUNNING.all(tx, [service, ROWS_MAX]),
    }));
  }
}
