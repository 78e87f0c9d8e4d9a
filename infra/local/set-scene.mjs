// For journeys alone: `node infra/local/set-scene.mjs <scene>…` puts the demo charity into a state that takes hours, or sixty
// visitors, to come to. Nothing is switched off: everything is judged as ever, by what is stored.
import process from 'node:process';
import { inJourneyDatabase } from './journey-database.mjs';

const LONGER_THAN_A_JOURNEY = `interval '9 minutes'`;

/** @type {Readonly<Record<string, readonly string[]>>} */
const SCENES = {
  /** Sixty waits that were as long as was estimated: what is estimated may be promised. */
  'waits-are-known': [
    `insert into promise_outcome
       (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
     select c.id, now() - n * interval '1 minute', c.service_id, 3, 10, 10, 10, false, now() - n * interval '1 minute'
     from (select id, service_id from conversation limit 1) c, generate_series(1, 60) n on conflict do nothing`,
  ],
  /** Two minutes were promised ten minutes ago. */
  'a-promise-is-missed': [
    `update wait_promise set told_at = now(), shown = 2, said = jsonb_build_object('kind', 'within', 'bucket', 2,
       'apologisedAt', null, 'until', (extract(epoch from now() - interval '8 minutes') * 1000)::bigint)`,
  ],
  'sam-rests': [
    `insert into staff_break (id, staff_id, began_at, until)
     select gen_random_uuid(), id, now(), now() + ${LONGER_THAN_A_JOURNEY} from staff where sign_in_name = 'sam'`,
  ],
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
    'update service set on_call = true',
    'delete from service_hours',
    'delete from door',
    'delete from promise_outcome',
    'delete from staff_break where until > now()',
  ],
};

await inJourneyDatabase(
  process.argv.slice(2).flatMap((name) => {
    const scene = SCENES[name];
    if (scene === undefined) throw new Error(`there is no scene ${name}`);
    return scene.map((text) => ({ text }));
  }),
);
