import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import type { ObstacleReason } from '@warmline/vocabulary';
import {
  fitsIntoShift,
  holds,
  hoursOver,
  isBreakDue,
  isOnBreak,
  lapsedModule,
  NEEDED_FOR_SAFETY,
  nextBlockAt,
  refresherDue,
  coolDownOf,
  skillsAt,
  type WellbeingLimits,
} from '@warmline/wellbeing';
import type { QueueEntry } from './answer-order';
import { fits } from './capacity';
import { capacityOf, type Responder } from './responder';

export interface Obstacle {
  readonly reason: ObstacleReason;
  /** When it ends by itself; null when it does not, or nobody can say. */
  readonly until: Instant | null;
  /** What lacks: the module that expired, the skill, the language, the topic, the hours. */
  readonly lacks: string | null;
}

/** What is judged against, at one moment. */
export interface Terms {
  readonly now: Instant;
  readonly limits: WellbeingLimits;
  /** How long wishes of a visitor hold (ms). */
  readonly wishesHold: number;
  /** What is heavy in this service beside band 1; the default where it is not said. */
  readonly heavyTopics?: readonly string[] | undefined;
}

/** A visitor's wish for a skill is dropped after this long (ms), and the visitor is told. */
export const WISHES_HOLD = 5 * MINUTE;

/** Band 1 is heavy, and so is this wherever a service does not say more. */
const HEAVY_TOPICS: readonly string[] = ['sexual_violence'];
/** A visitor who writes of these is only offered to a responder trained for it. */
const SAFETY_TOPICS: readonly string[] = ['suicide', 'self_harm'];

type About = Pick<QueueEntry, 'band' | 'topics'>;
const touches = ({ topics = [] }: About, some: readonly string[]): boolean =>
  topics.some((topic) => some.includes(topic));

export const isHeavy = (entry: About, heavyTopics = HEAVY_TOPICS): boolean =>
  entry.band === 1 || touches(entry, heavyTopics);
export const needsSafetyTraining = (entry: About): boolean =>
  entry.band === 1 || touches(entry, SAFETY_TOPICS);

/** When the wishes of a visitor are let go; null when there are none. */
export const wishesEndAt = (
  { wants = [], enteredAt }: QueueEntry,
  wishesHold = WISHES_HOLD,
): Instant | null => (wants.length === 0 ? null : later(enteredAt, wishesHold));

const obstacle = (
  reason: ObstacleReason,
  { until = null, lacks = null }: Partial<Omit<Obstacle, 'reason'>> = {},
): Obstacle => ({ reason, until, lacks });

type OfPerson = (responder: Responder, terms: Terms) => Obstacle | null;
type OfPair = (responder: Responder, entry: QueueEntry, terms: Terms) => Obstacle | null;

const checkIn: OfPerson = ({ day }) => {
  if (day.checkIn === null) return obstacle('not_checked_in');
  return day.checkIn === 'not_today' ? obstacle('not_today') : null;
};
const hours: OfPerson = ({ day }, { now, limits }) => {
  const lacks = hoursOver(day, now, limits);
  return lacks === null ? null : obstacle('hours_over', { lacks });
};
const gap: OfPerson = ({ day }, { now, limits }) => {
  const until = nextBlockAt(day, now, limits);
  return until === null ? null : obstacle('between_shifts', { until });
};
const shift: OfPerson = ({ day }, { now }) =>
  fitsIntoShift(day.shiftEndsAt, now) ? null : obstacle('shift_ending');
const onBreak: OfPerson = ({ day }, { now }) =>
  isOnBreak(day, now) ? obstacle('on_break', { until: day.onBreakUntil }) : null;
const breakIsDue: OfPerson = ({ day }, { now, limits }) =>
  isBreakDue(day, now, limits) && !isOnBreak(day, now) ? obstacle('break_due') : null;
const coolDown: OfPerson = ({ day }, { now, limits }) => {
  const rest = coolDownOf(day, now, limits);
  return rest === null ? null : obstacle('cool_down', { until: rest.until });
};
/** Nothing has expired that was never recorded. */
const withoutTraining = ({ training: records }: Responder, lacks: string): Obstacle =>
  obstacle(records.some(({ module }) => module === lacks) ? 'training_expired' : 'training_missing', {
    lacks,
  });
const training: OfPerson = (responder, { now }) => {
  const lacks = lapsedModule(responder.training, now, responder.neededModules);
  return lacks === null ? null : withoutTraining(responder, lacks);
};
const refresher: OfPerson = (responder, { now }) => {
  const lacks = refresherDue(responder, now);
  return lacks === null ? null : obstacle('refresher_due', { lacks });
};

