import type { Wellbeing } from '@warmline/contracts';
import { MINUTE, START } from './start';

/** Rested and trained, ninety minutes of the shift to go. */
export const aWellbeing = (over: Partial<Wellbeing> = {}): Wellbeing => ({
  obstacles: [],
  nextOfferAt: null,
  awayBecause: null,
  shift: {
    beganAt: START - 30 * MINUTE,
    endsAt: START + 90 * MINUTE,
    offersStopAt: START + 60 * MINUTE,
    checkIn: 'yes',
    takesSurge: false,
  },
  hours: {
    today: 30 * MINUTE,
    todayAtMost: 240 * MINUTE,
    week: 30 * MINUTE,
    weekAtMost: 720 * MINUTE,
    allowed: null,
  },
  gaps: { inDay: 30 * MINUTE, overnight: 660 * MINUTE },
  spans: {
    workBeforeBreak: 60 * MINUTE,
    breakFor: 10 * MINUTE,
    breakDelay: 15 * MINUTE,
    quietAfter: 3 * MINUTE,
    quietExtended: 10 * MINUTE,
    restAfterHeavy: 15 * MINUTE,
    hideAfter: 2 * MINUTE,
  },
  break: { dueAt: null, isWanted: false, canDelay: false, canEnd: false, until: null },
  coolDown: null,
  heavy: { inARow: 0, inARowAtMost: 2, sinceCheckIn: 0, sinceCheckInAtMost: 3 },
  capacity: { units: 2, reason: 'as_set', conversationsHeld: 40 },
  contactWantedAt: null,
  training: [],
  mutedTopics: [],
  ...over,
});
