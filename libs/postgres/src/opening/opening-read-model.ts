import type { Weekday } from '@warmline/calendar';
import { HOUR, instant, MINUTE, SECOND, type Instant, type ServiceId, type StaffId } from '@warmline/kernel';
import {
  A_MOMENT,
  NO_PRESSURE,
  type OpeningMoment,
  type OpeningOverride,
  type HoursException,
  type OpeningHours,
  type Span,
} from '@warmline/opening';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { OUTAGE } from '../conversations/outage-store';
import { ms } from '../desk/desk-read-model';

/** Something that asks one question of Postgres, in a transaction or not. */
export interface Queryable {
  query<Rows>(sql: string, parameters: unknown[]): Promise<Rows>;
}

interface DoorRow {
  readonly now: number;
  readonly zone: string;
  readonly session: number;
  readonly isOnCall: boolean;
  readonly keepsNightRule: boolean;
  readonly weekly: readonly (Span & { readonly weekday: Weekday })[] | null;
  readonly exceptions:
    readonly { readonly day: number; readonly opens: number | null; readonly closes: number }[] | null;
  readonly onShift: number;
  readonly answering: number;
  readonly respondersOn: number;
  readonly supervisorsOn: number;
  readonly nextPlanned: number | null;
  readonly setting: OpeningSetting | null;
  readonly reason: OpeningReason | null;
  readonly by: StaffId | null;
  readonly at: number | null;
  readonly overSince: number | null;
  readonly calmSince: number | null;
  readonly keptOpenAt: number | null;
  readonly bound: number | null;
}

/** Minutes since midnight, and those of a closing on the day after beyond 1440. */
const SPAN = `'opens', (extract(epoch from opens) / 60)::integer,
  'closes', (extract(epoch from closes) / 60)::integer + case when closes <= opens then 1440 else 0 end`;

/** Exceptions that are older than this many days open and close nothing any more. */
const PAST = 3;

/** A console that is open says so every few seconds; within this (ms) of the last word somebody is there. */
const THERE = 2 * MINUTE;

/** After an outage of ours consoles have so long (ms) to be heard again: until then nobody counts as gone for it. */
const BACK_WITHIN = 30 * SECOND;

/** When they were heard of last: by a command, or because their console answers. */
const HEARD = 'greatest(n.used_at, e.at)';

const since = (span: number): string => `clock_timestamp() - interval '${span} milliseconds'`;

const signedIn = (isThere: string): string => `exists (
    select 1 from staff_session n left join staff_presence e on e.staff_id = n.staff_id
    where n.staff_id = s.id and n.ended_at is null and n.began_at > clock_timestamp() - interval '12 hours' and ${isThere})`;

/** At their console, or they were when it could be heard last. */
const AT_CONSOLE = signedIn(`(${HEARD} > ${since(THERE)} or ${HEARD} > ${since(HOUR)} and coalesce((
      select min(b.since) from gateway_heartbeat b where b.at > ${since(OUTAGE)}), clock_timestamp()) > ${since(BACK_WITHIN)})`);

/** A shift is running where one was begun for taking chats, is not over, and the person is still signed in. */
const ON_SHIFT = `
  from staff s where s.service_id = v.id and s.shift_ends_at > clock_timestamp() and ${signedIn(`${HEARD} > ${since(HOUR)}`)}
    and not exists (select 1 from shift x where x.staff_id = s.id and x.ended_at is null and x.check_in = 'not_today')`;

/** At their console, and available, talking, or away for a moment only and by their own choice. */
const ANSWERING = `${AT_CONSOLE} and (s.availability = 'available'
    or (s.away_because is distinct from 'missed_offers'
      and s.free_since > clock_timestamp() - interval '${A_MOMENT} milliseconds')
    or exists (select 1 from holding h where h.staff_id = s.id and h.ended_at is null))`;

const SUPERVISORS_ON = `
  select count(*)::integer from staff s
  where s.service_id = v.id and s.role = 'supervisor' and s.active and ${AT_CONSOLE}`;

