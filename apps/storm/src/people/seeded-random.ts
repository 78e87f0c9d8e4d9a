/** Numbers from 0 up to 1 that a seed settles once and for all (mulberry32). */
export type Random = () => number;

export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Whole number from `low` to `high`, both possible. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of them, or null when there is none. */
export const oneOf = <Item>(random: Random, items: readonly Item[]): Item | null =>
  items[Math.floor(random() * items.length)] ?? null;
