import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = `('responder', 'supervisor', 'administrator', 'safeguarding_lead', 'trainer', 'auditor')`;

const TOLD = `
alter table provider_identity add column told_role text check (told_role in ${ROLES});
comment on column provider_identity.told_role is 'what the provider said last; it changes no role: two people do. Null: no role, or nothing';
alter table provider_identity add column told_further text[] not null default '{}';
alter table provider_identity add column told_at timestamptz;
comment on column provider_identity.told_at is 'when it last said something of roles; null: never';

alter table service add column provider_accounts boolean not null default false;
comment on column service.provider_accounts is
  'someone who signs in at the provider and has no account asks for one by that; it has no rights until two people agree';
`;

/** What the identity provider says of people, and the accounts that they ask for through it. */
export class ProviderAccounts1700000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table service drop column provider_accounts;
       alter table provider_identity drop column told_role, drop column told_further, drop column told_at`,
    );
  }
}
