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

/** A value (ms) and how often it was seen. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/** The spread of values that come counted, each value once or more. Null of nothing. */
export const spreadOfCounts = (counted: readonly Counted[]): Spread | null => {
  const sorted = [...counted].sort((left, right) => left.value - right.value);
  const n = sum(sorted.map(({ count }) => count));
  const at = (share: number): number => {
    let reached = 0;
    const found = sorted.find(({ count }) => {
      reached += count;
      return reached >= Math.max(1, Math.ceil(share * n));
    });
    return found?.value ?? 0;
  };
  if (n === 0) return null;
  return { n, mean: sum(sorted.map(({ value, count }) => value * count)) / n, median: at(0.5), p90: at(0.9) };
};

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