const room: OfPair = (responder, { band }, { limits }) =>
  fits(responder.caseload, capacityOf(responder, limits).units, band) ? null : obstacle('at_capacity');
const language: OfPair = ({ languages }, { language: lacks = null }) =>
  lacks === null || languages.includes(lacks) ? null : obstacle('no_language', { lacks });
const safetyTraining: OfPair = (responder, entry, { now }) =>
  needsSafetyTraining(entry) && !holds(responder.training, NEEDED_FOR_SAFETY, now)
    ? withoutTraining(responder, NEEDED_FOR_SAFETY)
    : null;
const wishes: OfPair = (responder, entry, { now, wishesHold }) => {
  const until = wishesEndAt(entry, wishesHold);
  if (until === null || until <= now) return null;
  const skills = skillsAt(responder.skills, responder.training, now);
  const lacks = (entry.wants ?? []).find((skill) => !skills.includes(skill));
  return lacks === undefined ? null : obstacle('no_skill', { until, lacks });
};
const muted: OfPair = ({ mutedTopics }, { topics = [] }) => {
  const lacks = topics.find((topic) => mutedTopics.includes(topic));
  return lacks === undefined ? null : obstacle('topic_muted', { lacks });
};
const heavy: OfPair = ({ day }, entry, { limits, heavyTopics }) =>
  isHeavy(entry, heavyTopics) &&
  (day.heavyInARow >= limits.heavyInARow || day.heavySinceCheckIn >= limits.heavySinceCheckIn)
    ? obstacle('heavy_topic_limit')
    : null;

const OF_PERSON: readonly OfPerson[] = [
  checkIn,
  hours,
  gap,
  shift,
  onBreak,
  breakIsDue,
  coolDown,
  training,
  refresher,
];
/** All but room, which the surge slot is about. */
const OF_PAIR_BUT_ROOM: readonly OfPair[] = [language, safetyTraining, wishes, muted, heavy];
const OF_PAIR: readonly OfPair[] = [room, ...OF_PAIR_BUT_ROOM];

/** Why a responder is offered no one at this moment; empty when there is no reason. */
export const personalObstacles = (responder: Responder, terms: Terms): Obstacle[] =>
  OF_PERSON.flatMap((check) => check(responder, terms) ?? []);

/** Why this responder is not asked for this visitor at this moment: every reason, the weightiest first. */
export const obstacles = (responder: Responder, entry: QueueEntry, terms: Terms): Obstacle[] => [
  ...personalObstacles(responder, terms),
  ...OF_PAIR.flatMap((check) => check(responder, entry, terms) ?? []),
];

/** Whether a responder has no personal obstacle. */
export const mayBeAsked = (responder: Responder, terms: Terms): boolean =>
  OF_PERSON.every((check) => check(responder, terms) === null);

/** Whether this pair has no obstacle. It does not check personal obstacles. */
export const mayServe = (responder: Responder, entry: QueueEntry, terms: Terms): boolean =>
  OF_PAIR.every((check) => check(responder, entry, terms) === null);

/**
 * Whether the surge slot of this responder is for this visitor: band 1, opted in this shift, nobody of band 1 already,
 * and not above capacity before. Every other limit still applies.
 */
export const maySurge = (responder: Responder, entry: QueueEntry, terms: Terms): boolean =>
  entry.band === 1 &&
  responder.day.takesSurge &&
  responder.caseload.answerFirst === 0 &&
  isWithin(responder, terms.limits) &&
  OF_PAIR_BUT_ROOM.every((check) => check(responder, entry, terms) === null);

const isWithin = (responder: Responder, limits: WellbeingLimits): boolean => {
  const { standard, answerFirst } = responder.caseload;
  return standard + answerFirst <= Math.max(1, capacityOf(responder, limits).units);
};

export interface NextAsk {
  /** Null when an obstacle does not end by itself. */
  readonly at: Instant | null;
  readonly because: Obstacle;
}

/** When a responder may next be asked at all, and the obstacle until then; null when there is none. */
export const nextAsk = (responder: Responder, terms: Terms): NextAsk | null => {
  const all = personalObstacles(responder, terms);
  const lasting = all.find(({ until }) => until === null);
  if (lasting !== undefined) return { at: null, because: lasting };
  let last: Obstacle | null = null;
  for (const one of all)
    if (last === null || elapsed(last.until ?? terms.now, one.until ?? terms.now) > 0) last = one;
  return last === null ? null : { at: last.until, because: last };
};
