import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked again and again is found by its time, however long the history is. */
const INDEXES = `
create index offer_made on offer (service_id, made_at);
create index holding_ended on holding (ended_at) where ended_at is not null;
create index handover_of_service on handover (service_id, closed_at);
create index wait_outcome_of_band on wait_outcome (service_id, band, at);
`;

/** Reading the figures and the forecast costs the same after years as on the first evening. */
export class HistoryIndexes1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
