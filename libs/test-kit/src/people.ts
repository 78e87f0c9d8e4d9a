import { v7 as uuid } from 'uuid';
import { instant, serviceId, staffId, type ServiceId, type StaffId } from '@warmline/kernel';
import { serviceTable, staffTable, type Database, type StaffRow } from '@warmline/postgres';

/** Stores a service: English, always open, with a person always on call. */
export const aService = async (database: Database, name = 'Harbour Listening'): Promise<ServiceId> => {
  const id = serviceId(uuid());
  await database
    .getRepository(serviceTable)
    .insert({ id, name, languages: ['en'], timeZone: 'Europe/London', onCall: true });
  return id;
};

export type Person = Pick<StaffRow, 'id' | 'name' | 'role' | 'signInName' | 'serviceId'>;

export interface PersonSetUp {
  readonly role?: StaffRow['role'];
  /** Load units, 1 to 3. */
  readonly capacity?: number;
  readonly availability?: 'available' | 'away';
  readonly passwordHash?: string;
  readonly skills?: readonly string[];
  /** Primary tags; English unless said otherwise. */
  readonly languages?: readonly string[];
  /** Enough not to be held to one at a time unless said otherwise. */
  readonly conversationsHeld?: number;
  /** Modules that have expired; all that are needed are valid otherwise. */
  readonly expired?: readonly string[];
}

const MODULES = ['core_safeguarding', 'suicide_safety', 'data_protection', 'background_check'];

/** Stores a person's training records: valid for a year, or expired a day ago. */
export const trainPerson = async (
  database: Database,
  { id, serviceId: service }: Pick<Person, 'id' | 'serviceId'>,
  expired: readonly string[] = [],
): Promise<void> => {
  await database.query(
    `insert into training_record (service_id, staff_id, module, passed_on, expires_at)
     select $1, $2, m, current_date - 300,
       now() + case when m = any ($4::text[]) then interval '-1 day' else interval '1 year' end
     from unnest($3::text[]) m`,
    [service, id, MODULES, expired],
  );
};

const NAMES = ['Alex', 'Blair', 'Casey', 'Devon', 'Ellis', 'Frankie', 'Glenn', 'Harper'];
let made = 0;

/** Puts a member of staff into the database: trained, experienced, away, with room for one load unit, and nobody's password. */
export const aPerson = async (
  database: Database,
  service: ServiceId,
  setUp: PersonSetUp = {},
): Promise<Person> => {
  const id: StaffId = staffId(uuid());
  const name = `${NAMES[made % NAMES.length] ?? 'Alex'} ${(made += 1)}`;
  const person = {
    id,
    name,
    role: setUp.role ?? 'responder',
    signInName: `${name.toLowerCase().replace(' ', '.')}.${id.slice(-6)}`,
    serviceId: service,
  } as const;
  await database.getRepository(staffTable).insert({
    ...person,
    passwordHash: setUp.passwordHash ?? 'no password opens this',
    capacity: setUp.capacity ?? 1,
    availability: setUp.availability ?? 'away',
    freeSince: instant(Date.now()),
    skills: [...(setUp.skills ?? [])],
    languages: [...(setUp.languages ?? ['en'])],
    conversationsHeld: setUp.conversationsHeld ?? 100,
  });
  await trainPerson(database, person, setUp.expired);
  return person;
};
