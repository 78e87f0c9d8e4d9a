import { elapsed, later, MINUTE, type Instant, type StaffId } from '@warmline/kernel';
import type { Band } from '../band';
import { hoursAt, type HoursNow, type OpeningHours } from './opening-hours';
import { isOverForLong, type Pressure } from './pressure';

/** How long a session is planned to last (ms), unless the service says otherwise. */
export const SESSION = 45 * MINUTE;

/** What a supervisor can set the door to. */
export const DOOR_SETTINGS = ['open', 'at_capacity', 'closed', 'paused'] as const;
export type DoorSetting = (typeof DOOR_SETTINGS)[number];

/** Why a supervisor sets the door; the audit keeps the code. */
export const DOOR_REASONS = ['long_wait', 'too_few_on', 'incident', 'planned', 'back_to_normal'] as const;
export type DoorReason = (typeof DOOR_REASONS)[number];

/** What was set, by whom, and when. By nobody: the wait was too long, and no supervisor acted in time. */
export interface DoorOverride {
  readonly setting: DoorSetting;
  readonly reason: DoorReason;
  readonly by: StaffId | null;
  readonly at: Instant;
}

export interface DoorRules {
  readonly hours: OpeningHours;
  /** How long a session is planned to last (ms). */
  readonly session: number;
  /** Whenever the hours say open somebody can be reached, although no shift is running. */
  readonly isOnCall: boolean;
}

/** What is so at the moment the door is looked at. */
export interface DoorSituation {
  /** People whose shift is running. */
  readonly onShift: number;
  /** U80 of a standard visitor who came now (ms); null while too few outcomes are known to say. */
  readonly standardBound: number | null;
  readonly override: DoorOverride | null;
  readonly pressure: Pressure;
  /** When somebody is planned to be on next, by the rota. */
  readonly nextPlanned: Instant | null;
}

/** `closing_soon`: within one session of closing, so nothing new would be finished in time. */
export type DoorState = 'open' | 'closing_soon' | 'closed' | 'at_capacity' | 'paused';

export type DoorWhy = 'hours' | 'nobody_on' | 'person' | 'long_wait' | 'past_closing';

/** Who is queued who comes now. Urgent: band 1 and 2. */
export type Takes = 'everyone' | 'urgent' | 'nobody';

export interface Door {
  readonly state: DoorState;
  /** Null while it is simply open. */
  readonly why: DoorWhy | null;
  readonly takes: Takes;
  /** When it closes by the hours; null while closed, and where no closing is in sight. */
  readonly closesAt: Instant | null;
  /** When standard visitors are expected to be taken again; null while they are, and where nobody can say. */
  readonly opensAt: Instant | null;
}

interface Moment {
  readonly now: Instant;
  readonly rules: DoorRules;
  readonly situation: DoorSituation;
}

interface Look extends Moment {
  readonly hours: HoursNow;
}

/**
 * The door at a moment, from what is stored: nothing has to happen for it to change. Paused takes nobody, since what is
 * broken holds nobody; else band 1 and 2 are taken whenever anyone is on shift; with nobody on, nobody is queued.
 */
export const doorAt = (now: Instant, rules: DoorRules, situation: DoorSituation): Door => {
  const look: Look = { now, rules, situation, hours: hoursAt(rules.hours, now) };
  return (
    paused(look) ?? closed(look) ?? nobodyOn(look) ?? closingSoon(look) ?? atCapacity(look) ?? open(look)
  );
};

/** Whether somebody of this band who comes now is queued. */
export const isTaken = ({ takes }: Door, band: Band): boolean =>
  takes === 'everyone' || (takes === 'urgent' && band < 3);

const paused = ({ situation: { override } }: Look): Door | null =>
  override?.setting === 'paused'
    ? { state: 'paused', why: 'person', takes: 'nobody', closesAt: null, opensAt: null }
    : null;

/**
 * What a person set lasts until the hours open the door the next time: nobody has to remember to open it in the morning.
 * A pause is about something broken, and lasts until a person lifts it.
 */
export const overrideInForce = ({ now, rules, situation: { override } }: Moment): DoorOverride | null => {
  if (override === null) return null;
  const { nextOpening } = hoursAt(rules.hours, override.at);
  return nextOpening === null || nextOpening > now ? override : null;
};

/** Opening by hand is an answer to a suggestion to close, too. */
export const feltPressure = ({ pressure, override }: DoorSituation): Pressure => {
  const openedAt = override?.setting === 'open' && override.by !== null ? override.at : null;
  const isLater = openedAt !== null && (pressure.keptOpenAt === null || openedAt > pressure.keptOpenAt);
  return isLater ? { ...pressure, keptOpenAt: openedAt } : pressure;
};

const isOpenByHand = (look: Look): boolean => {
  const set = overrideInForce(look);
  // Said within the hours it only lifts what was set before; they close as ever.
  return set?.setting === 'open' && !hoursAt(look.rules.hours, set.at).isOpen;
};

const closed = (look: Look): Door | null => {
  const { hours, situation } = look;
  const isByPerson = overrideInForce(look)?.setting === 'closed';
  if (!isByPerson && (hours.isOpen || isOpenByHand(look))) return null;
  return {
    state: 'closed',
    why: isByPerson ? 'person' : 'hours',
    takes: situation.onShift > 0 ? 'urgent' : 'nobody',
    closesAt: null,
    opensAt: hours.nextOpening,
  };
};

const nobodyOn = ({ now, rules, situation: { onShift, nextPlanned } }: Look): Door | null =>
  onShift > 0 || rules.isOnCall
    ? null
    : {
        state: 'closed',
        why: 'nobody_on',
        takes: 'nobody',
        closesAt: null,
        opensAt: nextPlanned !== null && nextPlanned > now ? nextPlanned : null,
      };

const closingSoon = ({ now, rules, hours }: Look): Door | null =>
  hours.closesAt !== null && elapsed(now, hours.closesAt) <= rules.session
    ? {
        state: 'closing_soon',
        why: 'hours',
        takes: 'urgent',
        closesAt: hours.closesAt,
        opensAt: hours.nextOpening,
      }
    : null;

const atCapacity = (look: Look): Door | null => {
  const { now, rules, situation, hours } = look;
  const { closesAt } = hours;
  const set = overrideInForce(look);
  const base = { state: 'at_capacity', takes: 'urgent', closesAt } as const;
  if (set?.setting === 'at_capacity')
    return { ...base, why: set.reason === 'long_wait' ? 'long_wait' : 'person', opensAt: null };
  if (isOverForLong(feltPressure(situation), now)) return { ...base, why: 'long_wait', opensAt: null };
  const reached = later(now, (situation.standardBound ?? 0) + rules.session);
  return closesAt !== null && reached > closesAt
    ? { ...base, why: 'past_closing', opensAt: hours.nextOpening }
    : null;
};

const open = ({ hours: { closesAt } }: Look): Door => ({
  state: 'open',
  why: null,
  takes: 'everyone',
  closesAt,
  opensAt: null,
});
