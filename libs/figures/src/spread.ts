/** How a set of spans (ms) is spread. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** Nine of ten are at most this. */
  readonly p90: number;
}

/** Nearest rank: the smallest value that at least this share of all does not exceed. Throws nothing; null of nothing. */
export const percentile = (values: readonly number[], share: number): number | null => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
};

/** Null of nothing. */
export const spread = (values: readonly number[]): Spread | null => {
  const [median, p90] = [percentile(values, 0.5), percentile(values, 0.9)];
  if (median === null || p90 === null) return null;
  return { n: values.length, mean: sum(values) / values.length, median, p90 };
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
