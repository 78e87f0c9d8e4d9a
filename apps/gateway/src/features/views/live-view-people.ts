import { Injectable } from '@nestjs/common';
import type { LiveView, Obstacle } from '@warmline/contracts';
import { instant, MINUTE, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import {
  WaitingVisitorReadModel,
  WorkingDayReadModel,
  type StoredLiveView,
  type StoredResponder,
} from '@warmline/postgres';
import {
  capacityOf,
  DEFAULT_CAPACITY,
  inAnswerOrder,
  load,
  obstacles,
  personalObstacles,
  TARGET_MINUTES,
  toBeObserved,
  type QueueEntry,
  type Terms,
} from '@warmline/routing';
import { breakDueAt, hoursOfWeek, trainingStatus } from '@warmline/wellbeing';
import { RoutingTerms } from '../../staffing/routing-terms';
import { moreHoursOf } from '../wellbeing';

type Waiting = StoredLiveView['waiting'][number];
type PersonStatus = Pick<
  LiveView['people'][number],
  'obstacles' | 'capacityNow' | 'load' | 'breakDueAt' | 'training' | 'week' | 'contactWantedAt' | 'toObserve'
>;
type WhyNobody = LiveView['waiting'][number]['whyNobody'];

/** How each person of a service is doing, and why a waiting visitor is offered to no one. */
export interface LiveViewStatuses {
  of(staff: StaffId): PersonStatus;
  whyNobody(row: Waiting): WhyNobody;
  /** Why a supervisor should observe this person's conversations. Null when they need not. */
  toObserve(staff: StaffId): LiveView['conversations'][number]['toObserve'];
  calledAt(conversation: ConversationId): number | null;
}

const UNKNOWN: PersonStatus = {
  obstacles: [],
  capacityNow: DEFAULT_CAPACITY,
  load: 0,
  breakDueAt: null,
  training: [],
  week: { worked: 0, atMost: 0, allowed: null },
  contactWantedAt: null,
  toObserve: null,
};
const plain = (reason: Obstacle['reason']): Obstacle => ({ reason, until: null, lacks: null });

/** Why a person gets no offers, and why a waiting visitor is offered to no one. */
@Injectable()
export class LiveViewPeople {
  constructor(
    private readonly days: WorkingDayReadModel,
    private readonly visitors: WaitingVisitorReadModel,
    private readonly terms: RoutingTerms,
  ) {}

  /** `present`: whose console is connected. */
  async loadPeople(service: ServiceId, present: (staff: StaffId) => boolean): Promise<LiveViewStatuses> {
    const [people, calls, observed] = await Promise.all([
      this.days.loadWorkingDaysOfService(service),
      this.visitors.loadSupervisorCalls(service),
      this.days.countObservedConversations(service, this.terms.limits.firstConversations),
    ]);
    const judged = people.map((responder) => ({
      responder,
      own: [
        ...staffingOf(responder, present),
        ...personalObstacles(responder, this.terms.termsAt(responder.readAt)),
      ],
    }));
    const byStaff = new Map(judged.map((one) => [one.responder.staff, one]));
    const calledAt = new Map(calls.map((call) => [call.conversation, Math.round(call.calledAt)]));
    return {
      of: (staff) => {
        const found = byStaff.get(staff);
        if (found === undefined) return UNKNOWN;
        return this.personOf(found.responder, found.own, observed.get(staff) ?? 0);
      },
      toObserve: (staff) => {
        const found = byStaff.get(staff);
        return found === undefined ? null : toBeObserved(found.responder, this.terms.limits);
      },
      whyNobody: (row) => judged.flatMap(({ responder, own }) => this.whyNot(row, responder, own)),
      calledAt: (conversation) => calledAt.get(conversation) ?? null,
    };
  }

  private personOf(responder: StoredResponder, own: Obstacle[], observed: number): PersonStatus {
    const { now, limits } = this.terms.termsAt(responder.readAt);
    const { day, conversationsHeld: held } = responder;
    const due = breakDueAt(day, now, limits);
    const reason = toBeObserved(responder, limits);
    return {
      obstacles: own,
      capacityNow: capacityOf(responder, limits).units,
      load: load(responder.caseload),
      breakDueAt: due === null ? null : Math.round(due),
      training: trainingStatus(responder.training, now).filter(({ state }) => state !== 'valid'),
      week: {
        worked: Math.round(day.workedInWeek),
        atMost: hoursOfWeek(day, now, limits),
        allowed: moreHoursOf(responder, now),
      },
      contactWantedAt: responder.contactWantedAt,
      toObserve: reason === null ? null : { reason, held, of: limits.firstConversations, observed },
    };
  }

  private whyNot(row: Waiting, responder: StoredResponder, own: readonly Obstacle[]): WhyNobody {
    const terms = this.terms.termsAt(responder.readAt);
    if (!isPastTarget(row, terms)) return [];
    const [weightiest] = [...own, ...obstacles(responder, entryOf(row, this.terms), terms)];
    return weightiest === undefined ? [] : [{ staffId: responder.staff, obstacle: weightiest }];
  }
}

const staffingOf = (
  { staff, availability, beingAsked }: StoredResponder,
  present: (staff: StaffId) => boolean,
): Obstacle[] => [
  ...(present(staff) ? [] : [plain('absent')]),
  ...(availability === 'away' ? [plain('away')] : []),
  ...(beingAsked ? [plain('being_asked')] : []),
];

/** When this wait passes the target of its band (ms). */
export const targetOf = ({ band, waitingSince }: Pick<Waiting, 'band' | 'waitingSince'>): number =>
  Math.round(waitingSince) + TARGET_MINUTES[band] * MINUTE;

/** In the order in which they are answered (docs/spec/routing.md#order); those who are set aside come last. */
export const inOrder = (waiting: readonly Waiting[], now: number): Waiting[] =>
  inAnswerOrder(
    waiting.map((row) => ({
      row,
      conversation: row.conversationId,
      band: row.band,
      hold: row.hold,
      enteredAt: instant(Math.round(row.enteredAt)),
    })),
    instant(now),
  )
    .map(({ row }) => row)
    .sort((left, right) => Number(left.hold === 'set_aside') - Number(right.hold === 'set_aside'));

/** A chat that is set aside is never past its target: it is not offered to anyone. */
const isPastTarget = ({ band, waitingSince, offeredTo, hold }: Waiting, { now }: Terms): boolean =>
  offeredTo === null && hold !== 'set_aside' && now > targetOf({ band, waitingSince });

const entryOf = (row: Waiting, terms: RoutingTerms): QueueEntry =>
  terms.entryOf({
    id: row.conversationId,
    band: row.band,
    enteredAt: instant(Math.round(row.enteredAt)),
    language: row.language,
    wants: row.wants,
    topics: row.topics,
  });
