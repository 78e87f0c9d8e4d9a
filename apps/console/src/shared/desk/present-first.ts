import type { LiveView } from '@warmline/contracts';

/** Those who can be reached first, then by name. */
export const presentFirst = (board: LiveView): readonly LiveView['people'][number][] =>
  [...board.people].sort((one, other) => {
    if (one.present !== other.present) return one.present ? -1 : 1;
    return one.name.localeCompare(other.name);
  });
