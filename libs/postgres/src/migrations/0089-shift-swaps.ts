import type { MigrationInterface, QueryRunner } from 'typeorm';

const SWAPS = `
create table shift_swap (
  id uuid primary key,
  service_id uuid not null references service,
  asked_by uuid not null references staff,
  asked_of uuid not null references staff check (asked_of <> asked_by),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- What the other person gives in return; null for nothing.
  back_starts_at timestamptz,
  back_ends_at timestamptz check (back_ends_at > back_starts_at),
  state text not null default 'asked' check (state in ('asked', 'agreed', 'declined', 'withdrawn')),
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  check ((back_starts_at is null) = (back_ends_at is null)),
  check ((state = 'asked') = (answered_at is null))
);
comment on table shift_swap is 'a shift of the rota that one person asked another to take, and what became of it';
-- One shift is offered to one person at a time.
create unique index shift_swap_open on shift_swap (asked_by, starts_at) where state = 'asked';
create index shift_swap_of_service on shift_swap (service_id, starts_at);
`;

/** Responders ask each other to take a shift. */
export class ShiftSwaps1700000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SWAPS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shift_swap');
  }
}
