import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASKED = `
alter table flood
  add asks_proof boolean not null default false,
  add proof_until timestamptz,
  add check (proof_until is null or (asks_proof and confirmed_at is not null));
comment on column flood.asks_proof is 'who proposed it would ask new chats from there for a proof of work';
comment on column flood.proof_until is 'until when they are asked for one, as two supervisors agreed; earlier once one of them stops it';
create index flood_asks_proof on flood (service_id, proof_until) where proof_until is not null;
`;

/** New chats from the network of a flood may be asked for a proof of work, for an hour at most. */
export class AskedProofs1700000000139 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASKED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table flood drop column proof_until, drop column asks_proof');
  }
}
