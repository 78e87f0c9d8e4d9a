import type { EntityManager } from 'typeorm';
import type { ConversationId, ServiceId, StaffId } from '@warmline/kernel';
import { DRAWN_WITHIN_DAYS, FIRST_REVIEWED, type DrawCandidate } from '@warmline/quality';
import type { Band, ReviewCause } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { bytes, flag, text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { NUMBERED_HOLDINGS } from '../wellbeing/of-responder';
import { reviewCause } from './stored-review';

/** Today's draw, locked: one process draws at a time. */
export interface ReviewDraw {
  /** `YYYY-MM-DD`, by the clock of the service. */
  readonly day: string;
  readonly seed: Buffer;
  /** First day of the half-month that ended last, and the day after its end. */
  readonly half: string;
  readonly halfEnd: string;
  readonly isHalfDrawn: boolean;
}

/** Work that is reviewed in any case. */
export interface CertainReview {
  readonly conversation: ConversationId;
  readonly responder: StaffId;
  readonly because: ReviewCause;
}

const BEGIN = `
  insert into review_draw (service_id, day, seed, drawn_at)
  select s.id, (clock_timestamp() at time zone s.time_zone)::date, $2, clock_timestamp() from service s where s.id = $1
  on conflict (service_id, day) do nothing`;

const DRAW = new RowQuery<ReviewDraw>(
  { day: text, seed: bytes, half: text, halfEnd: text, isHalfDrawn: flag },
  `
  select d.day::text, d.seed, p.half::text, p.half_end::text as "halfEnd",
    exists (select 1 from review_draw o where o.service_id = d.service_id and o.half = p.half) as "isHalfDrawn"
  from service s
  cross join lateral (select (clock_timestamp() at time zone s.time_zone)::date as today) t
  cross join lateral (select date_trunc('month', t.today::timestamp)::date as month, extract(day from t.today) >= 16 as is_second) m
  cross join lateral (select
    case when m.is_second then m.month else (m.month - interval '1 month')::date + 15 end as half,
    case when m.is_second then m.month + 15 else m.month end as half_end) p
  join review_draw d on d.service_id = s.id and d.day = t.today
  where s.id = $1 for update of d`,
);

/** The first conversations of each person, and the last holder's work where a safety step was open or a boundary ended it. */
const CERTAIN = new RowQuery<CertainReview>(
  { conversation: known.conversation, responder: known.staff, because: reviewCause },
  `
  select distinct on (w.conversation, w.responder) w.conversation, w.responder, w.because
  from (
    select h.conversation_id as conversation, s.id as responder, 'first_ten' as because, 1 as place
    from staff s cross join lateral (${NUMBERED_HOLDINGS}) h
    where s.service_id = $1 and h.number <= ${FIRST_REVIEWED}
    union all
    select c.id, h.staff_id, case when c.end_reason = 'boundary' then 'boundary' else 'safety_step' end,
      case when c.end_reason = 'boundary' then 3 else 2 end
    from conversation c cross join lateral (
      select staff_id from holding where conversation_id = c.id order by epoch desc limit 1) h
    where c.service_id = $1 and c.state = 'ended' and c.ended_at > clock_timestamp() - interval '${DRAWN_WITHIN_DAYS} days'
      and (c.end_reason in ('boundary', 'safety_action') or c.safety_step_at is not null or c.step_closed_by is not null)
  ) w
  join conversation c on c.id = w.conversation
  where c.state = 'ended' and c.ended_at > clock_timestamp() - interval '${DRAWN_WITHIN_DAYS} days' and ${isKept('c')}
    and not exists (select 1 from review r where r.conversation_id = w.conversation and r.responder_id = w.responder)
  order by w.conversation, w.responder, w.place`,
);

/** What ended in a half-month and is not reviewed yet, by its last holder. Silent and test chats, and wrong numbers, are left out. */
const CANDIDATES = new RowQuery<DrawCandidate>(
  { conversation: known.conversation, responder: known.staff, band: known.band },
  `
  select c.id as conversation, h.staff_id as responder, c.band
  from service s join conversation c on c.service_id = s.id
  cross join lateral (
    select staff_id, contact_kind from holding where conversation_id = c.id order by epoch desc limit 1) h
  where s.id = $1 and c.state = 'ended' and ${isKept('c')} and c.responder_message_at is not null
    and c.ended_at >= $2::date::timestamp at time zone s.time_zone and c.ended_at < $3::date::timestamp at time zone s.time_zone
    and (h.contact_kind is null or h.contact_kind in ('conversation', 'abusive'))
    and not exists (select 1 from review r where r.conversation_id = c.id and r.responder_id = h.staff_id)
  order by c.id`,
);

const DRAWN_BEFORE = new RowQuery<{ readonly responder: StaffId; readonly band: Band }>(
  { responder: known.staff, band: known.band },
  `
  select r.responder_id as responder, c.band
  from review_draw d join review r on r.service_id = d.service_id and r.drawn_on = d.day and r.because = 'monthly'
  join conversation c on c.id = r.conversation_id
  where d.service_id = $1 and d.half is not null and d.half <> $2::date
    and date_trunc('month', d.half::timestamp) = date_trunc('month', $2::date::timestamp)`,
);

/** What the draw of reviews chooses from, and the seeds it chooses with. */
export class ReviewDrawStore {
  constructor(private readonly tx: EntityManager) {}

  /** Locks today's draw. `seed`, 32 random bytes, is kept where it is the first of the day. */
  async beginDraw(service: ServiceId, seed: Buffer): Promise<ReviewDraw> {
    await this.tx.query(BEGIN, [service, seed]);
    return DRAW.one(this.tx, [service]);
  }

  async findCertain(service: ServiceId): Promise<CertainReview[]> {
    return CERTAIN.all(this.tx, [service]);
  }

  async findCandidates(service: ServiceId, { half, halfEnd }: ReviewDraw): Promise<DrawCandidate[]> {
    return CANDIDATES.all(this.tx, [service, half, halfEnd]);
  }

  /** Bands that were drawn for a person in the other half of the same month. */
  async findDrawnBefore(service: ServiceId, half: string): Promise<ReadonlyMap<StaffId, ReadonlySet<Band>>> {
    const bands = new Map<StaffId, Set<Band>>();
    for (const { responder, band } of await DRAWN_BEFORE.all(this.tx, [service, half]))
      bands.set(responder, new Set([...(bands.get(responder) ?? []), band]));
    return bands;
  }

  async markHalfDrawn(service: ServiceId, { day, half }: ReviewDraw): Promise<void> {
    await this.tx.query('update review_draw set half = $3 where service_id = $1 and day = $2', [
      service,
      day,
      half,
    ]);
  }
}
