import { createHash } from 'node:crypto';

/** All that is kept of a visitor's token, in memory and in Postgres: its SHA-256. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
