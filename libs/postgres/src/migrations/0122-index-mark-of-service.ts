import type { MigrationInterface, QueryRunner } from 'typeorm';

// The table index_mark stays for processes of the version before; nothing here reads it any more.
const MARKS = `
create table live_index_mark (
  service_id uuid primary key references service (id),
  generation text,
  position bigint not null default 0
);
comment on table live_index_mark is 'which live index in Redis is current for a service, and how far it has come';
insert into live_index_mark (service_id, generation, position)
select s.id, m.generation, m.position from (select id from service order by id limit 1) s, index_mark m;
`;

export class IndexMarkOfService1700000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table live_index_mark');
  }
}
