import type { TestDatabase } from './test-database';

/**
 * What changes by itself while nothing happens: the live index, who is connected, leases, and the wait estimates that visitors get as time
 * passes, and the audit log, which says again what the audit rows say.
 */
const BY_ITSELF = {
  tables: [
    'outbox',
    'index_mark',
    'live_index_mark',
    'gateway_heartbeat',
    'visitor_presence',
    'visitor_absence',
    'staff_presence',
    'wait_estimate',
    'wait_outcome',
    'review_draw',
    // The log follows the audit rows, within a second.
    ...[
      'audit_pending',
      'audit_leaf',
      'audit_subtree',
      'audit_tree',
      'audit_salt',
      'audit_key',
      'audit_checkpoint',
    ],
  ],
  columns: [
    ...['lease_until', 'receiver_lease_until', 'used_at'],
    // The opening polls the waits and stores what it found.
    ...['judged_at', 'standard_bound', 'over_since', 'calm_since'],
  ],
  /** Refusals are counted once a minute, and change nothing. */
  actions: ['sign_ins_failed', 'requests_refused', 'limits_reached'],
};

/** Equal as long as no fact changed. What differs in two of them names the table. */
export const fingerprint = (database: TestDatabase): Promise<string> => database.sums(BY_ITSELF);
