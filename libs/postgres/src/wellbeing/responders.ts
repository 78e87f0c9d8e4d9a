import { instant, type Instant, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Responder } from '@warmline/routing';
import type { CheckIn } from '@warmline/vocabulary';
import type { TrainingRecord, WorkingDay } from '@warmline/wellbeing';
import type { Queryable } from '../connection/whole-rows';
import { CARRIED_BY } from '../conversations/holding-store';
import { ms } from '../desk/desk-read-model';

/** What decides whom somebody may be asked for, and what their screen tells of it. */
export interface StoredResponder extends Responder {
  readonly service: ServiceId;
  /** The database's clock when this was read. */
  readonly readAt: Instant;
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
  readonly availability: 'available' | 'away';
  readonly awayBecause: 'chosen' | 'missed_offers' | null;
  /** Whose word it was that the hours of a week may be more; null where nobody's. */
  readonly moreHoursBy: string | null;
  /** They asked to talk with their supervisor, and nobody has ticked it off. */
  readonly contactWantedAt: Instant | null;
  /** An offer or a handover waits for their answer. */
  readonly beingAsked: boolean;
  readonly missedOffers: number;
  readonly shift: {
    readonly id: string;
    readonly beganAt: number;
    readonly endsAt: number;
    readonly checkIn: CheckIn;
    readonly takesSurge: boolean;
  } | null;
}

/** Intervals of open conversation since $since, overlaps counted once, in ms. */
const OPEN_FOR = `
  select coalesce(sum(extract(epoch from upper(r) - lower(r))) * 1000, 0)::double precision as "openFor",
    coalesce(bool_or(upper(r) >= clock.now), false) as "isTalking"
  from (
    select unnest(range_agg(tstzrange(greatest(h.began_at, w.since), coalesce(h.ended_at, clock.now)))) as r
    from holding h where h.staff_id = s.id and coalesce(h.ended_at, clock.now) > greatest(h.began_at, w.since)
      and h.began_at > w.since - interval '1 day'
  ) spans`;

/** A shift lasts until its end, or until the person has checked out. */
const WORKED = (span: string): string => `
  (select coalesce(sum(extract(epoch from least(coalesce(x.ended_at, x.ends_at), clock.now)
      - greatest(x.began_at, clock.now - interval '${span}'))) * 1000, 0)::double precision
   from shift x where x.staff_id = s.id and x.began_at > clock.now - interval '8 days'
     and least(coalesce(x.ended_at, x.ends_at), clock.now) > greatest(x.began_at, clock.now - interval '${span}'))`;

/** The end of the newest block but the running one. */
const LAST_BLOCK = `
  (select extract(epoch from max(least(coalesce(x.ended_at, x.ends_at), clock.now))) * 1000
   from shift x where x.staff_id = s.id and x.began_at > clock.now - interval '8 days' and x.id is distinct from f.id)`;

/** Somebody else read along with a talk while this holding was theirs. */
export const READ_ALONG = `
  o.conversation_id = h.conversation_id and o.staff_id <> h.staff_id
  and o.began_at < coalesce(h.ended_at, clock_timestamp()) and coalesce(o.ended_at, clock_timestamp()) > h.began_at`;

/** Since they came back after long; of nobody else is it asked. The first such talk says it. */
const OBSERVED = `
  case when s.returned_at is not null then (
    select extract(epoch from greatest(o.began_at, h.began_at)) * 1000
    from holding h join observation o on ${READ_ALONG}
    where h.staff_id = s.id and h.began_at >= s.returned_at order by h.began_at limit 1) end`;

