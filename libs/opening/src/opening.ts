import { elapsed, later, MINUTE, type Instant, type StaffId } from '@warmline/kernel';
import type {
  Band,
  OpeningCause,
  OpeningReason,
  OpeningSetting,
  OpeningState,
  Takes,
} from '@warmline/vocabulary';
import { uncoveredUntil } from './night-cover';
import { hoursAt, type HoursNow, type OpeningHours } from './opening-hours';
import { isOverForLong, type Pressure } from './pressure';
import { spaceExpected } from './space-expected';

/** How long a session is planned to last (ms), unless the service says otherwise. */
export const SESSION = 45 * MINUTE;

/** What was set, by whom, and when. By nobody: the wait was too long, and no supervisor acted in time. */
export interface OpeningOverride {
  readonly setting: OpeningSetting;
  readonly reason: OpeningReason;
  readonly by: StaffId | null;
  readonly at: Instant;
}

export interface OpeningRules {
  readonly hours: OpeningHours;
  /** How long a session is planned to last (ms). */
  readonly session: number;
  /** Responders can be reached during the opening hours although no shift is running. */
  readonly isOnCall: boolean;
  /** An administrator has not opened it for the first time yet: it takes nobody yet. */
  readonly isNotOpened?: boolean;
  /** From 00:00 to 06:00 closed to standard visitors unless enough people are on: see night-cover. */
  readonly keepsNightRule: boolean;
}

/** The state of the service at the moment the opening is computed. */
export interface OpeningSituation {
  /** People whose shift is running: they take visitors of any band. */
  readonly onShift: number;
  /** Of these, who can be asked sooner or later: available, talking, or away for a moment only. */
  readonly answering: number;
  /** Of those whose shift is running, responders who did not say "not today". */
  readonly respondersOn: number;
  /** Supervisors at their consoles, a shift begun or not: they are called for band 1 and see band 2. */
  readonly supervisorsOn: number;
  /** Of both, those who count for a visitor in danger, who is kept waiting for no one: away or silent for seconds at most. */
  readonly atOnce: { readonly answering: number; readonly supervisorsOn: number };
  /** U80 of a standard visitor who came now (ms); null while too few outcomes are known to say. */
  readonly standardBound: number | null;
  readonly override: OpeningOverride | null;
  readonly pressure: Pressure;
  /** When a person is next planned to be on, by the rota. */
  readonly nextPlanned: Instant | null;
}

export interface Opening {
  readonly state: OpeningState;
  /** Null while it is simply open. */
  readonly why: OpeningCause | null;
  readonly takes: Takes;
  /** When it closes by the hours; null while closed, and when no closing is known. */
  readonly closesAt: Instant | null;
  /** When standard visitors are taken again by the hours or the rota; null while they are, and where neither says it. */
  readonly opensAt: Instant | null;
  /** About when there may be space again, by the wait as it is: a full or half hour; null where nobody can say. */
  readonly spaceAt: Instant | null;
}

/** All that decides the opening at one moment. */
export interface OpeningBasis {
  readonly now: Instant;
  readonly rules: OpeningRules;
  readonly situation: OpeningSituation;
}

interface Look extends OpeningBasis {
  readonly hours: HoursNow;
}

/**
 * The opening at one moment, computed from stored state: it changes with time alone. While paused nobody is taken, since a
 * broken service cannot hold a visitor. Otherwise band 1 and 2 are taken whenever anyone is on, including a supervisor at
 * their console. With nobody on, nobody is queued. A person cannot open a night that has too few people on.
 */
export const openingAt = (now: Instant, rules: OpeningRules, situation: OpeningSituation): Opening => {
  const look: Look = { now, rules, situation, hours: hoursAt(rules.hours, now) };
  return (
    notOpened(look) ??
    paused(look) ??
    closed(look) ??
    nobodyOn(look) ??
    uncoveredNight(look) ??
    closingSoon(look) ??
    atCapacity(look) ??
    open(look)
  );
};

/** Whether a visitor of this band who arrives now is queued. */
export const isTaken = ({ takes }: Opening, band: Band): boolean =>
  takes === 'everyone' || (takes === 'urgent' && band < 3);

const UNKNOWN = { opensAt: null, spaceAt: null } as const;

const isAnyoneOn = ({ onShift, supervisorsOn }: OpeningSituation): boolean =>
  onShift > 0 || supervisorsOn > 0;

/** Its numbers and words may not have been read by anyone yet. */
const notOpened = ({ rules }: Look): Opening | null =>
  rules.isNotOpened === true
    ? { state: 'closed', why: 'not_opened', takes: 'nobody', closesAt: null, ...UNKNOWN }
    : null;

const paused = ({ situation: { override } }: Look): Opening | null =>
  override?.setting === 'paused'
    ? { state: 'paused', why: 'person', takes: 'nobody', closesAt: null, ...UNKNOWN }
    : null;

