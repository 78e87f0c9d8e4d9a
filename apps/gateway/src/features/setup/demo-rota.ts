import type { ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '@warmline/postgres';

/** How far ahead the demo charity has planned. */
const DAYS = 14;
/** Two hours each, in the evening: no one is on for more than four hours of a day. */
const BLOCKS = ['16:00', '18:00', '20:00', '22:00'] as const;

interface Planned {
  readonly id: StaffId;
  readonly role: 'responder' | 'supervisor' | 'administrator';
}

/** Responders take the blocks in turn, by the service's own clock. */
export const seedRota = async (
  database: Pick<Database, 'query'>,
  service: ServiceId,
  people: readonly Planned[],
): Promise<void> => {
  const turns = people.filter(({ role }) => role === 'responder').slice(0, BLOCKS.length);
  if (turns.length === 0) return;
  const staff = BLOCKS.map((_, place) => turns[place % turns.length]?.id);
  await database.query(
    `insert into rota_block (service_id, staff_id, starts_at, ends_at)
     select s.id, b.staff_id, (day::date + b.begins) at time zone s.time_zone,
       (day::date + b.begins + interval '2 hours') at time zone s.time_zone
     from service s, unnest($2::uuid[], $3::time[]) as b(staff_id, begins),
       generate_series(current_date, current_date + $4::integer, interval '1 day') as day
     where s.id = $1`,
    [service, staff, [...BLOCKS], DAYS],
  );
};