/** Different heavy conversations of this shift, and how many of the latest in a row. */
const HEAVY = `
  select count(*) filter (where t.heavy and t.at >= f.checked_in_at)::integer as "heavySinceCheckIn",
    count(*) filter (where t.heavy and not t.broken)::integer as "heavyInARow"
  from (
    select heavy, at, bool_or(not heavy) over (order by at desc, id) as broken
    from (
      select c.id, min(h.began_at) as at,
        bool_or(c.band = 1 or c.topics && y.heavy_topics or h.topics && y.heavy_topics) as heavy
      from holding h join conversation c on c.id = h.conversation_id join service y on y.id = c.service_id
      where h.staff_id = s.id and h.began_at >= f.began_at group by c.id
    ) talks
  ) t`;

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
    ${LAST_BLOCK}::double precision as "lastBlockEndedAt",
    (select v.time_zone from service v where v.id = s.service_id) as zone,
    ${ms('s.more_hours_until', 'moreHoursUntil')},
    (select m.name from staff m where m.id = s.more_hours_by) as "moreHoursBy",
    ${ms('s.returned_at', 'returnedAt')}, (${OBSERVED})::double precision as "observedAt", ${ms('s.contact_wanted_at', 'contactWantedAt')},
    ${WORKED('24 hours')} as "workedInDay", ${WORKED('7 days')} as "workedInWeek",
    o.*, v.*, k.*,
    exists (select 1 from offer a where a.staff_id = s.id and a.outcome is null)
      or exists (select 1 from handover a where a.receiver_id = s.id and a.state = 'offered') as "beingAsked",
    coalesce((select array_agg(m.topic order by m.topic) from topic_mute m where m.shift_id = f.id), '{}') as "mutedTopics",
    coalesce((select json_agg(json_build_object('module', t.module, 'grants', t.grants,
        'passedAt', extract(epoch from t.passed_on) * 1000,
        'expiresAt', (extract(epoch from t.expires_at) * 1000)::double precision) order by t.module, t.expires_at)
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

interface Row extends Omit<StoredResponder, 'caseload' | 'day' | 'shift'> {
  readonly shiftId: string | null;
  readonly checkIn: CheckIn | null;
  readonly takesSurge: boolean;
  readonly shiftBeganAt: number | null;
  readonly shiftEndsAt: number | null;
  readonly lastBlockEndedAt: number | null;
  readonly zone: string;
  readonly moreHoursUntil: number | null;
  readonly workedInDay: number;
  readonly workedInWeek: number;
  readonly openFor: number;
  readonly isTalking: boolean;
  readonly breakWanted: boolean;
  readonly breakDelayedUntil: number | null;
  readonly onBreakUntil: number | null;
  readonly quietSince: number | null;
  readonly quietExtended: boolean;
  readonly heavySince: number | null;
  readonly heavyInARow: number;
  readonly heavySinceCheckIn: number;
  readonly standard: number;
  readonly answerFirst: number;
  readonly wrapUps: number;
  readonly quiet: number;
}

const moment = (value: number | null) => (value === null ? null : instant(Math.round(value)));

const shiftOf = (row: Row): StoredResponder['shift'] => {
  const { shiftId: id, shiftBeganAt, shiftEndsAt, checkIn, takesSurge } = row;
  return id === null || shiftBeganAt === null || shiftEndsAt === null || checkIn === null
    ? null
    : { id, beganAt: Math.round(shiftBeganAt), endsAt: Math.round(shiftEndsAt), checkIn, takesSurge };
};

const dayOf = (row: Row): WorkingDay => ({
  checkIn: row.checkIn,
  shiftEndsAt: moment(row.shiftEndsAt),
  blockBeganAt: moment(row.shiftBeganAt),
  lastBlockEndedAt: moment(row.lastBlockEndedAt),
  zone: row.zone,
  moreHoursUntil: moment(row.moreHoursUntil),
  takesSurge: row.takesSurge,
  workedInDay: row.workedInDay,
  workedInWeek: row.workedInWeek,
  openFor: row.openFor,
  isTalking: row.isTalking,
  breakWanted: row.breakWanted,
  breakDelayedUntil: moment(row.breakDelayedUntil),
  onBreakUntil: moment(row.onBreakUntil),
  quietSince: moment(row.quietSince),
  quietExtended: row.quietExtended,
  heavySince: moment(row.heavySince),
  heavyInARow: row.heavyInARow,
  heavySinceCheckIn: row.heavySinceCheckIn,
});

const asDecided = (row: Row): StoredResponder => ({
  staff: row.staff,
  service: row.service,
  readAt: instant(Math.round(row.readAt)),
  name: row.name,
  role: row.role,
  availability: row.availability,
  awayBecause: row.awayBecause,
  beingAsked: row.beingAsked,
  missedOffers: row.missedOffers,
  freeSince: instant(row.freeSince),
  caseload: {
    standard: row.standard,
    answerFirst: row.answerFirst,
    wrapUps: row.wrapUps,
    quiet: row.quiet,
  },
  capacity: row.capacity,
  conversationsHeld: row.conversationsHeld,
  activeAt: moment(row.activeAt),
  returnedAt: moment(row.returnedAt),
  observedAt: moment(row.observedAt),
  moreHoursBy: row.moreHoursBy,
  contactWantedAt: moment(row.contactWantedAt),
  skills: row.skills,
  languages: row.languages,
  training: row.training.map((record: TrainingRecord) => ({
    ...record,
    passedAt: instant(Math.round(record.passedAt)),
    expiresAt: instant(Math.round(record.expiresAt)),
  })),
  mutedTopics: row.mutedTopics,
  shift: shiftOf(row),
  day: dayOf(row),
});

const THESE = `${RESPONDERS} where s.id = any ($1::uuid[])`;

/** These people, in one statement and so of one moment. `quietAfter`: when a visitor counts half, in ms. */
export const loadResponders = async (
  asked: Queryable,
  staff: readonly StaffId[],
  quietAfter: number,
): Promise<StoredResponder[]> => {
  if (staff.length === 0) return [];
  const rows = await asked.query<Row[]>(THESE, [staff, quietAfter]);
  return rows.map(asDecided);
};

/** Everyone of a service who answers visitors, by name. */
export const loadRespondersOfService = async (
  asked: Queryable,
  service: ServiceId,
  quietAfter: number,
): Promise<StoredResponder[]> => {
  const rows = await asked.query<Row[]>(
    `${RESPONDERS} where s.service_id = $1 and s.active and s.role <> 'administrator' order by s.name, s.id limit 500`,
    [service, quietAfter],
  );
  return rows.map(asDecided);
};
