import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Marks, Review } from '@warmline/quality';
import type { AutomaticFail, Band, ReviewCause } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import {
  bytes,
  flag,
  hexBytes,
  list,
  moment,
  optional,
  row,
  text,
  whole,
  type Columns,
} from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { automaticFail, marks, REVIEW, reviewCause, reviewColumns } from './stored-review';

/** A review and what it is about, without marks and without words. */
export interface StoredReview extends Review {
  readonly because: ReviewCause;
  readonly responderName: string;
  readonly reviewerName: string | null;
  readonly band: Band;
  readonly endedAt: Instant;
  /** The person who asks held the conversation at some time. */
  readonly hasHeld: boolean;
  /** The person who asks has taken or given the other reading. */
  readonly isOtherRater: boolean;
  /** When this was read, by the clock of the database. */
  readonly now: Instant;
  /** There is another reading of the same work, and it is not given yet. */
  readonly awaitsOther: boolean;
  readonly readAt: Instant | null;
  readonly replies: number;
  readonly repliedAt: Instant | null;
}

export interface StoredReply {
  readonly id: string;
  readonly byName: string;
  readonly at: Instant;
  readonly sealed: Buffer;
}

/** One review whole. What was written is still sealed. */
export interface StoredReviewDetail extends StoredReview {
  /** They left a visitor of band 1, and nobody took over at once. */
  readonly leftBand1: boolean;
  readonly nameSealed: Buffer | null;
  readonly draftSealed: Buffer | null;
  readonly marks: Marks | null;
  readonly fails: readonly AutomaticFail[];
  readonly score: number | null;
  readonly wordsSealed: Buffer | null;
  /** The oldest first. */
  readonly repliesSealed: readonly StoredReply[];
}

/** Marks that two people gave for the same work, and the scores of first raters. */
export interface StoredRatings {
  readonly scores: readonly number[];
  readonly given: number;
  readonly pairs: readonly { readonly first: Marks; readonly second: Marks }[];
}

const columns: Columns<StoredReview> = {
  ...reviewColumns,
  because: reviewCause,
  responderName: text,
  reviewerName: optional(text),
  band: known.band,
  endedAt: moment,
  hasHeld: flag,
  isOtherRater: flag,
  now: moment,
  awaitsOther: flag,
  readAt: optional(moment),
  replies: whole,
  repliedAt: optional(moment),
};

/** `$1` is the service, `$2` the person who asks. What has expired is in no list. */
const SELECT = `
  select ${REVIEW}, r.because, p.name as "responderName", w.name as "reviewerName", c.band, ${ms('c.ended_at', 'endedAt')},
    exists (select 1 from holding h where h.conversation_id = c.id and h.staff_id = $2) as "hasHeld",
    o.reviewer_id is not distinct from $2 and o.id is not null as "isOtherRater",
    ${ms('clock_timestamp()', 'now')}, o.id is not null and o.given_at is null as "awaitsOther",
    ${ms('r.read_at', 'readAt')}, coalesce(a.number, 0) as replies, ${ms('a.at', 'repliedAt')}`;
const FROM = `
  from review r join conversation c on c.id = r.conversation_id
  join staff p on p.id = r.responder_id left join staff w on w.id = r.reviewer_id
  left join review o on o.conversation_id = r.conversation_id and o.responder_id = r.responder_id and o.id <> r.id
  left join lateral (select number, at from review_reply where review_id = r.id order by number desc limit 1) a on true
  where r.service_id = $1 and c.state = 'ended' and ${isKept('c')}`;

const OPEN = new RowQuery<StoredReview>(
  columns,
  `${SELECT} ${FROM} and r.given_at is null order by r.due_at, r.id limit $3`,
);

const GIVEN = new RowQuery<StoredReview>(
  columns,
  `${SELECT} ${FROM} and r.given_at is not null order by greatest(r.given_at, a.at) desc, r.id limit $3`,
);

const OF_RESPONDER = new RowQuery<StoredReview>(
  columns,
  `${SELECT} ${FROM} and r.given_at is not null and r.responder_id = $2 and r.rater = 'first'
   order by r.given_at desc, r.id limit $3`,
);

/** A handover and a take-over begin the next holding in the transaction that ends theirs. */
const LEFT_BAND_1 = `(c.band = 1 and exists (select 1 from holding h
    where h.conversation_id = c.id and h.staff_id = r.responder_id and h.ended_at < c.ended_at
      and not exists (select 1 from holding n where n.conversation_id = c.id and n.epoch = h.epoch + 1
        and n.began_at <= h.ended_at)))`;

