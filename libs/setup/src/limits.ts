import type { CellProblem, Values } from './list';

/** A limit that protects people, as it is by default and as people write it. */
export interface DefaultLimit {
  readonly rule: string;
  /** `at_most`: a smaller number is the stricter one. */
  readonly binds: 'at_most' | 'at_least';
  /** In `unit`, as are all that follow. */
  readonly usual: number;
  /** A service could not work with a stricter one. */
  readonly strictest: number;
  readonly unit: string;
  /** What one of the unit is where the limit is kept. */
  readonly size: number;
  /** The only values there are, where none is looser than another; without them all whole numbers between the bounds. */
  readonly choices?: readonly number[];
}

/** The default rows, before the charity changes any. `size` and `choices` are not columns of the list. */
export const limitRows = (limits: readonly DefaultLimit[]): Values[] =>
  limits.map(({ rule, binds, usual, strictest, unit, size, choices }) => ({
    rule,
    binds,
    default: usual,
    strictest,
    unit,
    own: null,
    size,
    ...(choices === undefined ? {} : { choices: choices.map(String) }),
  }));

/** Checks a row: the default or stricter, but no stricter than a service can work with. */
export const limitProblems = (row: Values, defaultRow?: Values): readonly CellProblem[] => {
  const { own } = row;
  if (typeof own !== 'number') return [];
  const choices = defaultRow?.['choices'];
  if (Array.isArray(choices))
    return choices.includes(String(own))
      ? []
      : [{ column: 'own', problem: { code: 'not_one_of', choices: choices.map(String) } }];
  const [usual, strictest] = [Number(row['default']), Number(row['strictest'])];
  const [least, most] = [Math.min(usual, strictest), Math.max(usual, strictest)];
  if (own >= least && own <= most) return [];
  const isLooser = row['binds'] === 'at_most' ? own > most : own < least;
  const bound = row['binds'] === 'at_most' ? { most } : { least };
  return [
    {
      column: 'own',
      problem: isLooser ? { code: 'looser', ...bound } : { code: 'not_a_whole_number', least, most },
    },
  ];
};
