import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Responder } from '@warmline/routing';
import { practiceModule, type CheckIn, type PracticeScenario } from '@warmline/vocabulary';
import type { WorkingDay } from '@warmline/wellbeing';
import * as known from '../connection/known-values';
import {
  flag,
  list,
  moment,
  number,
  oneOf,
  optional,
  row,
  text,
  whole,
  type Columns,
} from '../connection/parse-rows';
import { milliseconds, ms, RowQuery, type Queryable } from '../connection/row-query';
import { CARRIED_BY } from '../conversations/holding-store';
import { FIRST_FEEDBACK, HEAVY, OPEN_FOR } from './of-responder';

/** What decides which visitors someone may be offered, and what their screen shows of it. */
export interface StoredResponder extends Responder {
  readonly service: ServiceId;
  /** The database's clock when this was read. */
  readonly readAt: Instant;
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
  readonly availability: 'available' | 'away';
  readonly awayBecause: 'chosen' | 'missed_offers' | null;
  /** The supervisor who allowed more than the weekly hours; null when nobody did. */
  readonly moreHoursBy: string | null;
  /** Since when they wait to speak with their supervisor; null when they do not. */
  readonly contactWantedAt: Instant | null;
  /** Which of their first conversations is due for feedback next, and by when; null while none is. */
  readonly firstFeedbackNext: { readonly number: number; readonly dueAt: Instant } | null;
  /** An offer or a handover waits for their answer. */
  readonly beingAsked: boolean;
  readonly missedOffers: number;
  readonly shift: {
    readonly id: string;
    readonly beganAt: Instant;
    readonly endsAt: Instant;
    readonly checkIn: CheckIn;
    readonly takesSurge: boolean;
  } | null;
}

/** Time on shift within the span (ms). A shift lasts until its end, or until the person has checked out. */
const WORKED = (span: string): string => `
  (select floor(coalesce(sum(extract(epoch from least(coalesce(x.ended_at, x.ends_at), clock.now)
      - greatest(x.began_at, clock.now - interval '${span}'))) * 1000, 0))::double precision
   from shift x where x.staff_id = s.id and x.began_at > clock.now - interval '8 days'
     and least(coalesce(x.ended_at, x.ends_at), clock.now) > greatest(x.began_at, clock.now - interval '${span}'))`;

/** When the newest shift before the running one ended. */
const LAST_BLOCK = `
  (select ${milliseconds('max(least(coalesce(x.ended_at, x.ends_at), clock.now))')}
   from shift x where x.staff_id = s.id and x.began_at > clock.now - interval '8 days' and x.id is distinct from f.id)`;

/** Someone else read a conversation during this holding. */
export const READ_ALONG = `
  o.conversation_id = h.conversation_id and o.staff_id <> h.staff_id
  and o.began_at < coalesce(h.ended_at, clock_timestamp()) and coalesce(o.ended_at, clock_timestamp()) > h.began_at`;

/** When their first observed conversation after a long absence was read; null for everyone else. */
const OBSERVED = `
  case when s.returned_at is not null then (
    select ${milliseconds('greatest(o.began_at, h.began_at)')}
    from holding h join observation o on ${READ_ALONG}
    where h.staff_id = s.id and h.began_at >= s.returned_at order by h.began_at limit 1) end`;

