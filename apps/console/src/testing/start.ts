/** The moment every test starts at, in ms. */
export const START = 1_800_000_000_000;
export const MINUTE = 60_000;