const MOMENT = `
  select ${ms('clock_timestamp()', 'now')}, v.time_zone as zone, v.session_minutes as session, v.on_call as "isOnCall",
    v.night_rule as "keepsNightRule",
    (select json_agg(json_build_object('weekday', weekday, ${SPAN}) order by weekday, opens)
      from service_hours where service_id = v.id) as weekly,
    (select json_agg(json_build_object('day', day - date '1970-01-01', ${SPAN}) order by day, opens)
      from service_exception where service_id = v.id and day > current_date - ${PAST}) as exceptions,
    (select count(*)::integer ${ON_SHIFT}) as "onShift",
    (select count(*)::integer ${ON_SHIFT} and ${ANSWERING}) as answering,
    (select count(*)::integer ${ON_SHIFT} and s.role = 'responder') as "respondersOn",
    (${SUPERVISORS_ON}) as "supervisorsOn",
    (select (extract(epoch from min(starts_at)) * 1000)::double precision from rota_block
      where service_id = v.id and starts_at > clock_timestamp()) as "nextPlanned",
    d.setting, d.reason, d.set_by as by, ${ms('d.set_at', 'at')}, ${ms('d.over_since', 'overSince')},
    ${ms('d.calm_since', 'calmSince')}, ${ms('d.kept_open_at', 'keptOpenAt')}, d.standard_bound as bound
  from service v left join opening d on d.service_id = v.id where v.id = $1`;

const at = (time: number | null): Instant | null => (time === null ? null : instant(time));

const exceptionsOf = (rows: NonNullable<DoorRow['exceptions']>): HoursException[] => {
  const days = new Map<number, Span[]>();
  for (const { day, opens, closes } of rows)
    days.set(day, [...(days.get(day) ?? []), ...(opens === null ? [] : [{ opens, closes }])]);
  return [...days].map(([day, spans]) => ({ day, spans }));
};

const hoursOf = ({ zone, weekly, exceptions }: DoorRow): OpeningHours => {
  const spans = new Map<Weekday, Span[]>();
  for (const { weekday, opens, closes } of weekly ?? [])
    spans.set(weekday, [...(spans.get(weekday) ?? []), { opens, closes }]);
  return { zone, weekly: weekly === null ? null : spans, exceptions: exceptionsOf(exceptions ?? []) };
};

const overrideOf = ({ setting, reason, by, at: setAt }: DoorRow): OpeningOverride | null =>
  setting === null || reason === null || setAt === null ? null : { setting, reason, by, at: instant(setAt) };

const momentOf = (service: ServiceId, row: DoorRow): OpeningMoment => ({
  service,
  now: instant(row.now),
  rules: {
    hours: hoursOf(row),
    session: row.session * MINUTE,
    isOnCall: row.isOnCall,
    keepsNightRule: row.keepsNightRule,
  },
  situation: {
    onShift: row.onShift,
    answering: row.answering,
    respondersOn: row.respondersOn,
    supervisorsOn: row.supervisorsOn,
    standardBound: row.bound === null ? null : row.bound * MINUTE,
    override: overrideOf(row),
    pressure: {
      ...NO_PRESSURE,
      overSince: at(row.overSince),
      calmSince: at(row.calmSince),
      keptOpenAt: at(row.keptOpenAt),
    },
    nextPlanned: at(row.nextPlanned),
  },
});

/** All the door of a service is judged by, of one moment. Rejects when there is no such service. */
export const readOpening = async (asking: Queryable, service: ServiceId): Promise<OpeningMoment> => {
  const [row] = await asking.query<DoorRow[]>(MOMENT, [service]);
  if (row === undefined) throw new Error('there is no such service');
  return momentOf(service, row);
};

/** Visitors who wait and were told that nobody is on, and since when the first of them knows. */
export interface WaitingWithNobodyOn {
  readonly count: number;
  readonly since: Instant;
}

const LEFT_WAITING = `
  select count(*)::integer as count, min((p.said->>'since')::double precision) as since
  from wait_estimate p join conversation c on c.id = p.conversation_id and c.waiting_since = p.waiting_since
  where p.service_id = $1 and c.state = 'waiting' and p.said->>'kind' = 'nobody_on'`;

export class OpeningReadModel {
  constructor(private readonly database: Database) {}

  async loadOpening(service: ServiceId): Promise<OpeningMoment> {
    return readOpening(this.database, service);
  }

  /** Null where nobody waits to whom nobody can come. */
  async findWaitingWithNobodyOn(service: ServiceId): Promise<WaitingWithNobodyOn | null> {
    const [row]: { count: number; since: number | null }[] = await this.database.query(LEFT_WAITING, [
      service,
    ]);
    if (row === undefined || row.since === null) return null;
    return { count: row.count, since: instant(row.since) };
  }

  /** The alias of whoever set it; null where nobody did. */
  async findStaffName(staff: StaffId): Promise<string | null> {
    const [row]: { name: string }[] = await this.database.query('select name from staff where id = $1', [
      staff,
    ]);
    return row?.name ?? null;
  }
}
