/** Whole ms of a time that Postgres measures in microseconds. */
export const rounded = (time: number | null): number | null => (time === null ? null : Math.round(time));
