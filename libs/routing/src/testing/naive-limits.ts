import { HOUR, MINUTE } from '@warmline/kernel';
import type { QueueEntry } from '../answer-order';
import type { Situation } from '../matching';
import type { Responder } from '../responder';

/** The limits of docs/spec/wellbeing.md#limits, written down a second time, in sentences and with no code in common. */

const after = (now: number, moment: number | null, span: number): boolean =>
  moment !== null && now - moment < span;

/** A break is due, was asked for, or is on. */
const needsBreak = ({ day }: Responder, now: number): boolean => {
  const putOff = day.breakDelayedUntil !== null && now < day.breakDelayedUntil;
  const isOn = day.onBreakUntil !== null && now < day.onBreakUntil;
  return isOn || day.breakWanted || (day.openFor >= 60 * MINUTE && !putOff);
};

const isResting = ({ day }: Responder, now: number): boolean =>
  after(now, day.quietSince, (day.quietExtended ? 10 : 3) * MINUTE) ||
  after(now, day.heavySince, 15 * MINUTE);

const isOff = ({ day }: Responder, now: number): boolean =>
  (day.checkIn !== 'yes' && day.checkIn !== 'one_at_a_time') ||
  (day.shiftEndsAt !== null && day.shiftEndsAt < now + 30 * MINUTE);

/** So many minutes of the gap before this block lie in a night, or it goes past six: counted minute by minute, in UTC. */
const isOverNight = (from: number, to: number): boolean => {
  const nights = new Map<number, number>();
  for (let minute = Math.floor(from / MINUTE) + 1; minute <= Math.floor(to / MINUTE); minute += 1) {
    const ofDay = minute % 1_440;
    if (ofDay === 360) return true;
    // This minute ends a minute of the night.
    if (ofDay >= 1 && ofDay < 360)
      nights.set(Math.floor(minute / 1_440), (nights.get(Math.floor(minute / 1_440)) ?? 0) + 1);
  }
  return [...nights.values()].some((minutes) => minutes >= 180);
};

/** The block, or the one that would begin now, is too near the one before. */
const isTooNear = ({ day }: Responder, now: number): boolean => {
  const { blockBeganAt, lastBlockEndedAt: ended } = day;
  if (ended === null) return false;
  const begins = blockBeganAt ?? now;
  const gap = begins - ended;
  if (gap < 30 * MINUTE) {
    const allowedAt = isOverNight(ended, ended + 30 * MINUTE) ? ended + 11 * HOUR : ended + 30 * MINUTE;
    return now < allowedAt;
  }
  return gap < 11 * HOUR && isOverNight(ended, begins) && now < ended + 11 * HOUR;
};

const weekHours = ({ day }: Responder, now: number): number =>
  day.moreHoursUntil !== null && now < day.moreHoursUntil ? 16 * HOUR : 12 * HOUR;

/** Which limits on breaks, hours or rest stop a responder from being asked at all. */
export const limitsThatBind = (responder: Responder, now: number): string[] => [
  ...(isOff(responder, now) ? ['off'] : []),
  ...(responder.day.workedInDay >= 4 * HOUR ? ['hours today'] : []),
  ...(responder.day.workedInWeek >= weekHours(responder, now) ? ['hours this week'] : []),
  ...(isTooNear(responder, now) ? ['gap'] : []),
  ...(needsBreak(responder, now) ? ['break'] : []),
  ...(isResting(responder, now) ? ['rest'] : []),
];

const valid = ({ training }: Responder, module: string, now: number): boolean =>
  training.some((record) => record.module === module && record.expiresAt > now);

export const isTrained = (responder: Responder, { band, topics = [] }: QueueEntry, now: number): boolean =>
  valid(responder, 'core_safeguarding', now) &&
  valid(responder, 'data_protection', now) &&
  valid(responder, 'background_check', now) &&
  (valid(responder, 'suicide_safety', now) ||
    !(band === 1 || topics.includes('suicide') || topics.includes('self_harm')));

export const exceedsHeavy = ({ day }: Responder, { band, topics = [] }: QueueEntry): boolean =>
  (band === 1 || topics.includes('sexual_violence')) && (day.heavyInARow >= 2 || day.heavySinceCheckIn >= 3);

/** Who does not speak the language, has muted the topic, or lacks what is wished for and not let go yet. */
export const isUnsuited = (
  responder: Responder,
  { language = null, topics = [], wants = [], enteredAt }: QueueEntry,
  now: number,
): boolean =>
  (language !== null && !responder.languages.includes(language)) ||
  topics.some((topic) => responder.mutedTopics.includes(topic)) ||
  (now < enteredAt + 5 * MINUTE && wants.some((skill) => !responder.skills.includes(skill)));

/** Load units they may carry. */
export const allowed = (responder: Responder): number => {
  const { capacity, conversationsHeld, firstFeedbackMissing, caseload, day } = responder;
  const { returnedAt, observedAt } = responder;
  const finished = conversationsHeld - caseload.standard - caseload.answerFirst;
  const isToBeObserved = returnedAt !== null && !(observedAt !== null && observedAt >= returnedAt);
  const isOne =
    day.checkIn === 'one_at_a_time' || finished < 10 || isToBeObserved || firstFeedbackMissing > 0;
  return isOne ? Math.min(1, capacity) : capacity;
};

export const carried = ({ caseload }: Responder): number =>
  caseload.standard + 2 * caseload.answerFirst + caseload.wrapUps / 2;

/** Two for band 1, but never more than all there is. */
export const isTooMuch = (responder: Responder, { band }: QueueEntry): boolean =>
  allowed(responder) - carried(responder) < Math.min(allowed(responder), band === 1 ? 2 : 1);

export const isDeclined = (
  { unanswered, now }: Situation,
  entry: QueueEntry,
  { staff }: Responder,
): boolean =>
  unanswered.some(
    (offer) =>
      offer.conversation === entry.conversation &&
      offer.staff === staff &&
      offer.outcome === 'declined' &&
      now - offer.at < 5 * MINUTE,
  );

/** Whether nothing at all but room is in the way. */
export const isFit = (situation: Situation, entry: QueueEntry, responder: Responder): boolean =>
  limitsThatBind(responder, situation.now).length === 0 &&
  isTrained(responder, entry, situation.now) &&
  !exceedsHeavy(responder, entry) &&
  !isUnsuited(responder, entry, situation.now) &&
  !isDeclined(situation, entry, responder);
