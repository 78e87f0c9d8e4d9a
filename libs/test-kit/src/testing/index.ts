/** Waiting, for tests that need no server: the rest of the kit loads the clients of Postgres and Redis. */
export * from './slowness';
export * from './until';