const RESPONDERS = `
  with clock as (select clock_timestamp() as now)
  select s.id as staff, ${ms('clock.now', 'readAt')}, s.service_id as service, s.name, s.role, s.availability, s.away_because as "awayBecause",
    s.capacity, ${ms('s.free_since', 'freeSince')}, s.conversations_held as "conversationsHeld",
    ${ms('s.active_at', 'activeAt')}, s.skills, s.languages, s.missed_offers as "missedOffers",
    ${ms('s.cool_down_since', 'quietSince')}, s.cool_down_extended as "quietExtended", ${ms('s.heavy_since', 'heavySince')},
    s.break_wanted as "breakWanted", ${ms('s.break_delayed_until', 'breakDelayedUntil')},
    ${ms('b.until', 'onBreakUntil')},
    f.id as "shiftId", f.check_in as "checkIn", coalesce(f.takes_surge, false) as "takesSurge",
    ${ms('f.began_at', 'shiftBeganAt')}, ${ms('f.ends_at', 'shiftEndsAt')},
    ${LAST_BLOCK} as "lastBlockEndedAt",
    y.zone, y.needed as "neededPractice",
    ${ms('s.more_hours_until', 'moreHoursUntil')},
    (select m.name from staff m where m.id = s.more_hours_by) as "moreHoursBy",
    ${ms('s.returned_at', 'returnedAt')}, (${OBSERVED}) as "observedAt", ${ms('s.contact_wanted_at', 'contactWantedAt')},
    ${WORKED('24 hours')} as "workedInDay", ${WORKED('7 days')} as "workedInWeek",
    z.missing as "firstFeedbackMissing", z.number as "firstFeedbackNumber", ${ms('z.due_at', 'firstFeedbackDueAt')},
    o.*, v.*, k.*,
    exists (select 1 from offer a where a.staff_id = s.id and a.outcome is null)
      or exists (select 1 from handover a where a.receiver_id = s.id and a.state = 'offered') as "beingAsked",
    coalesce((select array_agg(m.topic order by m.topic) from topic_mute m where m.shift_id = f.id), '{}') as "mutedTopics",
    coalesce((select json_agg(json_build_object('module', t.module, 'grants', t.grants,
        'passedAt', ${milliseconds('t.passed_on')},
        'expiresAt', ${milliseconds('t.expires_at')}) order by t.module, t.expires_at)
      from training_record t where t.staff_id = s.id), '[]') as training
  from staff s cross join clock
  left join lateral (
    select * from shift x where x.staff_id = s.id and x.ended_at is null and x.ends_at > clock.now
  ) f on true
  left join lateral (
    select max(x.until) filter (where x.until > clock.now) as until, max(x.until) filter (where x.until <= clock.now) as over
    from staff_break x where x.staff_id = s.id and x.until > clock.now - interval '1 day'
  ) b on true
  cross join lateral (select coalesce(greatest(f.began_at, b.over), clock.now) as since) w
  cross join lateral (select v.time_zone as zone, v.needed_practice as needed from service v where v.id = s.service_id) y
  cross join lateral (${FIRST_FEEDBACK}) z
  cross join lateral (${OPEN_FOR}) o
  cross join lateral (${HEAVY}) v
  cross join lateral (
    select count(*) filter (where x.open and x.band > 1)::integer as standard,
      count(*) filter (where x.open and x.band = 1)::integer as "answerFirst",
      count(*) filter (where not x.open)::integer as "wrapUps",
      count(*) filter (where x.open and x.band > 1
        and x.heard_at < clock.now - $2::double precision * interval '1 millisecond')::integer as quiet
    from (${CARRIED_BY('s.id')}) x
  ) k`;

interface ResponderRow extends Omit<
  StoredResponder,
  'caseload' | 'day' | 'shift' | 'firstFeedbackNext' | 'neededModules'
> {
  readonly firstFeedbackNumber: number | null;
  readonly firstFeedbackDueAt: Instant | null;
  readonly shiftId: string | null;
  readonly checkIn: CheckIn | null;
  readonly takesSurge: boolean;
  readonly shiftBeganAt: Instant | null;
  readonly shiftEndsAt: Instant | null;
  readonly lastBlockEndedAt: Instant | null;
  readonly zone: string;
  readonly neededPractice: readonly PracticeScenario[];
  readonly moreHoursUntil: Instant | null;
  readonly workedInDay: number;
  readonly workedInWeek: number;
  readonly openFor: number;
  readonly isTalking: boolean;
  readonly breakWanted: boolean;
  readonly breakDelayedUntil: Instant | null;
  readonly onBreakUntil: Instant | null;
  readonly quietSince: Instant | null;
  readonly quietExtended: boolean;
  readonly heavySince: Instant | null;
  readonly heavyInARow: number;
  readonly heavySinceCheckIn: number;
  readonly standard: number;
  readonly answerFirst: number;
  readonly wrapUps: number;
  readonly quiet: number;
}

const shiftOf = (row: ResponderRow): StoredResponder['shift'] => {
  const { shiftId: id, shiftBeganAt, shiftEndsAt, checkIn, takesSurge } = row;
  return id === null || shiftBeganAt === null || shiftEndsAt === null || checkIn === null
    ? null
    : { id, beganAt: shiftBeganAt, endsAt: shiftEndsAt, checkIn, takesSurge };
};

const dayOf = (row: ResponderRow): WorkingDay => ({
  checkIn: row.checkIn,
  shiftEndsAt: row.shiftEndsAt,
  blockBeganAt: row.shiftBeganAt,
  lastBlockEndedAt: row.lastBlockEndedAt,
  zone: row.zone,
  moreHoursUntil: row.moreHoursUntil,
  takesSurge: row.takesSurge,
  workedInDay: row.workedInDay,
  workedInWeek: row.workedInWeek,
  openFor: row.openFor,
  isTalking: row.isTalking,
  breakWanted: row.breakWanted,
  breakDelayedUntil: row.breakDelayedUntil,
  onBreakUntil: row.onBreakUntil,
  quietSince: row.quietSince,
  quietExtended: row.quietExtended,
  heavySince: row.heavySince,
  heavyInARow: row.heavyInARow,
  heavySinceCheckIn: row.heavySinceCheckIn,
});

