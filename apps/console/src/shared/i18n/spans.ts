/** A count with its word. */
export const times = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

/** Whole minutes in full words. */
export const minutes = (count: number): string =>
  count < 1 ? 'less than a minute' : times(count, '1 minute', 'minutes');

/** Whole minutes, short. */
export const min = (count: number): string => (count < 1 ? 'under 1 min' : `${count} min`);

/** Minutes as hours and minutes, short: 226 is "3 h 46 min". */
export const hours = (count: number): string => {
  const [whole, rest] = [Math.floor(count / 60), count % 60];
  if (whole === 0) return min(rest);
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
};

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

/** A place in an order: 1st, 2nd, 3rd, 4th. */
export const ordinal = (place: number): string => `${place}${ENDINGS[ordinals.select(place)] ?? 'th'}`;
