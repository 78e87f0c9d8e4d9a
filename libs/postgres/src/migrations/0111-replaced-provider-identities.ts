import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another account at the identity provider ends what began under the one before, as removing it does. */
export class ReplacedProviderIdentities1700000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create trigger provider_identity_replaced_half_sessions_end after update on provider_identity for each row
         when ((old.issuer, old.subject) is distinct from (new.issuer, new.subject))
         execute function half_sessions_end('staff_id')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger provider_identity_replaced_half_sessions_end on provider_identity');
  }
}
