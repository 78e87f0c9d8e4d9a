import { DAY, instant, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Database } from '@warmline/postgres';
import { expiryOf, VALID_MONTHS, type CoreModule } from '@warmline/wellbeing';

/** What visitors may write that says what it is about. A charity makes the list its own. */
const DEMO_WORDS: readonly (readonly [words: string, promotes: boolean, topic: string])[] = [
  ['kill myself', true, 'suicide'],
  ['end my life', true, 'suicide'],
  ['want to die', true, 'suicide'],
  ['suicide', true, 'suicide'],
  ['suicidal', true, 'suicide'],
  ['overdose', true, 'suicide'],
  ['hurt myself', true, 'self_harm'],
  ['cutting myself', true, 'self_harm'],
  ['self harm', true, 'self_harm'],
  ['raped', true, 'sexual_violence'],
  ['sexually assaulted', true, 'sexual_violence'],
  ['hits me', true, 'abuse_or_violence'],
  ['lonely', false, 'loneliness'],
  ['died last', false, 'bereavement'],
  ['funeral', false, 'bereavement'],
];

const MODULES = Object.entries(VALID_MONTHS);

/** Everyone passed every module lately, except for one that expires soon. */
export const seedTraining = async (
  database: Pick<Database, 'query'>,
  service: ServiceId,
  staff: readonly StaffId[],
): Promise<void> => {
  const passed = instant(Date.now() - 60 * DAY);
  for (const [number, id] of staff.entries())
    for (const [module, months] of MODULES) {
      const isOld = number === 0 && module === SOON;
      const passedAt = isOld ? instant(Date.now() - 330 * DAY) : passed;
      await database.query(
        `insert into training_record (service_id, staff_id, module, passed_on, expires_at) values ($1, $2, $3, $4, $5)`,
        [service, id, module, new Date(passedAt), new Date(expiryOf(passedAt, months))],
      );
    }
};

const SOON: CoreModule = 'data_protection';

/** Keeps words that are there already. */
export const seedWords = async (database: Pick<Database, 'query'>, service: ServiceId): Promise<void> => {
  for (const [words, promotes, topic] of DEMO_WORDS)
    await database.query(
      `insert into watched_words (service_id, language, words, promotes, topic) values ($1, 'en', $2, $3, $4)
       on conflict do nothing`,
      [service, words, promotes, topic],
    );
};

/** What the demo's people can do. Visitors are asked for no wishes until an administrator offers some. */
export const seedSkills = async (database: Pick<Database, 'query'>, service: ServiceId): Promise<void> => {
  await database.query(
    `insert into skill (service_id, skill, offered, position)
     select $1, k.skill, false, row_number() over (order by k.skill) - 1
     from (select distinct unnest(skills) as skill from staff where service_id = $1) k`,
    [service],
  );
};
