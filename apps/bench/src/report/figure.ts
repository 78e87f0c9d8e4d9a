/** One figure, as `--json` prints it. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** Such as '>=0.8'. */
  readonly goal: string;
  readonly met: boolean;
  /** The medians behind the value; null where there is no baseline. */
  readonly ours: number;
  readonly baseline: number | null;
  /** For the table. */
  readonly what: string;
  readonly unit: string;
  readonly notes: readonly string[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
};

/** A figure without a measurement meets no goal. */
const isMet = (value: number, goal: string): boolean => {
  if (!Number.isFinite(value) || value <= 0) return false;
  const limit = Number(goal.slice(2));
  return goal.startsWith('>=') ? value >= limit : value <= limit;
};

interface Medians {
  readonly ours: number;
  readonly baseline: number | null;
}

export interface FigureSetUp {
  readonly id: string;
  readonly what: string;
  readonly goal: string;
  readonly unit: string;
  readonly notes?: readonly string[];
}

/** The ratio of two medians, or the median itself where the goal is absolute. */
export const figure = (
  { notes = [], ...setUp }: FigureSetUp,
  { ours, baseline }: Medians,
  isRatio = true,
): Figure => {
  const value = isRatio && baseline !== null ? ours / baseline : ours;
  return { ...setUp, notes, value, met: isMet(value, setUp.goal), ours, baseline };
};
