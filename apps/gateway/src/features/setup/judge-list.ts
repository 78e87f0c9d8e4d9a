import {
  changesOf,
  lists,
  namesIn,
  validateRows,
  withAdded,
  type ListChanges,
  type ListDefinition,
  type ListKind,
  type Referred,
  type Row,
  type RowProblem,
  type Values,
} from '@warmline/setup';
import { rotaProblems, type RotaTerms } from './rota-problems';

/** A list as it was sent, and all that it is judged against. Nothing in it but data: it may go to another thread. */
export interface ListToJudge {
  readonly kind: ListKind;
  readonly rows: readonly Row[];
  /** `add`: stored rows that are not among these stay. */
  readonly mode: 'add' | 'replace';
  readonly stored: readonly Values[];
  readonly referred: Referred;
  readonly defaults: readonly Values[];
  /** For a rota: whether people can work what is planned for them is judged too. */
  readonly rota: RotaTerms | null;
}

export type ListJudgement =
  | { readonly isValid: false; readonly problems: readonly RowProblem[] }
  | { readonly isValid: true; readonly after: readonly Values[]; readonly changes: ListChanges };

/** Time grows with the number of rows: some 30 ms for 5,000 on a machine that does nothing else. */
export const judgeList = ({
  kind,
  rows,
  mode,
  stored,
  referred,
  defaults,
  rota,
}: ListToJudge): ListJudgement => {
  const definition: ListDefinition = lists[kind];
  const valid = validateRows(definition, rows, { known: namesIn(referred, lists), defaults, stored });
  if (!valid.isValid) return valid;
  const after = mode === 'add' ? withAdded(definition, stored, valid.rows) : valid.rows;
  const changes = changesOf(definition, stored, after);
  const problems = rota === null ? [] : rotaProblems(after, changes, rota);
  return problems.length > 0
    ? { isValid: false, problems: problems.map((problem) => toldOfFile(problem, rows.length)) }
    : { isValid: true, after, changes };
};

/** Only rows that were sent have numbers that the person knows: another shift is told without one. */
const toldOfFile = (found: RowProblem, sent: number): RowProblem => {
  const { row, problem } = found;
  if (problem.code !== 'too_near' || problem.first === undefined)
    return row !== null && row > sent ? { ...found, row: null } : found;
  const known = (number: number): number | null => (number <= sent ? number : null);
  const [own, other] = [row === null ? null : known(row), known(problem.first)];
  return own === null
    ? { ...found, row: other, problem: { code: 'too_near' } }
    : { ...found, problem: other === null ? { code: 'too_near' } : problem };
};

/** Rows copied to or from the thread at once. Copying takes some 2 ms for 1,000, and others run in between. */
export const ROWS_A_MESSAGE = 1_000;

/** What the thread is told: rows of both lists in parts, then the rest. */
export type ToThread =
  | { readonly rows: ListToJudge['rows'] }
  | { readonly stored: readonly Values[] }
  | { readonly rest: Omit<ListToJudge, 'rows' | 'stored'> };

/** What the thread answers: the judged rows in parts, then the rest. Rows are named by their index, so none is copied twice. */
export type FromThread =
  | { readonly isReady: true }
  | { readonly after: readonly Values[] }
  | { readonly problems: readonly RowProblem[] }
  | {
      readonly added: readonly number[];
      readonly changed: readonly number[];
      readonly removed: readonly number[];
      readonly moved: boolean;
    };

export const inParts = <Each>(rows: readonly Each[]): Each[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_MESSAGE) }, (_, part) =>
    rows.slice(part * ROWS_A_MESSAGE, (part + 1) * ROWS_A_MESSAGE),
  );
