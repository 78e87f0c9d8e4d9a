import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAIRS = `
alter table review add pair_id uuid;
update review r set pair_id = coalesce((
  select f.id from review f
  where f.conversation_id = r.conversation_id and f.responder_id = r.responder_id and f.rater = 'first'), r.id);
alter table review alter pair_id set not null;
create index review_pair on review (pair_id);
comment on column review.pair_id is
  'the review of the first rater, on both reviews of one piece of work: agreement is counted after the conversation is erased';
`;

/** Two raters of one piece of work stay a pair. Those whose conversation was erased before this are no pair any more. */
export class ReviewPairs1700000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAIRS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table review drop pair_id');
  }
}
