import type { Desk, Training } from '@warmline/contracts';

/** The one thing shown about a person's day: the first that applies. */
export type DayState =
  | { readonly name: 'on_break'; readonly until: number; readonly canEnd: boolean }
  | { readonly name: 'not_checked_in' }
  | { readonly name: 'not_today' }
  | { readonly name: 'missed_offers' }
  | { readonly name: 'hours_over'; readonly which: 'day' | 'week' | 'week_at_most' }
  | { readonly name: 'between_shifts'; readonly until: number }
  | { readonly name: 'training_over' | 'training_missing'; readonly module: string }
  | { readonly name: 'refresher'; readonly what: string }
  | {
      readonly name: 'break_due';
      readonly canDelay: boolean;
      readonly length: number;
      readonly delay: number;
    }
  | { readonly name: 'break_wanted' }
  | {
      readonly name: 'rest';
      readonly until: number;
      readonly isHeavy: boolean;
      readonly canExtend: boolean;
      /** What it can be made (ms). */
      readonly extended: number;
      readonly isContactWanted: boolean;
    }
  | { readonly name: 'heavy_row' | 'heavy_shift'; readonly count: number }
  | { readonly name: 'training_soon'; readonly module: string; readonly days: number }
  | { readonly name: 'contact_wanted' }
  | { readonly name: 'nothing' };

const DAY = 24 * 60 * 60_000;
/** How long (ms) before training expires the desk says so. Until then only the day menu lists it. */
const SPOKEN_OF_BEFORE = 14 * DAY;

type Day = Desk['wellbeing'];
type Rule = (day: Day, now: number, desk: Desk) => DayState | null;

const isObstacle = (day: Day, reason: Day['obstacles'][number]['reason']) =>
  day.obstacles.find((one) => one.reason === reason);

const onBreak: Rule = ({ break: { until, canEnd } }, now) =>
  until !== null && until > now ? { name: 'on_break', until, canEnd } : null;
const isHours = (lacks: string | null): lacks is 'week' | 'week_at_most' =>
  lacks === 'week' || lacks === 'week_at_most';
const hours: Rule = (day) => {
  const found = isObstacle(day, 'hours_over');
  if (found === undefined) return null;
  return { name: 'hours_over', which: isHours(found.lacks) ? found.lacks : 'day' };
};
const gap: Rule = (day, now) => {
  const until = isObstacle(day, 'between_shifts')?.until ?? null;
  return until !== null && until > now ? { name: 'between_shifts', until } : null;
};
const checkIn: Rule = ({ shift }) => {
  if (shift === null) return { name: 'not_checked_in' };
  return shift.checkIn === 'not_today' ? { name: 'not_today' } : null;
};
const missed: Rule = ({ awayBecause }) =>
  awayBecause === 'missed_offers' ? { name: 'missed_offers' } : null;
const training: Rule = (day) => {
  const expired = isObstacle(day, 'training_expired');
  if (expired) return { name: 'training_over', module: expired.lacks ?? '' };
  const missing = isObstacle(day, 'training_missing');
  return missing ? { name: 'training_missing', module: missing.lacks ?? '' } : null;
};
const refresher: Rule = (day) => {
  const found = isObstacle(day, 'refresher_due');
  return found ? { name: 'refresher', what: found.lacks ?? 'refresher' } : null;
};
/** A break that is due is due since the server last looked, which may be a moment after this page's clock. */
const breakDue: Rule = (day, now) => {
  const { dueAt, isWanted, canDelay } = day.break;
  if (isWanted) return { name: 'break_wanted' };
  const isDue = isObstacle(day, 'break_due') !== undefined || (dueAt !== null && dueAt <= now);
  return isDue
    ? { name: 'break_due', canDelay, length: day.spans.breakFor, delay: day.spans.breakDelay }
    : null;
};
const resting: Rule = ({ coolDown: rest, spans, contactWantedAt }, now) =>
  rest !== null && rest.until > now
    ? {
        name: 'rest',
        until: rest.until,
        isHeavy: rest.reason === 'after_heavy',
        canExtend: rest.canExtend,
        extended: spans.quietExtended,
        isContactWanted: contactWantedAt !== null,
      }
    : null;
const heavy: Rule = ({ heavy: { inARow, inARowAtMost, sinceCheckIn, sinceCheckInAtMost } }) => {
  if (sinceCheckIn >= sinceCheckInAtMost) return { name: 'heavy_shift', count: sinceCheckIn };
  return inARow >= inARowAtMost ? { name: 'heavy_row', count: inARow } : null;
};
const soon: Rule = ({ training: records }, now) => {
  const [first] = records
    .filter(({ state }) => state === 'amber')
    .flatMap(({ module, expiresAt }) => (expiresAt === null ? [] : [{ module, left: expiresAt - now }]))
    .filter(({ left }) => left <= SPOKEN_OF_BEFORE)
    .sort((one, other) => one.left - other.left);
  return first === undefined
    ? null
    : { name: 'training_soon', module: first.module, days: Math.max(1, Math.ceil(first.left / DAY)) };
};

const contact: Rule = ({ contactWantedAt }) => (contactWantedAt === null ? null : { name: 'contact_wanted' });

const RULES: readonly Rule[] = [
  onBreak,
  missed,
  hours,
  gap,
  checkIn,
  training,
  refresher,
  breakDue,
  resting,
  heavy,
  contact,
  soon,
];

export const dayState = (desk: Desk, now: number): DayState => {
  for (const rule of RULES) {
    const found = rule(desk.wellbeing, now, desk);
    if (found !== null) return found;
  }
  return { name: 'nothing' };
};

/** Whole days left of a module that ends soon; null for one that does not, or has none. */
export const daysLeft = ({ expiresAt }: Training, now: number): number | null =>
  expiresAt === null ? null : Math.max(0, Math.ceil((expiresAt - now) / DAY));
