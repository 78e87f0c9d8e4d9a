/** Microseconds of Postgres to whole ms. */
export const rounded = (time: number | null): number | null => (time === null ? null : Math.round(time));
