import type { MigrationInterface, QueryRunner } from 'typeorm';

const MAILED = `
alter table invite add column mails smallint not null default 0 check (mails >= 0);
comment on column invite.mails is 'how often its link was sent by e-mail; to which address is not kept';
alter table invite add column mailed_at timestamptz;
alter table invite add column mail_result text;
comment on column invite.mail_result is 'what came of the last e-mail; null while it is being sent';
create index invite_mailed on invite (service_id, mailed_at) where mailed_at is not null;
`;

/** Invites that are sent by e-mail. */
export class InvitesByMail1700000000128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MAILED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index invite_mailed;
       alter table invite drop column mails, drop column mailed_at, drop column mail_result`,
    );
  }
}
