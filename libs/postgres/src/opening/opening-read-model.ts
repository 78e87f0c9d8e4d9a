import type { Weekday } from '@warmline/calendar';
import { HOUR, MINUTE, SECOND, type Instant, type ServiceId, type StaffId } from '@warmline/kernel';
import {
  A_MOMENT,
  A_MOMENT_IN_DANGER,
  NO_PRESSURE,
  type OpeningMoment,
  type OpeningOverride,
  type HoursException,
  type OpeningHours,
  type Span,
} from '@warmline/opening';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
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
  UnexpectedRow,
  whole,
  type Column,
} from '../connection/parse-rows';
import { milliseconds, ms, RowQuery, type Queryable } from '../connection/row-query';
import { OUTAGE } from '../conversations/outage-store';

interface OpeningRow {
  readonly now: Instant;
  readonly zone: string;
  readonly session: number;
  readonly isOnCall: boolean;
  readonly keepsNightRule: boolean;
  readonly isNotOpened: boolean;
  readonly weekly: readonly (Span & { readonly weekday: Weekday })[] | null;
  readonly exceptions:
    | readonly {
        readonly day: number;
        readonly name: string;
        readonly opens: number | null;
        readonly closes: number | null;
      }[]
    | null;
  readonly onShift: number;
  readonly answering: number;
  readonly answeringAtOnce: number;
  readonly supervisorsAtOnce: number;
  readonly respondersOn: number;
  readonly supervisorsOn: number;
  readonly nextPlanned: Instant | null;
  readonly setting: OpeningSetting | null;
  readonly reason: OpeningReason | null;
  readonly by: StaffId | null;
  readonly at: Instant | null;
  readonly overSince: Instant | null;
  readonly calmSince: Instant | null;
  readonly keptOpenAt: Instant | null;
  readonly bound: number | null;
}

/** Minutes since midnight; closing on the next day is beyond 1440. */
const SPAN = `'opens', (extract(epoch from opens) / 60)::integer,
  'closes', (extract(epoch from closes) / 60)::integer + case when closes <= opens then 1440 else 0 end`;

/** Exceptions older than this many days no longer matter. */
const PAST = 3;

/** An open console answers every few seconds; someone counts as present for this long (ms) after its last answer. */
const PRESENT_FOR = 2 * MINUTE;

/** After our own outage consoles have this long (ms) to answer again; until then nobody counts as gone. */
const RETURN_WITHIN = 30 * SECOND;

/** When they last gave a sign of life: a command, or an answer of their console. */
const LAST_SEEN = 'greatest(n.used_at, e.at)';

const since = (span: number): string => `clock_timestamp() - interval '${span} milliseconds'`;

const signedIn = (isPresent: string): string => `exists (
    select 1 from staff_session n left join staff_presence e on e.staff_id = n.staff_id
    where n.staff_id = s.id and n.ended_at is null and n.began_at > clock_timestamp() - interval '12 hours' and ${isPresent})`;

/** At their console within `presentFor` ms, or they were there when our outage began. */
const atConsole = (presentFor: number): string =>
  signedIn(`(${LAST_SEEN} > ${since(presentFor)} or ${LAST_SEEN} > ${since(HOUR)} and coalesce((
      select min(b.since) from gateway_heartbeat b where b.at > ${since(OUTAGE)}), clock_timestamp()) > ${since(RETURN_WITHIN)})`);

/** On shift: the shift was begun to take chats and is not over, and the person is signed in. */
const ON_SHIFT = `
  from staff s where s.service_id = v.id and s.shift_ends_at > clock_timestamp() and ${signedIn(`${LAST_SEEN} > ${since(HOUR)}`)}
    and not exists (select 1 from shift x where x.staff_id = s.id and x.ended_at is null and x.check_in = 'not_today')`;

/** At their console, and available, in a conversation, or away by choice for `aMoment` ms only. */
const answering = (
  presentFor: number,
  aMoment: number,
): string => `${atConsole(presentFor)} and (s.availability = 'available'
    or (s.away_because is distinct from 'missed_offers'
      and s.free_since > clock_timestamp() - interval '${aMoment} milliseconds')
    or exists (select 1 from holding h where h.staff_id = s.id and h.ended_at is null))`;

const supervisorsOn = (presentFor: number): string => `
  select count(*)::integer from staff s
  where s.service_id = v.id and s.role = 'supervisor' and s.active and ${atConsole(presentFor)}`;

const weekday: Column<Weekday> = (answer) => {
  if (answer === 1 || answer === 2 || answer === 3 || answer === 4) return answer;
  if (answer === 5 || answer === 6 || answer === 7) return answer;
  throw new UnexpectedRow('expected a weekday');
};

