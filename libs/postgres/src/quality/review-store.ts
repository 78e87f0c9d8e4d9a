import type { EntityManager } from 'typeorm';
import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Marks, QualityFact, Review } from '@warmline/quality';
import type { AutomaticFail } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { bytes, changedRows, flag, moment, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import type { FactWriters } from '../outbox/fact-writers';
import { REVIEW, reviewColumns } from './stored-review';

/** A review under its lock, and how this person is related to it. */
export interface LockedReview {
  readonly review: Review;
  /** They held the conversation at some time. */
  readonly hasHeld: boolean;
  /** They have taken or given the other reading of the same work. */
  readonly isOtherRater: boolean;
}

/** Who asks, about which review. */
export interface ReviewOf {
  readonly id: string;
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** What is kept of a review once it is given. */
export interface GivenReview {
  readonly marks: Marks;
  readonly fails: readonly AutomaticFail[];
  readonly score: number | null;
  readonly wordsSealed: Buffer | null;
}

export interface ReplyBefore {
  readonly number: number;
  readonly at: Instant;
  readonly staff: StaffId;
  readonly sealed: Buffer;
}

const LOCK = new RowQuery<Review & Omit<LockedReview, 'review'>>(
  { ...reviewColumns, hasHeld: flag, isOtherRater: flag },
  `select ${REVIEW},
     exists (select 1 from holding h where h.conversation_id = r.conversation_id and h.staff_id = $3) as "hasHeld",
     exists (select 1 from review o where o.conversation_id = r.conversation_id and o.responder_id = r.responder_id
       and o.id <> r.id and o.reviewer_id = $3) as "isOtherRater"
   from review r join conversation c on c.id = r.conversation_id
   where r.id = $1 and r.service_id = $2 and c.state = 'ended' and ${isKept('c')} for update of r`,
);

const FIND = new RowQuery<{ readonly id: string }>(
  { id: text },
  `select id from review where conversation_id = $1 and responder_id = $2 and rater = 'first'`,
);

const GIVEN = new RowQuery<{ readonly wordsSealed: Buffer | null }>(
  { wordsSealed: optional(bytes) },
  `select words_sealed as "wordsSealed" from review where id = $1 and given_at is not null
     and marks = $2::jsonb and fails = $3::text[]`,
);

const PLAN = new RowQuery<{ readonly id: string }>(
  { id: text },
  `insert into review (id, service_id, conversation_id, responder_id, rater, because, planned_by, drawn_on, planned_at, due_at, pair_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(
     (select f.id from review f where f.conversation_id = $3 and f.responder_id = $4 and f.rater = 'first'), $1))
   on conflict (conversation_id, responder_id, rater) do nothing returning id`,
);

const REPLY = new RowQuery<ReplyBefore>(
  { number: whole, at: moment, staff: known.staff, sealed: bytes },
  `select number, ${ms('at', 'at')}, staff_id as staff, sealed from review_reply where review_id = $1 and id = $2`,
);

const REPLIES = new RowQuery<{ readonly count: number }>(
  { count: whole },
  'select count(*)::integer as count from review_reply where review_id = $1',
);

const ADD_REPLY = new RowQuery<{ readonly number: number; readonly at: Instant }>(
  { number: whole, at: moment },
  `insert into review_reply (review_id, number, id, staff_id, sealed, at)
   select $1, coalesce(max(number), 0) + 1, $2, $3, $4, clock_timestamp() from review_reply where review_id = $1
   returning number, ${ms('at', 'at')}`,
);

/** Reviews and the replies to them. Only the audit hears of it: no page of a visitor or of a desk changes. */
export class ReviewStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Null for an unknown one, one of another service, and while its conversation goes on. */
  async lock({ id, service, staff }: ReviewOf): Promise<LockedReview | null> {
    const found = await LOCK.first(this.tx, [id, service, staff]);
    if (found === null) return null;
    const { hasHeld, isOtherRater, ...review } = found;
    return { review, hasHeld, isOtherRater };
  }

  /** The review of the first rater; null while there is none. */
  async findPlanned(conversation: ConversationId, responder: StaffId): Promise<string | null> {
    return (await FIND.first(this.tx, [conversation, responder]))?.id ?? null;
  }

  /** Once for each conversation, responder and rater: false where there is one already. `drawnOn`: `YYYY-MM-DD`. */
  async plan(
    fact: QualityFact<'review_planned'>,
    { dueAt, drawnOn }: { readonly dueAt: Instant; readonly drawnOn: string | null },
  ): Promise<boolean> {
    const { review, service, conversation, responder, rater, because, by, at } = fact;
    const times = [new Date(at), new Date(dueAt)];
    const columns = [review, service, conversation, responder, rater, because, by, drawnOn, ...times];
    if ((await PLAN.first(this.tx, columns)) === null) return false;
    await this.writers.audit.record(fact);
    return true;
  }

  /** What who had it before has written is gone. */
  async take(fact: QualityFact<'review_taken'>): Promise<void> {
    await this.tx.query(
      'update review set reviewer_id = $2, taken_at = $3, draft_sealed = null where id = $1',
      [fact.review, fact.by, new Date(fact.at)],
    );
    await this.writers.audit.record(fact);
  }

  async putBack(fact: QualityFact<'review_put_back'>): Promise<void> {
    await this.tx.query(
      'update review set reviewer_id = null, taken_at = null, draft_sealed = null where id = $1',
      [fact.review],
    );
    await this.writers.audit.record(fact);
  }

  /** Words of the conversation, or about it, are on their way to this person. */
  async recordRead(fact: QualityFact<'review_read'>): Promise<void> {
    await this.writers.audit.record(fact);
  }

  async saveDraft(review: string, sealed: Buffer): Promise<void> {
    await this.tx.query('update review set draft_sealed = $2 where id = $1', [review, sealed]);
  }

  async give(
    fact: QualityFact<'review_given'>,
    { marks, fails, score, wordsSealed }: GivenReview,
  ): Promise<void> {
    await this.tx.query(
      `update review set given_at = $2, marks = $3, fails = $4, score = $5, words_sealed = $6, draft_sealed = null where id = $1`,
      [fact.review, new Date(fact.at), JSON.stringify(marks), fails, score, wordsSealed],
    );
    // With feedback on the last of their first conversations a person may be offered more.
    await this.writers.outbox.addNote('staff', fact.responder, fact.service);
    await this.writers.audit.record(fact);
  }

  /** The sealed words of a review that was given with these marks and findings; null for any other. */
  async findGiven(
    review: string,
    { marks, fails }: Pick<GivenReview, 'marks' | 'fails'>,
  ): Promise<{ readonly wordsSealed: Buffer | null } | null> {
    return GIVEN.first(this.tx, [review, JSON.stringify(marks), fails]);
  }

  /** The first time, the desk of the responder has one thing less to tell. */
  async readFeedback(fact: QualityFact<'feedback_read'>): Promise<void> {
    const opened: unknown = await this.tx.query(
      'update review set read_at = $2 where id = $1 and read_at is null',
      [fact.review, new Date(fact.at)],
    );
    if (changedRows(opened) > 0) await this.writers.outbox.addNote('staff', fact.responder, fact.service);
    await this.writers.audit.record(fact);
  }

  /** What is stored under the id of a reply already. */
  async findReply(review: string, id: string): Promise<ReplyBefore | null> {
    return REPLY.first(this.tx, [review, id]);
  }

  async countReplies(review: string): Promise<number> {
    return (await REPLIES.one(this.tx, [review])).count;
  }

  async addReply(
    fact: QualityFact<'feedback_replied'>,
    sealed: Buffer,
  ): Promise<{ readonly number: number; readonly at: Instant }> {
    await this.writers.audit.record(fact);
    return ADD_REPLY.one(this.tx, [fact.review, fact.reply, fact.by, sealed]);
  }
}
