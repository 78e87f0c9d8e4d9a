import { HOUR, MINUTE } from '@warmline/kernel';
import { SHIFT } from './shift';

/** What protects responders (docs/spec/wellbeing.md#limits). Spans in ms. */
export interface WellbeingLimits {
  /** Longest shift block. */
  readonly shift: number;
  /** On shift within 24 h, and within 7 days. */
  readonly hoursInDay: number;
  readonly hoursInWeek: number;
  /** Within 7 days where a supervisor has allowed more than `hoursInWeek`; beyond this nobody can. */
  readonly hoursInWeekAtMost: number;
  /** Between the end of a shift block and the next one of the same day, and overnight: see shift-gaps. */
  readonly gapInDay: number;
  readonly gapOvernight: number;
  /** With a conversation open, added up since the last break; then a break of `breakFor` is due, put off once by `breakDelay`. */
  readonly workBeforeBreak: number;
  readonly breakFor: number;
  readonly breakDelay: number;
  /** No new offer after a conversation for `quietAfter`, or for `quietExtended` if the responder asks for it. */
  readonly quietAfter: number;
  readonly quietExtended: number;
  /** After band 1, a safety action or a boundary. */
  readonly restAfterHeavy: number;
  /** Conversations of band 1 or on a heavy topic: in a row, and within a shift since the last check-in. */
  readonly heavyInARow: number;
  readonly heavySinceCheckIn: number;
  /** So many first conversations are held one at a time, and observed. */
  readonly firstConversations: number;
  /** Without activity, until the console hides what people wrote; 0 for never. */
  readonly hideAfter: number;
}

export const WELLBEING: WellbeingLimits = {
  shift: SHIFT,
  hoursInDay: 4 * HOUR,
  hoursInWeek: 12 * HOUR,
  hoursInWeekAtMost: 16 * HOUR,
  gapInDay: 30 * MINUTE,
  gapOvernight: 11 * HOUR,
  workBeforeBreak: 60 * MINUTE,
  breakFor: 10 * MINUTE,
  breakDelay: 15 * MINUTE,
  quietAfter: 3 * MINUTE,
  quietExtended: 10 * MINUTE,
  restAfterHeavy: 15 * MINUTE,
  heavyInARow: 2,
  heavySinceCheckIn: 3,
  firstConversations: 10,
  hideAfter: 2 * MINUTE,
};

export type Limit = keyof WellbeingLimits;

/** How a limit is written for people: spans in whole minutes or hours, the rest as a count. */
export type LimitUnit = 'minutes' | 'hours' | 'conversations';

export interface LimitForm {
  readonly unit: LimitUnit;
  /** Which way is the stricter one; the default is the loosest there is. */
  readonly stricter: 'less' | 'more';
  /** The strictest value that lets a service work, in `unit`. A form offers values from it to the default. */
  readonly strictest: number;
  /** The only values there are, in `unit`, where it is the service's own choice and no value is looser than another. */
  readonly choices?: readonly number[];
}

const less = (strictest: number, unit: LimitUnit): LimitForm => ({ unit, stricter: 'less', strictest });
const more = (strictest: number, unit: LimitUnit): LimitForm => ({ unit, stricter: 'more', strictest });

/** Every limit, in the order in which a day meets them. Forms, lists and screens are made from this. */
export const LIMITS: Readonly<Record<Limit, LimitForm>> = {
  shift: less(60, 'minutes'),
  hoursInDay: less(1, 'hours'),
  hoursInWeek: less(1, 'hours'),
  hoursInWeekAtMost: less(1, 'hours'),
  gapInDay: more(480, 'minutes'),
  gapOvernight: more(24, 'hours'),
  workBeforeBreak: less(15, 'minutes'),
  breakFor: more(60, 'minutes'),
  breakDelay: less(0, 'minutes'),
  quietAfter: more(60, 'minutes'),
  quietExtended: more(120, 'minutes'),
  restAfterHeavy: more(240, 'minutes'),
  heavyInARow: less(0, 'conversations'),
  heavySinceCheckIn: less(0, 'conversations'),
  firstConversations: more(100, 'conversations'),
  hideAfter: { ...less(1, 'minutes'), choices: [0, 1, 2, 5] },
};

/** What one of a unit is in a `WellbeingLimits`: ms of a span, or one. */
export const UNIT_SIZE: Readonly<Record<LimitUnit, number>> = {
  minutes: MINUTE,
  hours: HOUR,
  conversations: 1,
};

const isLimit = (name: string): name is Limit => Object.hasOwn(LIMITS, name);

const isNoLooser = (limit: Limit, wished: number): boolean => {
  const { choices, stricter, unit } = LIMITS[limit];
  if (choices !== undefined) return choices.includes(wished / UNIT_SIZE[unit]);
  const isStricter = stricter === 'less' ? wished <= WELLBEING[limit] : wished >= WELLBEING[limit];
  return Number.isFinite(wished) && wished >= 0 && isStricter;
};

export interface ServiceLimits {
  readonly limits: WellbeingLimits;
  /** Overrides that are no limit, no number, or looser than the default. The default applies instead. */
  readonly refused: readonly string[];
}

/** The limits of a service that wishes some to be other than the defaults: it may only be stricter. */
export const limitsOf = (wished: Readonly<Record<string, number>>): ServiceLimits => {
  const names = Object.keys(wished);
  const isGood = (name: string): boolean => isLimit(name) && isNoLooser(name, wished[name] ?? Number.NaN);
  const changes = Object.fromEntries(names.filter(isGood).map((name) => [name, wished[name]]));
  return { limits: { ...WELLBEING, ...changes }, refused: names.filter((name) => !isGood(name)) };
};