const nextFeedbackOf = ({
  firstFeedbackNumber: number,
  firstFeedbackDueAt: dueAt,
}: ResponderRow): StoredResponder['firstFeedbackNext'] =>
  number === null || dueAt === null ? null : { number, dueAt };

const asDecided = (row: ResponderRow): StoredResponder => ({
  staff: row.staff,
  service: row.service,
  readAt: row.readAt,
  name: row.name,
  role: row.role,
  availability: row.availability,
  awayBecause: row.awayBecause,
  beingAsked: row.beingAsked,
  missedOffers: row.missedOffers,
  freeSince: row.freeSince,
  caseload: {
    standard: row.standard,
    answerFirst: row.answerFirst,
    wrapUps: row.wrapUps,
    quiet: row.quiet,
  },
  capacity: row.capacity,
  conversationsHeld: row.conversationsHeld,
  firstFeedbackMissing: row.firstFeedbackMissing,
  firstFeedbackNext: nextFeedbackOf(row),
  neededModules: row.neededPractice.map(practiceModule),
  activeAt: row.activeAt,
  returnedAt: row.returnedAt,
  observedAt: row.observedAt,
  moreHoursBy: row.moreHoursBy,
  contactWantedAt: row.contactWantedAt,
  skills: row.skills,
  languages: row.languages,
  training: row.training,
  mutedTopics: row.mutedTopics,
  shift: shiftOf(row),
  day: dayOf(row),
});

const COLUMNS: Columns<ResponderRow> = {
  staff: known.staff,
  readAt: moment,
  service: known.service,
  name: text,
  role: known.deskRole,
  availability: known.availability,
  awayBecause: optional(known.awayReason),
  capacity: whole,
  freeSince: moment,
  conversationsHeld: whole,
  firstFeedbackMissing: whole,
  firstFeedbackNumber: optional(whole),
  firstFeedbackDueAt: optional(moment),
  activeAt: optional(moment),
  returnedAt: optional(moment),
  observedAt: optional(moment),
  moreHoursBy: optional(text),
  contactWantedAt: optional(moment),
  skills: list(text),
  languages: list(text),
  missedOffers: whole,
  beingAsked: flag,
  mutedTopics: list(text),
  training: list(row({ module: text, grants: optional(text), passedAt: moment, expiresAt: moment })),
  shiftId: optional(text),
  checkIn: optional(oneOf<CheckIn>({ yes: true, one_at_a_time: true, not_today: true })),
  takesSurge: flag,
  shiftBeganAt: optional(moment),
  shiftEndsAt: optional(moment),
  lastBlockEndedAt: optional(moment),
  zone: text,
  neededPractice: list(known.practiceScenario),
  moreHoursUntil: optional(moment),
  workedInDay: number,
  workedInWeek: number,
  openFor: number,
  isTalking: flag,
  breakWanted: flag,
  breakDelayedUntil: optional(moment),
  onBreakUntil: optional(moment),
  quietSince: optional(moment),
  quietExtended: flag,
  heavySince: optional(moment),
  heavyInARow: whole,
  heavySinceCheckIn: whole,
  standard: whole,
  answerFirst: whole,
  wrapUps: whole,
  quiet: whole,
};

const BY_ID = new RowQuery(COLUMNS, `${RESPONDERS} where s.id = any ($1::uuid[])`);

const OF_SERVICE = new RowQuery(
  COLUMNS,
  `${RESPONDERS} where s.service_id = $1 and s.active and s.role in ('responder', 'supervisor') order by s.name, s.id limit 500`,
);

/** These people, all from one statement. `quietAfter`: after this long without a message a visitor counts half (ms). */
export const loadResponders = async (
  on: Queryable,
  staff: readonly StaffId[],
  quietAfter: number,
): Promise<StoredResponder[]> =>
  staff.length === 0 ? [] : (await BY_ID.all(on, [staff, quietAfter])).map(asDecided);

/** Everyone of a service who may answer visitors, ordered by name. */
export const loadRespondersOfService = async (
  on: Queryable,
  service: ServiceId,
  quietAfter: number,
): Promise<StoredResponder[]> => (await OF_SERVICE.all(on, [service, quietAfter])).map(asDecided);
