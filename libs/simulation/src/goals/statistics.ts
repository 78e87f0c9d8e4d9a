/** Share (0 to 1) of the items of which it is true; NaN of none. */
export const share = <Item>(items: readonly Item[], isTrue: (item: Item) => boolean): number =>
  items.filter(isTrue).length / items.length;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value that this share of the values does not exceed; NaN of none. */
export const quantileOf = (values: readonly number[], at: number): number => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)] ?? NaN;
};
