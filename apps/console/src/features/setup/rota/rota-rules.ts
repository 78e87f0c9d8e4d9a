import { instantAt, type LocalDay } from '@warmline/calendar';
import type { SetupList, SetupRow } from '@warmline/contracts';
import { instant, type Instant } from '@warmline/kernel';
import { coverGaps, type CoverGap, type OpeningHours, type PlannedCover } from '@warmline/opening';
import {
  findRotaProblems,
  LIMITS,
  UNIT_SIZE,
  WELLBEING,
  type RotaProblem,
  type WellbeingLimits,
} from '@warmline/wellbeing';
import { exceptionsOf, holidaysOf } from '../hours/holidays-draft';
import { draftOf, weekOf } from '../hours/hours-draft';
import { blockOf, type DraftShift } from './rota-draft';

/** Someone who can be on a rota. */
export interface RotaPerson {
  readonly signInName: string;
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
}

/** What a rota is judged by, from the lists of the service. */
export interface RotaTerms {
  readonly hours: OpeningHours;
  readonly keepsNightRule: boolean;
  readonly limits: WellbeingLimits;
  readonly people: readonly RotaPerson[];
  /** Ms since 1970. */
  readonly now: number;
}

const DAYS = 7;

const isLimit = (rule: string): rule is keyof WellbeingLimits => rule in LIMITS;

/** The limits of the service: a row without an own number has the default. */
const limitsOf = (rows: readonly SetupRow[]): WellbeingLimits => {
  const own: Partial<Record<keyof WellbeingLimits, number>> = {};
  for (const { rule = '', own: number = '' } of rows)
    if (isLimit(rule) && number !== '') own[rule] = Number(number) * UNIT_SIZE[LIMITS[rule].unit];
  return { ...WELLBEING, ...own };
};

const rotaPeople = (rows: readonly SetupRow[]): readonly RotaPerson[] =>
  rows.flatMap((row): RotaPerson[] => {
    const { sign_in_name: signInName = '', name = '', role = '', active } = row;
    if (active !== 'yes' || (role !== 'responder' && role !== 'supervisor')) return [];
    return [{ signInName, name, role }];
  });

export type RotaLists = Readonly<Record<'service' | 'people' | 'hours' | 'holidays' | 'limits', SetupList>>;

export const termsOf = ({ service, people, hours, holidays, limits }: RotaLists, now: number): RotaTerms => {
  const [row] = service.rows;
  return {
    hours: {
      zone: row?.['time_zone'] ?? 'UTC',
      weekly: weekOf(draftOf(hours.rows)),
      exceptions: exceptionsOf(holidaysOf(holidays.rows)),
    },
    keepsNightRule: row?.['night_rule'] === 'yes',
    limits: limitsOf(limits.rows),
    people: rotaPeople(people.rows),
    now,
  };
};

/** Why each shift cannot be worked as it is planned, by the name of the shift; shifts without a problem are left out. */
export const shiftProblems = (
  shifts: readonly DraftShift[],
  { hours: { zone }, limits, now }: RotaTerms,
): ReadonlyMap<string, RotaProblem> => {
  const read = shifts.flatMap(({ id, ...shift }) => {
    const block = blockOf({ id, ...shift }, zone);
    return block === null ? [] : [{ id, block }];
  });
  const problems = findRotaProblems(
    read.map(({ block }) => block),
    { zone, limits, now: instant(now) },
  );
  return new Map(problems.map((problem) => [read[problem.block]?.id ?? '', problem]));
};

/** What lacks in a week. */
export interface WeekGaps {
  readonly gaps: readonly CoverGap[];
  /** Without any supervisor in the week, what that means is said once, above the gaps of each day. */
  readonly hasSupervisor: boolean;
}

/** The times of a week, from now on, in which the chat is open and too few are planned. */
export const weekGaps = (
  shifts: readonly DraftShift[],
  monday: LocalDay,
  { hours, keepsNightRule, people, now }: RotaTerms,
): WeekGaps => {
  const at = (day: LocalDay): Instant => instantAt({ day, minute: 0 }, hours.zone);
  const from = instant(Math.max(at(monday), now));
  const until = at(monday + DAYS);
  if (from >= until) return { gaps: [], hasSupervisor: true };
  const roles = new Map(people.map(({ signInName, role }) => [signInName, role]));
  const planned = shifts.flatMap((shift): PlannedCover[] => {
    const [role, block] = [roles.get(shift.person), blockOf(shift, hours.zone)];
    return role === undefined || block === null ? [] : [{ ...block, role }];
  });
  const hasSupervisor = planned.some(
    ({ role, beginsAt, endsAt }) => role === 'supervisor' && beginsAt < until && endsAt > from,
  );
  return { gaps: coverGaps(planned, { hours, keepsNightRule, from, until }), hasSupervisor };
};
