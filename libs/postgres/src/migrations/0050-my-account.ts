import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = `
alter table staff add column visitor_name text check (visitor_name <> '');
comment on column staff.visitor_name is 'the name visitors see instead of their own; null when it is their own';
alter table staff add column alias text not null generated always as (coalesce(visitor_name, name)) stored;
comment on column staff.alias is 'the name visitors see';
`;

const DEVICES = `
alter table staff_device add column id uuid not null default gen_random_uuid() unique;
alter table staff_device add column label text check (label <> '');
comment on column staff_device.label is 'what its person calls it, so that they know its sessions in their list';
alter table staff_session add column device_id uuid references staff_device (id) on delete set null;
comment on column staff_session.device_id is 'the known device on which it began';
create index staff_session_of_device on staff_session (device_id);
`;

/** What people keep themselves: the name visitors see, and what their devices are called. */
export class MyAccount1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [NAMES, DEVICES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table staff_session drop column device_id;
       alter table staff_device drop column id, drop column label;
       alter table staff drop column alias, drop column visitor_name`,
    );
  }
}
