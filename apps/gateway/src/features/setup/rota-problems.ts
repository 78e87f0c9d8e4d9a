import { instantAt, localDay } from '@warmline/calendar';
import { HOUR, type Instant } from '@warmline/kernel';
import type { ListChanges, RowProblem, Values } from '@warmline/setup';
import {
  findRotaProblems,
  type PlannedBlock,
  type RotaProblem,
  type WellbeingLimits,
} from '@warmline/wellbeing';

/** `18:30` as minutes since midnight. */
const minutes = (time: string): number => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

/** What a rota is judged by. `zone`: of the service's wall, an IANA name. */
export interface RotaTerms {
  readonly zone: string;
  readonly limits: WellbeingLimits;
  readonly now: Instant;
}

/**
 * Blocks that break a person's hours, or the gap between two blocks. The problem is reported at the later row. A person
 * whose rows are as they were is not judged: an edit elsewhere need not mend them first.
 */
export const rotaProblems = (
  rows: readonly Values[],
  { added, changed }: Pick<ListChanges, 'added' | 'changed'>,
  terms: RotaTerms,
): RowProblem[] => {
  const touched = new Set([...added, ...changed].map((row) => row['sign_in_name']));
  const blocks = rows.map((row) => blockOf(row, terms.zone));
  return findRotaProblems(blocks, terms)
    .filter(({ block }) => touched.has(rows[block]?.['sign_in_name'] ?? null))
    .map((problem) => problemOf(problem, terms.limits));
};

const problemOf = (problem: RotaProblem, { hoursInDay, hoursInWeekAtMost }: WellbeingLimits): RowProblem => {
  const row = problem.block + 1;
  if (problem.kind === 'too_near')
    return { row, column: 'starts', problem: { code: 'too_near', first: problem.other + 1 } };
  const most = (problem.within === 'day' ? hoursInDay : hoursInWeekAtMost) / HOUR;
  return { row, column: null, problem: { code: `hours_of_${problem.within}`, most } };
};

/** Days and times of the service's wall; ending at or before it begins, a block ends on the day after. */
const blockOf = (row: Values, zone: string): PlannedBlock => {
  const cell = (name: string): string => String(row[name]);
  const day = localDay(cell('day'));
  const [starts, ends] = [minutes(cell('starts')), minutes(cell('ends'))];
  return {
    person: cell('sign_in_name'),
    beginsAt: instantAt({ day, minute: starts }, zone),
    endsAt: instantAt({ day, minute: ends <= starts ? ends + 1_440 : ends }, zone, 'last'),
  };
};
