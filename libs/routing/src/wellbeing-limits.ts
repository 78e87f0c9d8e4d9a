import { HOUR, MINUTE } from '@warmline/kernel';
import { SHIFT } from './shift';

/** What protects responders (routing.md, Wellbeing). Spans in ms. */
export interface WellbeingLimits {
  /** Longest shift block. */
  readonly shift: number;
  /** On shift within 24 h, and within 7 days. */
  readonly hoursInDay: number;
  readonly hoursInWeek: number;
  /** With a conversation open, added up since the last break; then a break of `breakFor` is due, put off once by `breakDelay`. */
  readonly workBeforeBreak: number;
  readonly breakFor: number;
  readonly breakDelay: number;
  /** Nothing new after any conversation for `quietAfter`, or for `quietExtended` where somebody asks for it. */
  readonly quietAfter: number;
  readonly quietExtended: number;
  /** After band 1, a safety action or a boundary. */
  readonly restAfterHeavy: number;
  /** Conversations of band 1 or on a heavy topic: in a row, and within a shift since the last check-in. */
  readonly heavyInARow: number;
  readonly heavySinceCheckIn: number;
  /** So many first conversations are held one at a time. */
  readonly firstConversations: number;
}

export const WELLBEING: WellbeingLimits = {
  shift: SHIFT,
  hoursInDay: 4 * HOUR,
  hoursInWeek: 12 * HOUR,
  workBeforeBreak: 60 * MINUTE,
  breakFor: 10 * MINUTE,
  breakDelay: 15 * MINUTE,
  quietAfter: 3 * MINUTE,
  quietExtended: 10 * MINUTE,
  restAfterHeavy: 15 * MINUTE,
  heavyInARow: 2,
  heavySinceCheckIn: 3,
  firstConversations: 10,
};

type Limit = keyof WellbeingLimits;

/** Which way is the stricter one. */
const STRICTER: Readonly<Record<Limit, 'less' | 'more'>> = {
  shift: 'less',
  hoursInDay: 'less',
  hoursInWeek: 'less',
  workBeforeBreak: 'less',
  breakFor: 'more',
  breakDelay: 'less',
  quietAfter: 'more',
  quietExtended: 'more',
  restAfterHeavy: 'more',
  heavyInARow: 'less',
  heavySinceCheckIn: 'less',
  firstConversations: 'more',
};

const isLimit = (name: string): name is Limit => Object.hasOwn(STRICTER, name);

const isNoLooser = (limit: Limit, wished: number): boolean =>
  Number.isFinite(wished) &&
  wished >= 0 &&
  (STRICTER[limit] === 'less' ? wished <= WELLBEING[limit] : wished >= WELLBEING[limit]);

export interface ServiceLimits {
  readonly limits: WellbeingLimits;
  /** What was wished and is no limit, no number, or looser than the default: the default stands there. */
  readonly refused: readonly string[];
}

/** The limits of a service that wishes some to be other than the defaults: it may only be stricter. */
export const limitsOf = (wished: Readonly<Record<string, number>>): ServiceLimits => {
  const names = Object.keys(wished);
  const isGood = (name: string): boolean => isLimit(name) && isNoLooser(name, wished[name] ?? Number.NaN);
  const changes = Object.fromEntries(names.filter(isGood).map((name) => [name, wished[name]]));
  return { limits: { ...WELLBEING, ...changes }, refused: names.filter((name) => !isGood(name)) };
};
