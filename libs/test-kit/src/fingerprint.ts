import { createHash } from 'node:crypto';
import type { TestDatabase } from './test-database';

/** Equal as long as no fact changed. Notes to the live index come and go by themselves and are left out. */
export const fingerprint = async (database: TestDatabase): Promise<string> =>
  createHash('sha256')
    .update(await database.everything({ except: ['outbox'] }))
    .digest('hex');
