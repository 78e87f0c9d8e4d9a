// For journeys only: puts the demo charity into states that would take hours or sixty visitors to reach. The rules stay as they
// are and judge what is stored.
import { inJourneyDatabase } from './journey-database.ts';

const LONGER_THAN_A_JOURNEY = `interval '9 minutes'`;

/** Rows of a made-up evening: no real conversation has a key like this. */
const OF_THE_EVENING = `select id from conversation where dek_wrapped = '\\x00'`;

/** Four hours in which a hundred and twenty people came, some to be answered at once, and one in nine left waiting. */
const EVENING = [
  `with contact as (
     select gen_random_uuid() as id, n, n % 9 = 4 as left_waiting,
       case when n % 11 = 0 then 1 when n % 5 = 0 then 2 else 3 end as band,
       now() - interval '10 minutes' - n * interval '112 seconds' as at,
       case when n % 11 = 0 then interval '20 seconds' when n % 5 = 0 then interval '1 minute' * (1 + n % 5)
         else interval '30 seconds' * (2 + n % 21) end as wait,
       interval '1 minute' * (9 + n % 31) as talk
     from generate_series(1, 120) n
   ), conversations as (
     insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day, entered_at,
       waiting_since, ended_at, end_reason, epoch, last_seq, visitor_messages)
     select c.id, s.id, gen_random_uuid(), sha256(c.id::text::bytea), 'ended', c.band, 'en', '\\x00', current_date + 90, c.at,
       c.at, least(now(), case when left_waiting then c.at + interval '9 minutes' else c.at + wait + talk end),
       case when left_waiting then 'left_waiting' else 'visitor_ended' end,
       case when left_waiting then 0 else 1 end, 1, 3
     from contact c, service s returning id
   ), holdings as (
     insert into holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
     select c.id, 1, s.id, c.at + wait - interval '15 seconds', least(now(), c.at + wait + talk), least(now(), c.at + wait + talk), now()
     from contact c join staff s on s.sign_in_name = case when c.n % 2 = 0 then 'sam' else 'jo' end where not left_waiting
   )
   insert into timeline_entry (conversation_id, seq, id, kind, author_role, staff_id, sealed, at)
   select c.id, 1, gen_random_uuid(), 'message', 'responder', s.id, '\\x00', c.at + wait
   from contact c join staff s on s.sign_in_name = case when c.n % 2 = 0 then 'sam' else 'jo' end where not left_waiting`,
  `insert into wait_outcome (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
   select id, waiting_since, service_id, band, 4, 10, case when row_number() over (order by entered_at) % 5 = 0 then 12 else 6 end,
     false, entered_at + interval '6 minutes'
   from conversation where dek_wrapped = '\\x00' and band > 1`,
  `insert into capacity_span (staff_id, service_id, capacity, began_at, ended_at)
   select id, service_id, 14, now() - interval '4 hours', now() - interval '1 minute' from staff where sign_in_name in ('sam', 'jo')`,
  `insert into help_call (id, service_id, staff_id, conversation_id, urgency, called_at, answered_by, answered_at, joined_at, over_at, over_because)
   select gen_random_uuid(), s.service_id, s.id, null, case when n % 2 = 0 then 'urgent' else 'normal' end, t.at, a.id,
     t.at + interval '9 seconds', t.at + interval '1 second' * (14 + n), t.at + interval '5 minutes', 'settled'
   from generate_series(1, 24) n, lateral (select now() - n * interval '9 minutes' as at) t,
     staff s, staff a where s.sign_in_name = 'sam' and a.sign_in_name = 'ana'`,
];

const FIXTURES = {
  'an-evening': EVENING,
  /** Sixty waits that were as long as was estimated: what is estimated may be promised. */
  'waits-are-known': [
    `insert into wait_outcome
       (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
     select c.id, now() - n * interval '1 minute', c.service_id, 3, 10, 10, 10, false, now() - n * interval '1 minute'
     from (select id, service_id from conversation limit 1) c, generate_series(1, 60) n on conflict do nothing`,
  ],
  /** Two minutes were promised ten minutes ago. */
  'wait-estimate-missed': [
    `update wait_estimate set told_at = now(), shown = 2, said = jsonb_build_object('kind', 'within', 'bucket', 2,
       'apologisedAt', null, 'until', (extract(epoch from now() - interval '8 minutes') * 1000)::bigint)`,
  ],
  'sam-on-break': [
    `insert into staff_break (id, staff_id, began_at, until)
     select gen_random_uuid(), id, now(), now() + ${LONGER_THAN_A_JOURNEY} from staff where sign_in_name = 'sam'`,
  ],
  /** Who talks now has done so for an hour. */
  'an-hour-of-talking': [
    `update shift set began_at = began_at - interval '70 minutes' where ended_at is null`,
    `update holding set began_at = began_at - interval '65 minutes' where ended_at is null`,
    'update staff set version = version + 1',
  ],
  /** A visitor's chat goes on after a reload. */
  'reloads-are-kept': ['update service set keeps_reloads = true'],
  'only-shifts-count': ['update service set on_call = false'],
  /** Forty minutes from now, by the service's own wall; it opened at a full hour, and does so again tomorrow. */
  'closes-soon': [
    `insert into service_hours (service_id, weekday, opens, closes)
     select id, extract(isodow from opens)::integer, opens::time, (wall + interval '40 minutes')::time
     from (select id, now() at time zone time_zone as wall from service) s,
       lateral (select date_trunc('hour', wall - interval '1 hour') as opens) o`,
    `insert into service_hours (service_id, weekday, opens, closes)
     select service_id, weekday % 7 + 1, opens, closes from service_hours`,
  ],
  'as-it-was': [
    `delete from help_call where conversation_id is null`,
    `delete from capacity_span where capacity = 14`,
    `delete from wait_outcome`,
    `delete from timeline_entry where conversation_id in (${OF_THE_EVENING})`,
    `delete from holding where conversation_id in (${OF_THE_EVENING})`,
    `delete from conversation where id in (${OF_THE_EVENING})`,
    'update service set on_call = true, keeps_reloads = false',
    'delete from service_hours',
    'delete from opening',
    'delete from staff_break where until > now()',
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

export type FixtureName = keyof typeof FIXTURES;

export const applyFixtures = (...names: readonly FixtureName[]): Promise<void> =>
  inJourneyDatabase(names.flatMap((name) => FIXTURES[name].map((text) => ({ text }))));
