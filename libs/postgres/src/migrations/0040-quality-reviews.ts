import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draw can be repeated by anyone who reads its seed, and foreseen by nobody: the seed is made after what it chooses from has ended. */
const DRAWS = `
create table review_draw (
  service_id uuid not null references service,
  day date not null,
  seed bytea not null check (octet_length(seed) = 32),
  half date,
  drawn_at timestamptz not null,
  primary key (service_id, day),
  unique (service_id, half)
);
comment on table review_draw is 'the seed with which reviews are drawn on a day of the service';
comment on column review_draw.half is 'first day of the half-month that was drawn with this seed; null on other days';
`;

/** Marks are figures and stay. Words are sealed under the key of the conversation, and die with it. */
const REVIEWS = `
create table review (
  id uuid primary key,
  service_id uuid not null references service,
  conversation_id uuid not null references conversation,
  responder_id uuid not null references staff,
  rater text not null check (rater in ('first', 'second')),
  because text not null check (because in ('marked', 'first_ten', 'safety_step', 'boundary', 'monthly')),
  planned_by uuid references staff,
  drawn_on date,
  planned_at timestamptz not null,
  due_at timestamptz not null,
  reviewer_id uuid references staff check (reviewer_id <> responder_id),
  taken_at timestamptz,
  draft_sealed bytea,
  given_at timestamptz,
  marks jsonb,
  fails text[] check (fails <@ '{promised_secrecy,gave_contact_details,left_band_1}'),
  score smallint check (score between 0 and 100),
  words_sealed bytea,
  read_at timestamptz,
  unique (conversation_id, responder_id, rater),
  constraint review_is_drawn_or_marked check ((planned_by is null) = (drawn_on is not null)),
  constraint review_taken_by_someone check ((reviewer_id is null) = (taken_at is null)),
  constraint review_given_whole check (case when given_at is null then marks is null and fails is null
    else reviewer_id is not null and marks is not null and fails is not null and draft_sealed is null end)
);
comment on table review is 'one reading of one responder''s work in a conversation that has ended, by one rater';
comment on column review.planned_by is 'the supervisor who marked the conversation; null where it was drawn';
comment on column review.drawn_on is 'the day of the draw that chose it; null where a supervisor marked it';
comment on column review.draft_sealed is 'what the reviewer has written so far; gone once it is given or put back';
comment on column review.marks is '0, 1, 2 or not_applicable for each item of the rubric';
comment on column review.score is 'whole percent of the points that could be reached; null where no item applied';
comment on column review.words_sealed is 'feedback to the responder; null from a second rater who wrote nothing';
comment on column review.read_at is 'when the responder first opened the feedback';
create unique index review_two_raters on review (conversation_id, responder_id, reviewer_id) where reviewer_id is not null;
create index review_open on review (service_id, due_at) where given_at is null;
create index review_given on review (service_id, given_at) where given_at is not null;
create index review_of_responder on review (responder_id, given_at) where given_at is not null;
create table review_reply (
  review_id uuid not null references review,
  number integer not null check (number > 0),
  id uuid not null,
  staff_id uuid not null references staff,
  sealed bytea not null,
  at timestamptz not null,
  primary key (review_id, number),
  unique (review_id, id)
);
comment on table review_reply is 'what the responder replies to feedback; rows are only added';
`;

/** Reviews of conversations: drawn or marked, given by supervisors, read and answered by the responder. */
export class QualityReviews1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAWS);
    await runner.query(REVIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_reply, review, review_draw');
  }
}
