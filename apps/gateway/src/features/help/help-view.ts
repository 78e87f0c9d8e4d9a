import { Injectable } from '@nestjs/common';
import type { HelpCall, HelpView } from '@warmline/contracts';
import { SURGE_OPEN_FOR } from '@warmline/help';
import type { StaffPrincipal } from '@warmline/identity';
import { MINUTE, type ServiceId, type StaffId } from '@warmline/kernel';
import { ComplaintReadModel, HelpReadModel, type StoredHelp, type StoredHelpCall } from '@warmline/postgres';
import { LiveIndex, staffPresence, visitorPresence, type Presence } from '@warmline/redis';
import { settleWithin } from '../../core/async/timeout';
import { rounded } from '../../core/rounded';
import { RoutingTerms } from '../../staffing/routing-terms';
import { EndingViews } from '../ending';
import { ConversationTexts } from '../timeline';

/** The view waits this long (ms), at most, to know who is present. */
const LOOKED_FOR = 1_000;

/** A visitor whose last word has had no reply for so long (ms) is on the supervisors' list: docs/spec/routing.md#unanswered. */
const UNANSWERED_AFTER = 5 * MINUTE;
const UNANSWERED_IN_DANGER_AFTER = 3 * MINUTE;

/** The person a view is for. */
export type Looking = Pick<StaffPrincipal, 'staff' | 'role'>;

/** Pages that are connected. Null when presence is unknown. */
type Here = ReadonlySet<Presence> | null;

/** Calls for help and surge requests, as each person may see them. */
@Injectable()
export class HelpViews {
  constructor(
    private readonly readings: HelpReadModel,
    private readonly texts: ConversationTexts,
    private readonly index: LiveIndex,
    private readonly endings: EndingViews,
    private readonly complaints: ComplaintReadModel,
    private readonly terms: RoutingTerms,
  ) {}

  async loadView(person: StaffPrincipal): Promise<HelpView> {
    return (await this.loadService(person.service, person.role === 'supervisor'))(person);
  }

  /** Reads once for everyone of a service. The answer makes each person's view. */
  async loadService(service: ServiceId, hasSupervisors: boolean): Promise<(person: Looking) => HelpView> {
    const { limits, timers } = this.terms;
    const { quietAfter, quietExtended, restAfterHeavy } = limits;
    const spans = {
      ...{ quietAfter, quietExtended, restAfterHeavy },
      unanswered: timers.scaled(UNANSWERED_AFTER),
      unansweredInDanger: timers.scaled(UNANSWERED_IN_DANGER_AFTER),
      asked: timers.scaled(SURGE_OPEN_FOR),
      danger: timers.dangerHeardAfter,
      dangerAgain: timers.alarmAgain,
      away: timers.alarmAgain,
    };
    const stored = await this.readings.loadHelp(service, spans, hasSupervisors);
    const endingsOf = await this.endings.loadService(service, hasSupervisors);
    const complaints = hasSupervisors ? await this.complaints.loadOpen(service) : [];
    const complaintsOpen = hasSupervisors ? (await this.complaints.countKept(service)).open : 0;
    const here = await this.present(stored);
    const calls = await Promise.all(stored.calls.map((call) => this.callOf(call)));
    const unanswered = await Promise.all(stored.unanswered.map((one) => this.unansweredOf(one)));
    const silent = await Promise.all(
      stored.silent.map(async (one) => ({ ...(await this.unansweredOf(one)), rings: one.rings })),
    );
    const shiftsOver = await Promise.all(stored.shiftsOver.map((one) => this.unansweredOf(one)));
    const told = { unanswered, silent, shiftsOver, inDanger: inDangerNow(stored, here).map(inDangerOf) };
    return ({ staff, role }) => {
      const isSupervisor = role === 'supervisor';
      return {
        now: Math.round(stored.now),
        mine: calls.filter(({ calledBy }) => calledBy.id === staff),
        calls: isSupervisor ? calls : [],
        supervisorsHere: supervisorsHere(stored, staff, here),
        ...(isSupervisor ? { ...told, ...noticesOf(stored) } : NO_NOTICES),
        complaints: isSupervisor ? complaints.map(({ id, at }) => ({ id, at: Math.round(at) })) : [],
        complaintsOpen: isSupervisor ? complaintsOpen : 0,
        endings: endingsOf({ staff, role }),
        asked: askedOf(stored, staff),
        answers: isSupervisor ? answersOf(stored, here) : null,
        ...decidedOf(stored, staff),
      };
    };
  }

  /** Null when Redis does not answer: presence is unknown, and no one is declared gone. */
  private async present({ supervisors, everyone, inDanger }: StoredHelp): Promise<Here> {
    const people = [...new Set([...supervisors, ...(everyone?.invited ?? [])])].map(staffPresence);
    const visitors = inDanger.map(({ conversation }) => visitorPresence(conversation));
    let here: Here = null;
    const looking = this.index.presentAmong([...people, ...visitors]).then((members) => {
      here = members;
    });
    await settleWithin(LOOKED_FOR, looking);
    return here;
  }

