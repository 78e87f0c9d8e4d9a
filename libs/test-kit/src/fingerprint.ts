import { createHash } from 'node:crypto';
import type { TestDatabase } from './test-database';

/**
 * What changes by itself while nothing happens: what the live index knows, how long somebody may be silent, and what waiting
 * visitors are told as time passes.
 */
const BY_ITSELF = {
  tables: [
    'outbox',
    'index_mark',
    'gateway_beat',
    'visitor_seen',
    'staff_seen',
    'wait_promise',
    'promise_outcome',
  ],
  columns: [
    ...['lease_until', 'receiver_lease_until', 'used_at'],
    // How long everyone waits is looked at again and again, and the door remembers what was seen.
    ...['looked_at', 'standard_bound', 'over_since', 'calm_since'],
  ],
};

/** Equal as long as no fact changed. */
export const fingerprint = async (database: TestDatabase): Promise<string> =>
  createHash('sha256')
    .update(await database.everything(BY_ITSELF))
    .digest('hex');
