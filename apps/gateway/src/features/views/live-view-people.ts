import { Injectable } from '@nestjs/common';
import type { LiveView, Obstacle } from '@warmline/contracts';
import {
  instant,
  MINUTE,
  type Instant,
  type ConversationId,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
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
  toBeObserved,
  type QueueEntry,
} from '@warmline/routing';
import { TARGET_MINUTES } from '@warmline/vocabulary';
import { breakDueAt, hoursOfWeek, trainingStatus } from '@warmline/wellbeing';
import { RoutingTerms } from '../../staffing/routing-terms';
import { moreHoursOf } from '../wellbeing';

type Waiting = StoredLiveView['waiting'][number];
type PersonStatus = Pick<
  LiveView['people'][number],
  | 'obstacles'
  | 'capacityNow'
  | 'load'
  | 'breakDueAt'
  | 'training'
  | 'week'
  | 'contactWantedAt'
  | 'toObserve'
  | 'firstFeedback'
>;
type WhyNobody = LiveView['waiting'][number]['whyNobody'];

/** How each person of a service is doing, and why a waiting visitor is offered to no one. */
export interface LiveViewStatuses {
  of(staff: StaffId): PersonStatus;
  /** Counted by reason, once the visitor waits past their target. */
  whyNobody(row: Waiting): WhyNobody;
  /** Person by person, also before the target. */
  whoIsHeldBack(row: Waiting): { readonly staff: StaffId; readonly obstacle: Obstacle }[];
  /** Why a supervisor should observe this person's conversations. Null when they need not. */
  toObserve(staff: StaffId): LiveView['conversations'][number]['toObserve'];
  calledAt(conversation: ConversationId): number | null;
}

/** Time on shift is shown in whole quarters of an hour (ms), so that it does not change with every load. */
const WORKED_STEP = 15 * MINUTE;

const UNKNOWN: PersonStatus = {
  obstacles: [],
  capacityNow: DEFAULT_CAPACITY,
  load: 0,
  breakDueAt: null,
  training: [],
  week: { worked: 0, atMost: 0, allowed: null },
  contactWantedAt: null,
  toObserve: null,
  firstFeedback: null,
};
/** In whole minutes, and for a break that is due already the start of the shift: neither changes with every load. */
const shownBreak = (due: Instant | null, now: Instant, beganAt: Instant | null): number | null => {
  if (due === null) return null;
  return due <= now ? Math.floor(beganAt ?? 0) : Math.round(due / MINUTE) * MINUTE;
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
      whyNobody: countsOf(people[0]?.readAt, (row) => this.heldBack(row, judged)),
      whoIsHeldBack: (row) => this.heldBack(row, judged),
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
      breakDueAt: shownBreak(due, now, day.blockBeganAt),
      training: trainingStatus(responder.training, now, responder.neededModules).filter(
        ({ state }) => state !== 'valid',
      ),
      week: {
        worked: Math.floor(day.workedInWeek / WORKED_STEP) * WORKED_STEP,
        atMost: hoursOfWeek(day, now, limits),
        allowed: moreHoursOf(responder, now),
      },
      contactWantedAt: responder.contactWantedAt,
      toObserve: reason === null ? null : { reason, held, of: limits.firstConversations, observed },
      firstFeedback: firstFeedbackOf(responder),
    };
  }

  private heldBack(row: Waiting, judged: readonly Judged[]): { staff: StaffId; obstacle: Obstacle }[] {
    const entry = entryOf(row, this.terms);
    return judged.flatMap(({ responder, own }) => {
      const terms = this.terms.termsAt(responder.readAt);
      const [weightiest] = own.length > 0 ? own : obstacles(responder, entry, terms);
      return weightiest === undefined ? [] : [{ staff: responder.staff, obstacle: weightiest }];
    });
  }
}

const firstFeedbackOf = ({
  firstFeedbackMissing: missing,
  firstFeedbackNext: next,
}: StoredResponder): PersonStatus['firstFeedback'] =>
  next === null || missing === 0 ? null : { missing, ...next };

interface Judged {
  readonly responder: StoredResponder;
  readonly own: readonly Obstacle[];
}

/** Visitors who ask for the same are held back by the same people, so those are judged once. */
const countsOf = (
  now: Instant | undefined,
  heldBack: (row: Waiting) => readonly { readonly obstacle: Obstacle }[],
): ((row: Waiting) => WhyNobody) => {
  const known = new Map<string, WhyNobody>();
  return (row) => {
    if (now === undefined || !isPastTarget(row, now)) return [];
    const { band, language, wants, topics, enteredAt } = row;
    const asks = JSON.stringify([band, language, wants, topics, wants.length > 0 ? enteredAt : null]);
    const counted = known.get(asks) ?? byReason(heldBack(row));
    known.set(asks, counted);
    return counted;
  };
};

const byReason = (held: readonly { readonly obstacle: Obstacle }[]): WhyNobody => {
  const counts = new Map<Obstacle['reason'], number>();
  for (const { obstacle } of held) counts.set(obstacle.reason, (counts.get(obstacle.reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, people]) => ({ reason, people }))
    .sort((one, other) =>
      one.people === other.people ? one.reason.localeCompare(other.reason) : other.people - one.people,
    );
};

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
const isPastTarget = ({ band, waitingSince, offeredTo, hold }: Waiting, now: Instant): boolean =>
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