const OPENING = new RowQuery<OpeningRow>(
  {
    now: moment,
    zone: text,
    session: whole,
    isOnCall: flag,
    keepsNightRule: flag,
    isNotOpened: flag,
    weekly: optional(list(row({ weekday, opens: whole, closes: whole }))),
    exceptions: optional(
      list(row({ day: whole, name: text, opens: optional(whole), closes: optional(whole) })),
    ),
    onShift: whole,
    answering: whole,
    answeringAtOnce: whole,
    supervisorsAtOnce: whole,
    respondersOn: whole,
    supervisorsOn: whole,
    nextPlanned: optional(moment),
    setting: optional(oneOf<OpeningSetting>({ open: true, at_capacity: true, closed: true, paused: true })),
    reason: optional(
      oneOf<OpeningReason>({
        long_wait: true,
        too_few_on: true,
        incident: true,
        planned: true,
        back_to_normal: true,
      }),
    ),
    by: optional(known.staff),
    at: optional(moment),
    overSince: optional(moment),
    calmSince: optional(moment),
    keptOpenAt: optional(moment),
    bound: optional(number),
  },
  `
  select ${ms('clock_timestamp()', 'now')}, v.time_zone as zone, v.session_minutes as session, v.on_call as "isOnCall",
    v.night_rule as "keepsNightRule", v.opened_at is null as "isNotOpened",
    (select json_agg(json_build_object('weekday', weekday, ${SPAN}) order by weekday, opens)
      from service_hours where service_id = v.id) as weekly,
    (select json_agg(json_build_object('day', day - date '1970-01-01', 'name', name, ${SPAN}) order by day, opens)
      from service_exception where service_id = v.id and day > current_date - ${PAST}) as exceptions,
    (select count(*)::integer ${ON_SHIFT}) as "onShift",
    (select count(*)::integer ${ON_SHIFT} and ${answering(PRESENT_FOR, A_MOMENT)}) as answering,
    (select count(*)::integer ${ON_SHIFT} and ${answering(A_MOMENT_IN_DANGER, A_MOMENT_IN_DANGER)}) as "answeringAtOnce",
    (select count(*)::integer ${ON_SHIFT} and s.role = 'responder') as "respondersOn",
    (${supervisorsOn(PRESENT_FOR)}) as "supervisorsOn", (${supervisorsOn(A_MOMENT_IN_DANGER)}) as "supervisorsAtOnce",
    (select ${milliseconds('min(starts_at)')} from rota_block
      where service_id = v.id and starts_at > clock_timestamp()) as "nextPlanned",
    d.setting, d.reason, d.set_by as by, ${ms('d.set_at', 'at')}, ${ms('d.over_since', 'overSince')},
    ${ms('d.calm_since', 'calmSince')}, ${ms('d.kept_open_at', 'keptOpenAt')}, d.standard_bound as bound
  from service v left join opening d on d.service_id = v.id where v.id = $1`,
);

const exceptionsOf = (rows: NonNullable<OpeningRow['exceptions']>): HoursException[] => {
  const days = new Map<number, { readonly name: string; readonly spans: Span[] }>();
  for (const { day, name, opens, closes } of rows)
    days.set(day, {
      name,
      spans: [
        ...(days.get(day)?.spans ?? []),
        ...(opens === null || closes === null ? [] : [{ opens, closes }]),
      ],
    });
  return [...days].map(([day, exception]) => ({ day, ...exception }));
};

const hoursOf = ({ zone, weekly, exceptions }: OpeningRow): OpeningHours => {
  const spans = new Map<Weekday, Span[]>();
  for (const { weekday, opens, closes } of weekly ?? [])
    spans.set(weekday, [...(spans.get(weekday) ?? []), { opens, closes }]);
  return { zone, weekly: weekly === null ? null : spans, exceptions: exceptionsOf(exceptions ?? []) };
};

const overrideOf = ({ setting, reason, by, at: setAt }: OpeningRow): OpeningOverride | null =>
  setting === null || reason === null || setAt === null ? null : { setting, reason, by, at: setAt };

const momentOf = (service: ServiceId, row: OpeningRow): OpeningMoment => ({
  service,
  now: row.now,
  rules: {
    hours: hoursOf(row),
    session: row.session * MINUTE,
    isOnCall: row.isOnCall,
    keepsNightRule: row.keepsNightRule,
    isNotOpened: row.isNotOpened,
  },
  situation: {
    onShift: row.onShift,
    answering: row.answering,
    respondersOn: row.respondersOn,
    supervisorsOn: row.supervisorsOn,
    atOnce: { answering: row.answeringAtOnce, supervisorsOn: row.supervisorsAtOnce },
    standardBound: row.bound === null ? null : row.bound * MINUTE,
    override: overrideOf(row),
    pressure: {
      ...NO_PRESSURE,
      overSince: row.overSince,
      calmSince: row.calmSince,
      keptOpenAt: row.keptOpenAt,
    },
    nextPlanned: row.nextPlanned,
  },
});

/** All that decides the opening of a service, at one moment. Throws when there is no such service. */
export const readOpening = async (on: Queryable, service: ServiceId): Promise<OpeningMoment> => {
  const found = await OPENING.first(on, [service]);
  if (found === null) throw new Error('there is no such service');
  return momentOf(service, found);
};

/** Visitors who wait and were told that nobody is on, and when the first of them was told. */
export interface WaitingWithNobodyOn {
  readonly count: number;
  readonly since: Instant;
}

const WAITING_WITH_NOBODY_ON = new RowQuery<{ readonly count: number; readonly since: Instant | null }>(
  { count: whole, since: optional(moment) },
  `
  select count(*)::integer as count, floor(min((e.said->>'since')::double precision)) as since
  from wait_estimate e join conversation c on c.id = e.conversation_id and c.waiting_since = e.waiting_since
  where e.service_id = $1 and c.state = 'waiting' and e.said->>'kind' = 'nobody_on'`,
);

const STAFF_NAME = new RowQuery<{ readonly name: string }>(
  { name: text },
  'select name from staff where id = $1',
);

/** Reads whether and for whom a service takes new visitors. */
export class OpeningReadModel {
  constructor(private readonly database: Database) {}

  async loadOpening(service: ServiceId): Promise<OpeningMoment> {
    return readOpening(this.database, service);
  }

  /** Null when no visitor waits whom nobody can answer. */
  async findWaitingWithNobodyOn(service: ServiceId): Promise<WaitingWithNobodyOn | null> {
    const { count, since } = await WAITING_WITH_NOBODY_ON.one(this.database, [service]);
    return since === null ? null : { count, since };
  }

  /** The alias of a member of staff; null when there is none with this id. */
  async findStaffName(staff: StaffId): Promise<string | null> {
    return (await STAFF_NAME.first(this.database, [staff]))?.name ?? null;
  }
}
