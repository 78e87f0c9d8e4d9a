import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { SETUP_LINK_LASTS } from '@warmline/identity';
import { serviceId } from '@warmline/kernel';
import { UnitOfWork, type Database, type ServiceRow } from '@warmline/postgres';
import { seedWords } from './demo-training';

/** Until its administrator says otherwise. It takes no visitor before one has opened it. */
const NEW_SERVICE: Omit<ServiceRow, 'id'> = {
  name: 'Support chat',
  languages: ['en'],
  timeZone: 'Europe/London',
  onCall: false,
  openedAt: null,
};

/**
 * Sets up the service where there is none, and makes a link for its first administrator; an earlier link stops working. Answers
 * its address: the secret is in the fragment, which browsers send to no server, and is stored as a hash only. Null once there is
 * an administrator.
 */
export const prepareFirstStart = async (database: Database, publicUrl: string): Promise<string | null> => {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest();
  const linked = await new UnitOfWork(database).inTransaction(async ({ setupLinks }) => {
    const service = await setupLinks.keepService({ ...NEW_SERVICE, id: serviceId(uuid()) });
    const isMade = await setupLinks.replaceLink({ type: 'setup_link_made', service }, hash, SETUP_LINK_LASTS);
    return isMade ? service : null;
  });
  if (linked === null) return null;
  // Nobody can have changed them yet, and without them no message of someone in danger is noticed.
  await seedWords(database, linked);
  return new URL(`/console/#setup=${secret}`, publicUrl).href;
};
