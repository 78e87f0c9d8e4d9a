import { DAY } from '@warmline/kernel';
import { DRAWN_WITHIN_DAYS, FEEDBACK_WITHIN, FIRST_REVIEWED } from '@warmline/quality';

// Parts of the statement of `responders.ts`: of the person `s`, in the shift `f`, at `clock.now`.

/** Time in conversations since `w.since` (ms); overlaps count once. */
export const OPEN_FOR = `
  select floor(coalesce(sum(extract(epoch from upper(r) - lower(r))) * 1000, 0))::double precision as "openFor",
    coalesce(bool_or(upper(r) >= clock.now), false) as "isTalking"
  from (
    select unnest(range_agg(tstzrange(greatest(h.began_at, w.since), coalesce(h.ended_at, clock.now)))) as r
    from holding h where h.staff_id = s.id and coalesce(h.ended_at, clock.now) > greatest(h.began_at, w.since)
      and h.began_at > w.since - interval '1 day'
  ) spans`;

/** Different heavy conversations of this shift, and how many of the latest came in a row. */
export const HEAVY = `
  select count(*) filter (where t.heavy and t.at >= f.checked_in_at)::integer as "heavySinceCheckIn",
    count(*) filter (where t.heavy and not t.broken)::integer as "heavyInARow"
  from (
    select heavy, at, bool_or(not heavy) over (order by at desc, id) as broken
    from (
      select c.id, min(h.began_at) as at,
        bool_or(c.band = 1 or c.topics && y.heavy_topics or h.topics && y.heavy_topics) as heavy
      from holding h join conversation c on c.id = h.conversation_id join service y on y.id = c.service_id
      where h.staff_id = s.id and h.began_at >= f.began_at group by c.id
    ) conversations
  ) t`;

/** Nobody who has held more than this is a new responder whose first conversations wait for feedback. */
const NEW_UNTIL = 200;

/**
 * Holdings of the person `s` with their numbers, from 1. What was held before this database knew of it, and what is erased,
 * comes before the first row that is left. A person who is no longer new has none.
 */
export const NUMBERED_HOLDINGS = `
  select h.conversation_id, s.conversations_held - count(*) over ()
    + row_number() over (order by h.began_at, h.conversation_id) as number
  from holding h where h.staff_id = s.id and s.conversations_held <= ${NEW_UNTIL}`;

/**
 * The first conversations of a responder that have ended and have no feedback of a first rater yet.
 * What is too old to be drawn for a review counts no more.
 */
export const FIRST_FEEDBACK = `
  select count(*)::integer as missing,
    (array_agg(n.number order by f.due_at, n.number))[1]::integer as number, min(f.due_at) as due_at
  from (${NUMBERED_HOLDINGS} and s.role = 'responder') n
  join conversation c on c.id = n.conversation_id and c.state = 'ended'
  left join review r on r.conversation_id = n.conversation_id and r.responder_id = s.id and r.rater = 'first'
  cross join lateral (
    select coalesce(r.due_at, c.ended_at + interval '${FEEDBACK_WITHIN / DAY} days') as due_at) f
  where n.number <= ${FIRST_REVIEWED} and r.given_at is null
    and (r.id is not null or c.ended_at > clock.now - interval '${DRAWN_WITHIN_DAYS} days')`;
