import { createHash } from 'node:crypto';
import type { TestDatabase } from './test-database';

/** What changes by itself while nothing happens: what the live index knows, and how long somebody may be silent. */
const BY_ITSELF = {
  tables: ['outbox', 'index_mark', 'gateway_beat', 'visitor_seen'],
  columns: ['lease_until', 'receiver_lease_until', 'used_at'],
};

/** Equal as long as no fact changed. */
export const fingerprint = async (database: TestDatabase): Promise<string> =>
  createHash('sha256')
    .update(await database.everything(BY_ITSELF))
    .digest('hex');
