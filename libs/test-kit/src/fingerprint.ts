import { createHash } from 'node:crypto';
import type { TestDatabase } from './test-database';

/** Equal as long as no row of any table changed. */
export const fingerprint = async (database: TestDatabase): Promise<string> =>
  createHash('sha256')
    .update(await database.everything())
    .digest('hex');
