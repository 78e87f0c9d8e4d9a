import { Injectable } from '@nestjs/common';
import type { Desk, Wellbeing } from '@warmline/contracts';
import { instant, type Instant, type StaffId } from '@warmline/kernel';
import { WorkingDayReadModel, type StoredResponder } from '@warmline/postgres';
import { capacityOf, load, nextAsk, personalObstacles, whyNoOffer, type Terms } from '@warmline/routing';
import {
  breakDueAt,
  hasMoreHours,
  hoursOfWeek,
  offersStopAt,
  coolDownOf,
  trainingStatus,
  type WellbeingLimits,
} from '@warmline/wellbeing';
import { topicsOf } from '../../core/topics';
import { RoutingTerms } from '../../staffing/routing-terms';

/** What protects a person at this moment, and why, for their own screen. */
@Injectable()
export class WellbeingViews {
  constructor(
    private readonly days: WorkingDayReadModel,
    private readonly terms: RoutingTerms,
  ) {}

  /** Of those of these people who are known. */
  async loadViews(staff: readonly StaffId[]): Promise<Map<StaffId, OwnCapacity>> {
    const responders = await this.days.loadWorkingDays(staff);
    return new Map(
      responders.map((responder) => [
        responder.staff,
        capacityView(responder, this.terms.termsAt(responder.readAt)),
      ]),
    );
  }
}

/** What protects a person, what they carry, and why they are offered no one. */
type OwnCapacity = Pick<Desk, 'load' | 'wellbeing' | 'whyNoOffer'>;

const capacityView = (responder: StoredResponder, terms: Terms): OwnCapacity => ({
  load: load(responder.caseload),
  wellbeing: viewOf(responder, terms),
  whyNoOffer: whyNoOffer(responder, responder.availability === 'away', terms),
});

const viewOf = (responder: StoredResponder, terms: Terms): Wellbeing => {
  const { day } = responder;
  const { limits } = terms;
  const { units, reason } = capacityOf(responder, limits);
  return {
    obstacles: personalObstacles(responder, terms),
    nextOfferAt: nextAsk(responder, terms)?.at ?? null,
    awayBecause: responder.availability === 'away' ? (responder.awayBecause ?? 'chosen') : null,
    shift: shiftOf(responder),
    hours: {
      today: Math.round(day.workedInDay),
      todayAtMost: limits.hoursInDay,
      week: Math.round(day.workedInWeek),
      weekAtMost: hoursOfWeek(day, terms.now, limits),
      allowed: moreHoursOf(responder, terms.now),
    },
    gaps: { inDay: limits.gapInDay, overnight: limits.gapOvernight },
    spans: spansOf(limits),
    break: breakOf(responder, terms),
    coolDown: restView(responder, terms),
    heavy: {
      inARow: day.heavyInARow,
      inARowAtMost: limits.heavyInARow,
      sinceCheckIn: day.heavySinceCheckIn,
      sinceCheckInAtMost: limits.heavySinceCheckIn,
    },
    capacity: { units, reason, conversationsHeld: responder.conversationsHeld },
    contactWantedAt: responder.contactWantedAt,
    training: trainingStatus(responder.training, terms.now, responder.neededModules),
    mutedTopics: topicsOf(responder.mutedTopics),
  };
};

const spansOf = (limits: WellbeingLimits): Wellbeing['spans'] => {
  const { workBeforeBreak, breakFor, breakDelay, quietAfter, quietExtended, restAfterHeavy, hideAfter } =
    limits;
  return { workBeforeBreak, breakFor, breakDelay, quietAfter, quietExtended, restAfterHeavy, hideAfter };
};

/** Who allowed more hours in this week, and until when. Null when no one did, or it has ended. */
export const moreHoursOf = (
  { day, moreHoursBy }: StoredResponder,
  now: Instant,
): Wellbeing['hours']['allowed'] =>
  hasMoreHours(day, now) && day.moreHoursUntil !== null
    ? { by: moreHoursBy ?? '', until: day.moreHoursUntil }
    : null;

const shiftOf = ({ shift, day }: StoredResponder): Wellbeing['shift'] => {
  if (shift === null) return null;
  const { beganAt, endsAt, checkIn, takesSurge } = shift;
  return { beganAt, endsAt, offersStopAt: offersStopAt(day) ?? endsAt, checkIn, takesSurge };
};

const breakOf = ({ day }: StoredResponder, { now, limits }: Terms): Wellbeing['break'] => {
  const dueAt = breakDueAt(day, now, limits);
  return {
    dueAt: dueAt === null ? null : instant(Math.round(dueAt)),
    isWanted: day.breakWanted,
    canDelay:
      day.openFor >= limits.workBeforeBreak && day.breakDelayedUntil === null && day.onBreakUntil === null,
    canEnd: day.onBreakUntil !== null && day.openFor < limits.workBeforeBreak,
    until: day.onBreakUntil,
  };
};

const restView = ({ day }: StoredResponder, { now, limits }: Terms): Wellbeing['coolDown'] => {
  const rest = coolDownOf(day, now, limits);
  return rest === null
    ? null
    : { ...rest, canExtend: rest.reason === 'after_conversation' && !day.quietExtended };
};
