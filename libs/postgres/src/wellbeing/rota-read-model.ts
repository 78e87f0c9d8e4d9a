import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import { practiceModule, type PracticeScenario } from '@warmline/vocabulary';
import type { OwnBlock, TrainingRecord } from '@warmline/wellbeing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { list, moment, oneOf, optional, row, text } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';

/** Someone of the same role, with the shifts they have to come. */
export interface ColleagueRow {
  readonly id: StaffId;
  readonly name: string;
  readonly shifts: readonly OwnBlock[];
}

/** A swap as it is shown. `over`: nobody answered before the shift began, or the rota was changed. */
export interface SwapRow {
  readonly id: string;
  readonly state: 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'over';
  readonly byId: StaffId;
  readonly by: string;
  readonly ofId: StaffId;
  readonly of: string;
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
  readonly backBeginsAt: Instant | null;
  readonly backEndsAt: Instant | null;
  readonly askedAt: Instant;
}

const block = row<OwnBlock>({ beginsAt: moment, endsAt: moment });

const BLOCKS = (staff: string): string => `
  coalesce((select json_agg(json_build_object('beginsAt', ${milliseconds('b.starts_at')}, 'endsAt', ${milliseconds('b.ends_at')})
    order by b.starts_at) from rota_block b where b.staff_id = ${staff} and b.ends_at > clock_timestamp()), '[]')`;

const COLLEAGUES = new RowQuery<ColleagueRow>(
  { id: known.staff, name: text, shifts: list(block) },
  `select s.id, s.name, ${BLOCKS('s.id')} as shifts from staff s join staff m on m.id = $2 and m.role = s.role
   where s.service_id = $1 and s.active order by s.id <> $2, s.name, s.id`,
);

const TRAINING = new RowQuery<TrainingRecord>(
  { module: text, grants: optional(text), passedAt: moment, expiresAt: moment },
  `select module, grants, ${ms('passed_on', 'passedAt')}, ${ms('expires_at', 'expiresAt')}
   from training_record where staff_id = $1 order by module, expires_at`,
);

const NEEDED = new RowQuery<{ readonly needed: readonly PracticeScenario[] }>(
  { needed: list(known.practiceScenario) },
  'select needed_practice as needed from service where id = $1',
);

const SWAPS = new RowQuery<SwapRow>(
  {
    id: text,
    state: oneOf<SwapRow['state']>({
      asked: true,
      agreed: true,
      declined: true,
      withdrawn: true,
      over: true,
    }),
    byId: known.staff,
    by: text,
    ofId: known.staff,
    of: text,
    beginsAt: moment,
    endsAt: moment,
    backBeginsAt: optional(moment),
    backEndsAt: optional(moment),
    askedAt: moment,
  },
  `select w.id, w.asked_by as "byId", g.name as by, w.asked_of as "ofId", t.name as of,
     ${ms('w.starts_at', 'beginsAt')}, ${ms('w.ends_at', 'endsAt')},
     ${ms('w.back_starts_at', 'backBeginsAt')}, ${ms('w.back_ends_at', 'backEndsAt')}, ${ms('w.asked_at', 'askedAt')},
     case when w.state = 'asked' and (w.starts_at <= clock_timestamp() or w.back_starts_at <= clock_timestamp()
         or not exists (select 1 from rota_block b
           where b.staff_id = w.asked_by and b.starts_at = w.starts_at and b.ends_at = w.ends_at)
         or w.back_starts_at is not null and not exists (select 1 from rota_block b
           where b.staff_id = w.asked_of and b.starts_at = w.back_starts_at and b.ends_at = w.back_ends_at))
       then 'over' else w.state end as state
   from shift_swap w join staff g on g.id = w.asked_by join staff t on t.id = w.asked_of
   where w.service_id = $1 and w.starts_at > clock_timestamp() - interval '28 days'
     and ($2::uuid is null or $2 in (w.asked_by, w.asked_of))
   order by w.asked_at desc, w.id limit 200`,
);

/** What people see of the rota: their own shifts and training, and swaps. */
export class RotaReadModel {
  constructor(private readonly database: Database) {}

  /** The person first, then everyone of the same role, each with the shifts that are not over. */
  async loadAlike(service: ServiceId, staff: StaffId): Promise<ColleagueRow[]> {
    return COLLEAGUES.all(this.database, [service, staff]);
  }

  async loadTraining(staff: StaffId): Promise<TrainingRecord[]> {
    return TRAINING.all(this.database, [staff]);
  }

  /** Modules that this service asks of everyone beside the core. */
  async loadNeededModules(service: ServiceId): Promise<string[]> {
    return (await NEEDED.one(this.database, [service])).needed.map(practiceModule);
  }

  /** Of shifts that began less than 28 days ago, the newest first, 200 at most. `staff`: theirs alone; null for all. */
  async loadSwaps(service: ServiceId, staff: StaffId | null): Promise<SwapRow[]> {
    return SWAPS.all(this.database, [service, staff]);
  }
}
