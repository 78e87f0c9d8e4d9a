import { localTime, localDay } from '@warmline/calendar';
import { HOUR, MINUTE } from '@warmline/kernel';
import type { CoverGap } from '@warmline/opening';
import type { RotaProblem } from '@warmline/wellbeing';
import { locale } from '../../../shared/i18n/locale';
import { hours as hoursTold } from '../../../shared/i18n/spans';
import type { DraftShift } from './rota-draft';
import type { RotaTerms } from './rota-rules';
import { rotaWords } from './rota-words';

const dayInWeek = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const longDay = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const dayHead = (day: string): string => dayInWeek.format(utc(day));
export const dayTold = (day: string): string => longDay.format(utc(day));

export const nameOf = ({ people }: RotaTerms, signInName: string): string =>
  people.find((person) => person.signInName === signInName)?.name ?? signInName;

export const shiftTold = (terms: RotaTerms, { person, day, starts, ends }: DraftShift): string =>
  rotaWords.shiftOf(nameOf(terms, person), dayTold(day), rotaWords.times(starts, ends));

/** The same for a button that shows the hours alone: its name has them as they are seen, so that it can be called by voice. */
export const shiftNamed = (terms: RotaTerms, { person, day, starts, ends }: DraftShift): string =>
  rotaWords.shiftOf(nameOf(terms, person), dayTold(day), rotaWords.shift(starts, ends));

/** Why a shift cannot be worked as planned, with the limits of this service. */
export const problemWords = (problem: RotaProblem, { limits }: RotaTerms): string => {
  if (problem.kind === 'too_near')
    return rotaWords.problems.nearer(
      hoursTold(limits.gapInDay / MINUTE),
      hoursTold(limits.gapOvernight / MINUTE),
    );
  const most = problem.within === 'day' ? limits.hoursInDay : limits.hoursInWeekAtMost;
  return rotaWords.problems[problem.within](String(most / HOUR));
};

const MINUTES = 60;
const TWO_DIGITS = 2;
const timeTold = (minutes: number): string =>
  [Math.floor(minutes / MINUTES), minutes % MINUTES]
    .map((part) => String(part).padStart(TWO_DIGITS, '0'))
    .join(':');

const lackTold = ({ responders, supervisors }: CoverGap, isNight: boolean): string => {
  const told = [
    ...(responders === 0
      ? []
      : [
          isNight && responders === 1
            ? rotaWords.lacks.moreResponders
            : rotaWords.lacks.responders(responders),
        ]),
    ...(supervisors === 0 ? [] : [rotaWords.lacks.supervisors]),
  ];
  return told.reduce(rotaWords.and);
};

const NIGHT_ENDS = 6 * 60;
const DAY_MINUTES = 1_440;

/** The gaps that begin on this day (yyyy-mm-dd), each cut at midnight. */
export const gapsOn = (day: string, gaps: readonly CoverGap[], terms: RotaTerms): readonly string[] => {
  const { zone } = terms.hours;
  const wanted = localDay(day);
  return gaps.flatMap((gap) => {
    const [from, until] = [localTime(gap.from, zone), localTime(gap.until, zone)];
    if (from.day > wanted || until.day < wanted || (until.day === wanted && until.minute === 0)) return [];
    const begins = from.day < wanted ? 0 : from.minute;
    const ends = until.day > wanted ? DAY_MINUTES : until.minute;
    const isNight = terms.keepsNightRule && begins < NIGHT_ENDS;
    return [rotaWords.gap(timeTold(begins), timeTold(ends), lackTold(gap, isNight))];
  });
};
