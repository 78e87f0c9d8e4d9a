import { readFile } from 'node:fs/promises';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { instant, serviceId, staffId } from '@warmline/kernel';
import { resourceTable, serviceTable, starterTable, staffTable, type Database } from '@warmline/postgres';
import { DEFAULT_CAPACITY } from '@warmline/routing';
import { hashPassword } from '../../session/passwords';
import { seedRota } from './demo-rota';
import { DEMO_RESOURCES, DEMO_SERVICE, DEMO_STARTERS } from './demo-service';
import { seedSkills, seedTraining, seedWords } from './demo-training';

const signInsSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    role: z.enum(['responder', 'supervisor', 'administrator']),
    skills: z.array(z.string().min(1)).default([]),
    /** Experienced unless said otherwise: the first ten conversations are held one at a time. */
    conversationsHeld: z.number().int().nonnegative().default(25),
    signInName: z.string().min(1),
    password: z.string().min(15),
  }),
);

/** Sets up the demo charity and its people on first run; false when a service is there already. */
export const seedDemo = async (database: Database, signInsFile: string): Promise<boolean> => {
  if (await database.getRepository(serviceTable).exists()) return false;
  const signIns = signInsSchema.parse(JSON.parse(await readFile(signInsFile, 'utf8')));
  const people = await Promise.all(
    signIns.map(async ({ password, ...person }) => ({
      ...person,
      id: staffId(uuid()),
      passwordHash: await hashPassword(password),
      capacity: DEFAULT_CAPACITY,
      availability: 'away' as const,
      freeSince: instant(Date.now()),
      shiftEndsAt: null,
    })),
  );
  const service = serviceId(uuid());
  const placed = <Item>(items: readonly Item[]) =>
    items.map((item, position) => ({ ...item, id: uuid(), serviceId: service, position }));
  await database.transaction(async (tx) => {
    await tx.getRepository(serviceTable).insert({ ...DEMO_SERVICE, id: service });
    await tx.getRepository(staffTable).insert(people.map((person) => ({ ...person, serviceId: service })));
    await seedTraining(
      tx,
      service,
      people.map(({ id }) => id),
    );
    await seedWords(tx, service);
    await seedSkills(tx, service);
    await seedRota(tx, service, people);
    await tx.getRepository(starterTable).insert(placed(DEMO_STARTERS));
    await tx.getRepository(resourceTable).insert(placed(DEMO_RESOURCES));
  });
  return true;
};
