import type { LiveView } from '@warmline/contracts';
import { locale } from '../../shared/i18n/locale';
import { minutesBetween } from '../../shared/page/use-now';
import { peopleWords } from './people-words';

export type Person = LiveView['people'][number];
type Obstacle = Person['obstacles'][number];

const said = peopleWords;
const DAY = 24 * 60 * 60_000;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

/** What the dot and the first word say already. */
const SAID_ALREADY: readonly Obstacle['reason'][] = ['away', 'absent'];

const whyOf = ({ reason, until, lacks }: Obstacle): string => {
  const told = said.obstacle[reason];
  if (until !== null) return said.until(told, timeOfDay.format(until));
  return lacks === null ? told : said.lacking(told, said.module(lacks));
};

/** A person's presence, and the main reason they get no offers; null if they can be asked. */
export const statusOf = (
  person: Person,
): { readonly presence: 'available' | 'away' | 'gone'; readonly why: string | null } => {
  const presence = person.present ? person.availability : 'gone';
  const [first] = person.obstacles.filter(({ reason }) => !SAID_ALREADY.includes(reason));
  return { presence, why: first === undefined ? null : whyOf(first) };
};

export const shiftWordsOf = ({ shiftEndsAt }: Person, now: number): string => {
  if (shiftEndsAt === null || shiftEndsAt <= now) return said.noShift;
  const left = minutesBetween(now, shiftEndsAt);
  return left < 60 ? said.shiftMin(left) : said.shiftLeft(left);
};

export interface TrainingMark {
  readonly text: string;
  readonly isOver: boolean;
}

/** Amber what ends within 60 days, over what has ended or was never passed. */
export const trainingMarks = ({ training }: Person, now: number): readonly TrainingMark[] =>
  training.flatMap(({ module, state, expiresAt }): readonly TrainingMark[] => {
    const name = said.module(module);
    if (state === 'missing') return [{ text: said.missing(name), isOver: true }];
    if (state === 'expired') return [{ text: said.expired(name), isOver: true }];
    if (state === 'valid' || expiresAt === null) return [];
    return [{ text: said.expires(name, Math.max(0, Math.ceil((expiresAt - now) / DAY))), isOver: false }];
  });

/** Where a person is on the page: the fragment of the address that leads there. */
export const personAnchor = (id: string): string => `person-${id}`;