/**
 * What a person set lasts until the hours next open: nobody has to remember to reopen in the morning. A pause is for a
 * fault, and lasts until a person ends it.
 */
export const overrideInForce = ({
  now,
  rules,
  situation: { override },
}: OpeningBasis): OpeningOverride | null => {
  if (override === null) return null;
  const { nextOpening } = hoursAt(rules.hours, override.at);
  return nextOpening === null || nextOpening > now ? override : null;
};

/** Opening by hand is an answer to a suggestion to close, too. */
export const feltPressure = ({ pressure, override }: OpeningSituation): Pressure => {
  const openedAt = override?.setting === 'open' && override.by !== null ? override.at : null;
  const isLater = openedAt !== null && (pressure.keptOpenAt === null || openedAt > pressure.keptOpenAt);
  return isLater ? { ...pressure, keptOpenAt: openedAt } : pressure;
};

const isOpenByHand = (look: Look): boolean => {
  const set = overrideInForce(look);
  // Set within the hours, `open` only ends an earlier setting; the hours still close.
  return set?.setting === 'open' && !hoursAt(look.rules.hours, set.at).isOpen;
};

const closed = (look: Look): Opening | null => {
  const { hours, situation } = look;
  const isByPerson = overrideInForce(look)?.setting === 'closed';
  if (!isByPerson && (hours.isOpen || isOpenByHand(look))) return null;
  return {
    state: 'closed',
    why: isByPerson ? 'person' : 'hours',
    takes: isAnyoneOn(situation) ? 'urgent' : 'nobody',
    closesAt: null,
    opensAt: hours.nextOpening,
    spaceAt: null,
  };
};

/** Nobody takes standard visitors. */
const nobodyOn = ({ now, rules, situation }: Look): Opening | null => {
  const { onShift, nextPlanned } = situation;
  if (onShift > 0 || rules.isOnCall) return null;
  return {
    state: 'closed',
    why: 'nobody_on',
    takes: isAnyoneOn(situation) ? 'urgent' : 'nobody',
    closesAt: null,
    opensAt: nextPlanned !== null && nextPlanned > now ? nextPlanned : null,
    spaceAt: null,
  };
};

/** Too few are on for a night of this service. */
const uncoveredNight = (look: Look): Opening | null => {
  const until = uncoveredUntil(look);
  if (until === null) return null;
  const { isOpen, nextOpening } = hoursAt(look.rules.hours, until);
  return {
    state: 'closed',
    why: 'night',
    takes: isAnyoneOn(look.situation) ? 'urgent' : 'nobody',
    closesAt: null,
    opensAt: isOpen ? until : nextOpening,
    spaceAt: null,
  };
};

const closingSoon = ({ now, rules, hours }: Look): Opening | null =>
  hours.closesAt !== null && elapsed(now, hours.closesAt) <= rules.session
    ? {
        state: 'closing_soon',
        why: 'hours',
        takes: 'urgent',
        closesAt: hours.closesAt,
        opensAt: hours.nextOpening,
        spaceAt: null,
      }
    : null;

const isOverByNow = (look: Look): boolean => isOverForLong(feltPressure(look.situation), look.now);

/** Why no more standard visitors are taken for now; null where they are. */
const whyFull = (look: Look): 'long_wait' | 'person' | 'past_closing' | null => {
  const { now, rules, situation, hours } = look;
  const set = overrideInForce(look);
  if (set?.setting === 'at_capacity') return set.reason === 'long_wait' ? 'long_wait' : 'person';
  if (isOverByNow(look)) return 'long_wait';
  const reached = later(now, (situation.standardBound ?? 0) + rules.session);
  return hours.closesAt !== null && reached > hours.closesAt ? 'past_closing' : null;
};

const atCapacity = (look: Look): Opening | null => {
  const why = whyFull(look);
  if (why === null) return null;
  const { now, rules, situation, hours } = look;
  const { closesAt, nextOpening } = hours;
  const spaceAt = why === 'long_wait' ? spaceExpected(now, situation) : null;
  // Space that would come too late for a session before closing is none.
  const isTooLate = closesAt !== null && later(spaceAt ?? now, rules.session) > closesAt;
  const isToday = why !== 'past_closing' && !isTooLate;
  return {
    state: 'at_capacity',
    why,
    takes: 'urgent',
    closesAt,
    opensAt: isToday ? null : nextOpening,
    spaceAt: isToday ? spaceAt : null,
  };
};

const open = ({ hours: { closesAt } }: Look): Opening => ({
  state: 'open',
  why: null,
  takes: 'everyone',
  closesAt,
  ...UNKNOWN,
});

/** Whether responders on call can be reached without a shift: the hours say open, or a person opened by hand. */
export const isOnCallNow = (moment: OpeningBasis): boolean => {
  const look = { ...moment, hours: hoursAt(moment.rules.hours, moment.now) };
  return look.rules.isOnCall && (look.hours.isOpen || isOpenByHand(look));
};
