import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { SETUP_LINK_LASTS } from '@warmline/identity';
import { serviceId, type ServiceId } from '@warmline/kernel';
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

interface Linked {
  readonly service: ServiceId;
  /** For its first administrator. */
  readonly link: string;
}

const newLink = (publicUrl: string) => {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest();
  return { hash, link: new URL(`/console/#setup=${secret}`, publicUrl).href };
};

/**
 * Sets up one more service in this deployment, with people, hours, rota, queue and an address of its own, and makes a link for
 * its first administrator. `publicUrl`: where its visitors and its people go; its own gateway answers there.
 */
export const addService = async (
  database: Database,
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string },
): Promise<Linked> => {
  const { hash, link } = newLink(publicUrl);
  const service = serviceId(uuid());
  await new UnitOfWork(database).inTransaction(async ({ setupLinks }) => {
    await setupLinks.addService({ ...NEW_SERVICE, name, id: service });
    await setupLinks.replaceLink({ type: 'setup_link_made', service }, hash, SETUP_LINK_LASTS);
  });
  await seedWords(database, service);
  return { service, link };
};

/**
 * Sets up the service where there is none, and makes a link for its first administrator; an earlier link stops working. Answers
 * its address: the secret is in the fragment, which browsers send to no server, and is stored as a hash only. Null once there is
 * an administrator.
 */
export const prepareFirstStart = async (database: Database, publicUrl: string): Promise<string | null> => {
  const { hash, link } = newLink(publicUrl);
  const linked = await new UnitOfWork(database).inTransaction(async ({ setupLinks }) => {
    const service = await setupLinks.keepService({ ...NEW_SERVICE, id: serviceId(uuid()) });
    const isMade = await setupLinks.replaceLink({ type: 'setup_link_made', service }, hash, SETUP_LINK_LASTS);
    return isMade ? service : null;
  });
  if (linked === null) return null;
  // Nobody can have changed them yet, and without them no message of someone in danger is noticed.
  await seedWords(database, linked);
  return link;
};