const DETAIL = new RowQuery<StoredReviewDetail>(
  {
    ...columns,
    leftBand1: flag,
    nameSealed: optional(bytes),
    draftSealed: optional(bytes),
    marks: optional(marks),
    fails: list(automaticFail),
    score: optional(whole),
    wordsSealed: optional(bytes),
    repliesSealed: list(row({ id: text, byName: text, at: moment, sealed: hexBytes })),
  },
  `${SELECT}, ${LEFT_BAND_1} as "leftBand1", c.name_sealed as "nameSealed", r.draft_sealed as "draftSealed", r.marks, coalesce(r.fails, '{}') as fails, r.score,
    r.words_sealed as "wordsSealed",
    coalesce((select json_agg(json_build_object('id', e.id, 'byName', s.name, 'at', ${milliseconds('e.at')},
        'sealed', encode(e.sealed, 'hex')) order by e.number)
      from review_reply e join staff s on s.id = e.staff_id where e.review_id = r.id), '[]') as "repliesSealed"
   ${FROM} and r.id = $3`,
);

const OPEN_IN_ALL = new RowQuery<{ readonly open: number; readonly overdue: number }>(
  { open: whole, overdue: whole },
  `select count(*)::integer as open, (count(*) filter (where r.due_at < clock_timestamp()))::integer as overdue
   from review r join conversation c on c.id = r.conversation_id
   where r.service_id = $1 and r.given_at is null and c.state = 'ended' and ${isKept('c')}`,
);

/** Of the last `$2` days. */
const RATINGS = new RowQuery<StoredRatings>(
  {
    scores: list(whole),
    given: whole,
    pairs: list(row({ first: marks, second: marks })),
  },
  `
  with recent as (select * from review
    where service_id = $1 and given_at > clock_timestamp() - make_interval(days => $2::integer))
  select coalesce((select json_agg(score) from recent where rater = 'first' and score is not null), '[]') as scores,
    (select count(*)::integer from recent where rater = 'first') as given,
    coalesce((select json_agg(json_build_object('first', f.marks, 'second', s.marks))
      from recent f join review s on s.pair_id = f.pair_id and s.rater = 'second' and s.given_at is not null
      where f.rater = 'first'), '[]') as pairs`,
);

const NOW = new RowQuery<{ readonly now: Instant }>(
  { now: moment },
  `select ${ms('clock_timestamp()', 'now')}`,
);

const LAST_HOLDER = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  `select h.staff_id as staff from holding h join conversation c on c.id = h.conversation_id
   where c.id = $1 and c.service_id = $2 and ${isKept('c')} order by h.epoch desc limit 1`,
);

interface Asking {
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** Reads reviews. Who may see marks and words is asked first. */
export class ReviewReadModel {
  constructor(private readonly database: Database) {}

  async loadNow(): Promise<Instant> {
    return (await NOW.one(this.database)).now;
  }

  /** What is due first comes first. */
  async loadOpen({ service, staff }: Asking, most: number): Promise<StoredReview[]> {
    return OPEN.all(this.database, [service, staff, most]);
  }

  async countOpen(service: ServiceId): Promise<{ readonly open: number; readonly overdue: number }> {
    return OPEN_IN_ALL.one(this.database, [service]);
  }

  /** The newest first; a reply makes one new. */
  async loadGiven({ service, staff }: Asking, most: number): Promise<StoredReview[]> {
    return GIVEN.all(this.database, [service, staff, most]);
  }

  /** Feedback on this person's work, the newest first. */
  async loadFeedback({ service, staff }: Asking, most: number): Promise<StoredReview[]> {
    return OF_RESPONDER.all(this.database, [service, staff, most]);
  }

  /** Null for an unknown one, one of another service, and while its conversation goes on. */
  async loadReview({ service, staff }: Asking, review: string): Promise<StoredReviewDetail | null> {
    return DETAIL.first(this.database, [service, staff, review]);
  }

  async loadRatings(service: ServiceId, days: number): Promise<StoredRatings> {
    return RATINGS.one(this.database, [service, days]);
  }

  /** Whose work in this conversation counts: its last holder's; null when nobody of the service ever held it. */
  async findLastHolder(conversation: ConversationId, service: ServiceId): Promise<StaffId | null> {
    const found = await LAST_HOLDER.first(this.database, [conversation, service]);
    return found?.staff ?? null;
  }
}
