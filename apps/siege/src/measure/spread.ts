/** How long acts took (ms). Infinite where something was wanted and nothing was done. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** The value below which that share of the values is. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Infinity;

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((one, other) => one - other);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
};
