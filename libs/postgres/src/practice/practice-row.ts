import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { PracticeEvent } from '@warmline/practice';
import type { PracticeScenario } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { bytes, moment, oneOf, optional, text, whole, type Columns } from '../connection/parse-rows';
import { ms } from '../connection/row-query';

type Result = Extract<PracticeEvent, { type: 'practice_ended' }>['result'];

/** One practice conversation, without what was written in it. */
export interface StoredPractice {
  readonly id: string;
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly staffName: string;
  /** Null where a colleague plays the visitor. */
  readonly scenario: PracticeScenario | null;
  /** Of the scenario, when it began. */
  readonly version: number;
  readonly colleague: StaffId | null;
  readonly colleagueName: string | null;
  readonly beganAt: Instant;
  /** The clock of the database when this was read. */
  readonly now: Instant;
  readonly endedAt: Instant | null;
  readonly result: Result | null;
  readonly dekWrapped: Buffer;
  readonly kekDay: string;
}

export const PRACTICE_ROW: Columns<StoredPractice> = {
  id: text,
  service: known.service,
  staff: known.staff,
  staffName: text,
  scenario: optional(known.practiceScenario),
  version: whole,
  colleague: optional(known.staff),
  colleagueName: optional(text),
  beganAt: moment,
  now: moment,
  endedAt: optional(moment),
  result: optional(oneOf<Result>({ passed: true, not_passed: true, left: true })),
  dekWrapped: bytes,
  kekDay: text,
};

export const PRACTICES = `
  select p.id, p.service_id as service, p.staff_id as staff, s.name as "staffName", p.scenario, p.version,
    p.colleague_id as colleague, c.name as "colleagueName", ${ms('p.began_at', 'beganAt')},
    ${ms('clock_timestamp()', 'now')}, ${ms('p.ended_at', 'endedAt')}, p.result, p.dek_wrapped as "dekWrapped",
    p.kek_day::text as "kekDay"
  from practice p join staff s on s.id = p.staff_id left join staff c on c.id = p.colleague_id`;

/** Read and changed by nobody from the first moment (UTC) of its expiry day, of `practice p`. */
export const PRACTICE_IS_KEPT = `(clock_timestamp() at time zone 'UTC')::date < p.kek_day`;
