import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARENTS = `
alter table service add allowed_parents text[] not null default '{}'
  -- They go into a header: nothing that could end it or begin another directive.
  check (array_to_string(allowed_parents, '') !~ '[^a-z0-9.:/-]');
comment on column service.allowed_parents is 'origins of sites whose pages may hold the page of visitors in a frame';
`;

/** The charity's own sites, which may open the chat on their pages. */
export class AllowedParents1700000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service drop allowed_parents');
  }
}
