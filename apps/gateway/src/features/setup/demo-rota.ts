import type { ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '@warmline/postgres';

/** How far ahead the demo charity has planned. */
const DAYS = 14;
/** Two hours each, in the evening; the first are taken first. */
const BLOCKS = ['18:00', '20:00', '16:00', '22:00'] as const;

interface Planned {
  readonly id: StaffId;
  readonly role: 'responder' | 'supervisor' | 'administrator';
}

interface DemoBlock {
  readonly staff: StaffId;
  readonly begins: (typeof BLOCKS)[number];
  /** Day of the week without this block: 1 is Monday. */
  readonly dayOff: number;
}

/** One block a day for each responder on six days of a week, which is as much as they may work. */
export const demoBlocks = (people: readonly Planned[]): DemoBlock[] => {
  const responders = people.filter(({ role }) => role === 'responder');
  return BLOCKS.flatMap((begins, place) => {
    const responder = responders[place];
    return responder === undefined ? [] : [{ staff: responder.id, begins, dayOff: place + 1 }];
  });
};

/** Plans the next days of the demo charity, by the service's own clock. */
export const seedRota = async (
  database: Pick<Database, 'query'>,
  service: ServiceId,
  people: readonly Planned[],
): Promise<void> => {
  const blocks = demoBlocks(people);
  await database.query(
    `insert into rota_block (service_id, staff_id, starts_at, ends_at)
     select s.id, b.staff_id, (day::date + b.begins) at time zone s.time_zone,
       (day::date + b.begins + interval '2 hours') at time zone s.time_zone
     from service s, unnest($2::uuid[], $3::time[], $5::integer[]) as b(staff_id, begins, day_off),
       generate_series(current_date, current_date + $4::integer, interval '1 day') as day
     where s.id = $1 and extract(isodow from day) <> b.day_off`,
    [
      service,
      blocks.map(({ staff }) => staff),
      blocks.map(({ begins }) => begins),
      DAYS,
      blocks.map(({ dayOff }) => dayOff),
    ],
  );
};
