import type { MigrationInterface, QueryRunner } from 'typeorm';

const WALL_LINKS = `
create table wall_link (
  id uuid primary key,
  service_id uuid not null references service,
  label text not null,
  -- Null once the link is revoked: nothing opens it any more.
  secret_hash bytea unique,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references staff,
  check ((revoked_at is null) = (secret_hash is not null)),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table wall_link is 'links that open the figures of a service on a screen on a wall, and nothing else';
create index wall_link_of_service on wall_link (service_id, made_at) where revoked_at is null;
`;

/** Links to the wall page. */
export class WallLinks1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WALL_LINKS);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
