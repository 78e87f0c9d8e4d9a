// Given on the command line rather than in postgresql.conf, so that an old cluster gets what a new one gets.

const ALWAYS = {
  listen_addresses: '127.0.0.1',
  // No socket file: other users of the machine could find it, and its path may be too long for one.
  unix_socket_directories: '',
  max_connections: '120',
  password_encryption: 'scram-sha-256',
  wal_level: 'replica',
  // What people write must not reach a log by way of a failing statement.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: 'off',
  log_disconnections: 'off',
  logging_collector: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** The promise that an acknowledged message is not lost rests on these three. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** For clusters that live as long as one test run and never outlive the machine's power. */
const FAST = { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' };

/**
 * @param {boolean} fast
 * @returns {string[]}
 */
export function settingsArguments(fast) {
  const settings = { ...ALWAYS, ...(fast ? FAST : DURABLE) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