  private async unansweredOf(
    stored: StoredHelp['unanswered'][number],
  ): Promise<HelpView['unanswered'][number]> {
    const { conversation, nameSealed, responderId, responderName, since } = stored;
    return {
      conversationId: conversation,
      visitorName: await this.texts.nameOf(conversation, nameSealed),
      responder: { id: responderId, name: responderName },
      since: Math.round(since),
    };
  }

  private async callOf(stored: StoredHelpCall): Promise<HelpCall> {
    const { id, conversation, urgency, because, rings, answeredById, answeredByName, answeredAt } = stored;
    return {
      id,
      conversationId: conversation,
      visitorName: conversation === null ? '' : await this.texts.nameOf(conversation, stored.nameSealed),
      urgency,
      because,
      calledBy: { id: stored.calledById, name: stored.calledByName },
      calledAt: Math.round(stored.calledAt),
      answered:
        answeredById === null || answeredAt === null
          ? null
          : { by: { id: answeredById, name: answeredByName ?? '' }, at: Math.round(answeredAt) },
      joinedAt: rounded(stored.joinedAt),
      isThere: stored.isThere,
      rings,
    };
  }
}

type Notices = Pick<
  HelpView,
  | 'unanswered'
  | 'shiftsOver'
  | 'inDanger'
  | 'silent'
  | 'everyoneAway'
  | 'missedOffers'
  | 'onCallFailing'
  | 'late'
>;

const NOT_LATE: HelpView['late'] = { erasure: false, log: false };

/** What only supervisors are told. */
const NO_NOTICES: Notices = {
  unanswered: [],
  shiftsOver: [],
  inDanger: [],
  silent: [],
  everyoneAway: null,
  missedOffers: [],
  onCallFailing: 0,
  late: NOT_LATE,
};

const noticesOf = ({
  everyoneAway,
  missedOffers,
  onCallFailing,
  late,
}: StoredHelp): Pick<Notices, 'everyoneAway' | 'missedOffers' | 'onCallFailing' | 'late'> => ({
  everyoneAway: everyoneAway && { waiting: everyoneAway.waiting, since: Math.round(everyoneAway.since) },
  missedOffers: missedOffers.map(({ responderId, responderName, at }) => ({
    responder: { id: responderId, name: responderName },
    at: Math.round(at),
  })),
  onCallFailing,
  late: late ?? NOT_LATE,
});

/** Nobody is called to a page that is gone. While presence is unknown everyone is shown. */
const inDangerNow = ({ inDanger }: StoredHelp, here: Here): StoredHelp['inDanger'] =>
  inDanger.filter(({ conversation }) => here?.has(visitorPresence(conversation)) ?? true);

const inDangerOf = ({ conversation, since, rings }: StoredHelp['inDanger'][number]) => ({
  conversationId: conversation,
  since: Math.round(since),
  rings,
});

const supervisorsHere = ({ supervisors }: StoredHelp, but: StaffId, here: Here): number | null =>
  here === null ? null : supervisors.filter((id) => id !== but && here.has(staffPresence(id))).length;

const askedOf = ({ everyone }: StoredHelp, staff: StaffId): HelpView['asked'] => {
  if (everyone?.isNeeded !== true || !everyone.invited.includes(staff)) return null;
  if (everyone.answers.some((answer) => answer.staff === staff)) return null;
  return { id: everyone.id, by: everyone.byName, at: Math.round(everyone.at) };
};

const answersOf = ({ everyone }: StoredHelp, here: Here): HelpView['answers'] => {
  if (everyone === null) return null;
  const { id, byName, at, invited, answers } = everyone;
  const answered = answers.map(({ staff }) => staff);
  return {
    id,
    by: byName,
    at: Math.round(at),
    // A person who is not present was not reached.
    invited: new Set([...invited.filter((id) => here?.has(staffPresence(id)) ?? true), ...answered]).size,
    can: answers.filter(({ can }) => can).map(({ name }) => name),
    cannot: answers.filter(({ can }) => !can).length,
  };
};

const decidedOf = (
  { decided }: StoredHelp,
  staff: StaffId,
): Pick<HelpView, 'breakCalledBy' | 'shiftClosed'> => {
  const mine = decided.find((one) => one.staff === staff);
  if (mine === undefined) return { breakCalledBy: null, shiftClosed: null };
  const { breakCalledBy, shiftClosedBy: by, shiftClosedAt: at } = mine;
  return { breakCalledBy, shiftClosed: by === null || at === null ? null : { by, at: Math.round(at) } };
};
