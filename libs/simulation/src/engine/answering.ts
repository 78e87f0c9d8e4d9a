import { MINUTE, SECOND } from '@warmline/kernel';
import type { Chance } from '../chance/chance';

/** How people answer an offer: of a hundred three decline and three are missed; the others take 5 to 20 s. */
const ANSWERS = { declined: 0.03, missed: 0.03, from: 5 * SECOND, to: 20 * SECOND } as const;

/** Two missed offers in a row set a responder away; so long they stay (ms). */
export const AWAY = 5 * MINUTE;
export const MISSES_UNTIL_AWAY = 2;

export type Answer =
  { readonly kind: 'accepted' | 'declined'; readonly after: number } | { readonly kind: 'expired' };

/** Three draws, whatever comes of them. */
export const answerOf = (chance: Chance): Answer => {
  const [drawn, after] = [chance.next(), chance.between(ANSWERS.from, ANSWERS.to)];
  if (drawn < ANSWERS.missed) return { kind: 'expired' };
  return { kind: drawn < ANSWERS.missed + ANSWERS.declined ? 'declined' : 'accepted', after };
};

export const acceptTime = (chance: Chance): number => chance.between(ANSWERS.from, ANSWERS.to);
