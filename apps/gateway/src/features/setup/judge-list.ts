import {
  changesOf,
  lists,
  namesIn,
  validateRows,
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
export const judgeList = ({ kind, rows, stored, referred, defaults, rota }: ListToJudge): ListJudgement => {
  const definition: ListDefinition = lists[kind];
  const valid = validateRows(definition, rows, { known: namesIn(referred, lists), defaults });
  if (!valid.isValid) return valid;
  const changes = changesOf(definition, stored, valid.rows);
  const problems = rota === null ? [] : rotaProblems(valid.rows, changes, rota);
  return problems.length > 0 ? { isValid: false, problems } : { isValid: true, after: valid.rows, changes };
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
