import type { CaseloadItem } from '@warmline/contracts';

/** A conversation's colour among a person's own. It never changes while they hold the conversation. */
export type Place = 1 | 2 | 3;
export type Places = Readonly<Record<string, Place>>;

const PLACES: readonly Place[] = [1, 2, 3];

/** Those known keep their place; each new one gets a free one, or the last where there are more than three. */
export const assignPlaces = (before: Places, conversationIds: readonly string[]): Places => {
  const places: Record<string, Place> = {};
  for (const id of conversationIds) {
    const kept = before[id];
    if (kept !== undefined) places[id] = kept;
  }
  for (const id of conversationIds) {
    const taken = Object.values(places);
    places[id] ??= PLACES.find((place) => !taken.includes(place)) ?? 3;
  }
  return places;
};

/** Those being talked in first, then wrap-ups, each in the order they were joined. */
export const inOrder = (caseload: readonly CaseloadItem[]): readonly CaseloadItem[] =>
  [...caseload].sort((one, other) => {
    if (one.state !== other.state) return one.state === 'talking' ? -1 : 1;
    return one.joinedAt - other.joinedAt;
  });
