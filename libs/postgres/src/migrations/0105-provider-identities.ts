import type { MigrationInterface, QueryRunner } from 'typeorm';

const IDENTITIES = `
create table provider_identity (
  staff_id uuid primary key references staff(id),
  issuer text not null check (length(issuer) between 1 and 1000),
  subject text not null check (length(subject) between 1 and 255),
  linked_at timestamptz not null,
  unique (issuer, subject)
);
comment on table provider_identity is 'by which account at the identity provider a person signs in; linked by themselves while signed in';

alter table staff_session drop constraint staff_session_proof_check;
alter table staff_session add constraint staff_session_proof_check
  check (proof in ('before', 'password', 'authenticator', 'recovery_code', 'passkey', 'identity_provider'));

create trigger provider_identity_half_sessions_end after delete on provider_identity for each row
  execute function half_sessions_end('staff_id');
`;

/** Single sign-on. */
export class ProviderIdentities1700000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IDENTITIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table provider_identity;
       update staff_session set proof = 'authenticator' where proof = 'identity_provider';
       alter table staff_session drop constraint staff_session_proof_check;
       alter table staff_session add constraint staff_session_proof_check
         check (proof in ('before', 'password', 'authenticator', 'recovery_code', 'passkey'))`,
    );
  }
}
