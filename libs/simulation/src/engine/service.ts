import { later, type Instant, type StaffId } from '@warmline/kernel';
import {
  AGAIN_AFTER_DECLINE,
  termsOf,
  type Proposal,
  type QueueEntry,
  type Situation,
} from '@warmline/routing';
import {
  freeRoom,
  minutesBetween,
  returningSlots,
  virtualOutcome,
  type PlannedSlots,
} from '@warmline/waiting-time';
import type { Chance } from '../chance/chance';
import type { Policy } from '../policy';
import type { SimulatedContact } from '../trace';
import type { Agenda } from './agenda';
import { answerOf, AWAY, MISSES_UNTIL_AWAY, type Answer } from './answering';
import type { Floor } from './floor';
import type { Foresight } from './foresight';
import { inversionsIn } from './inversions';
import type { Line, Waiting } from './line';
import { NOTHING_ANNOUNCED, type Announced, type ContactRecord } from './record';
import type { ResponderAtWork } from './responder-at-work';
import type { Supervisors } from './supervisors';

export interface Parts {
  readonly agenda: Agenda;
  readonly line: Line;
  readonly floor: Floor;
  readonly foresight: Foresight;
  readonly supervisors: Supervisors;
  readonly chance: Chance;
  readonly policy: Policy;
  readonly plannedAt: (now: Instant) => readonly PlannedSlots[];
}

/** The queue and its responders: people come, are offered, answered, or leave. */
export class Service {
  readonly records: ContactRecord[] = [];
  inversions = 0;
  decisions = 0;
  /** Band 1 taken above capacity. */
  surges = 0;

  constructor(private readonly parts: Parts) {}

  arrive(contact: SimulatedContact, now: Instant): void {
    const { agenda, line, foresight } = this.parts;
    const { conversation, band, topics } = contact;
    const entry: QueueEntry = { conversation, band, topics, enteredAt: contact.arrivesAt };
    foresight.arrived(band, now);
    const record: ContactRecord = {
      contact,
      announced: this.announce(entry, now),
      ending: null,
      trueWait: null,
    };
    this.records.push(record);
    const leaves = agenda.enter(later(now, contact.patience), (then) => this.leave(waiting, then));
    const waiting: Waiting = { entry, contact, record, leaves, isOffered: false, unanswered: [] };
    line.enter(waiting);
    this.match(now);
  }

  /** One round of matching, as the matcher makes one after every change. */
  match(now: Instant): void {
    const { line, policy, supervisors } = this.parts;
    // With nobody in line, tombstones included, there is nothing to decide.
    if (line.isEmpty) return;
    const situation = this.situation(now);
    const { proposals, calls } = policy(situation);
    this.decisions += proposals.length;
    this.inversions += inversionsIn(situation, proposals);
    for (const stone of line.reached(situation, proposals)) {
      const outcome = virtualOutcome(stone, now);
      stone.record.trueWait = outcome.trueWait;
      this.parts.foresight.learnt(outcome);
    }
    for (const proposal of proposals) this.offer(proposal, now);
    for (const conversation of calls) {
      const waiting = line.waiting.get(conversation);
      if (waiting !== undefined)
        supervisors.call(waiting, now, (then) => this.takenBySupervisor(waiting, then));
    }
  }

  /** Matches again at `at`, when a responder becomes free or may be asked again. */
  matchLater(at: Instant): void {
    this.parts.agenda.enter(at, (then) => this.match(then));
  }

  private situation(now: Instant): Situation {
    const { line, floor } = this.parts;
    return {
      now,
      waiting: line.unoffered(),
      // Only band 1 is offered above capacity, so only band 1 needs full responders.
      free: floor.free(now, { full: line.hasFirst }),
      unanswered: line.unanswered(),
      heldBefore: new Map(),
    };
  }

  private announce(entry: QueueEntry, now: Instant): Announced {
    const { foresight, plannedAt } = this.parts;
    if (!foresight.announces) return NOTHING_ANNOUNCED;
    const situation = this.situation(now);
    const terms = termsOf(situation);
    return foresight.announce({
      now,
      entry,
      waiting: [...situation.waiting, entry],
      free: freeRoom(situation.free, terms),
      returning: returningSlots(situation.free, terms),
      planned: plannedAt(now),
    });
  }

  private takenBySupervisor(waiting: Waiting, now: Instant): boolean {
    if (!this.parts.line.isWaiting(waiting)) return false;
    this.accepted(waiting, null, now);
    return true;
  }

  private accepted(waiting: Waiting, staff: StaffId | null, now: Instant): void {
    const { line, foresight } = this.parts;
    line.leave(waiting);
    waiting.leaves.calledOff = true;
    const trueWait = minutesBetween(waiting.contact.arrivesAt, now);
    waiting.record.ending = { kind: 'answered', at: now, staff };
    waiting.record.trueWait = trueWait;
    foresight.waited(trueWait, false);
    foresight.learnt({ band: waiting.contact.band, raw: waiting.record.announced.raw, trueWait });
  }

  private offer(proposal: Proposal, now: Instant): void {
    const { agenda, line, floor, chance } = this.parts;
    const waiting = line.waiting.get(proposal.conversation);
    if (waiting === undefined) return;
    const responder = floor.responder(proposal.staff);
    [responder.isAsked, waiting.isOffered] = [true, true];
    const answer = answerOf(chance);
    const after = answer.kind === 'expired' ? proposal.opensFor : answer.after;
    agenda.enter(later(now, after), (then) => {
      [responder.isAsked, waiting.isOffered] = [false, false];
      // The offer is withdrawn if the visitor left or a supervisor took them.
      if (line.isWaiting(waiting)) this.answered(waiting, responder, { kind: answer.kind, at: then });
      if (proposal.surge && answer.kind === 'accepted') this.surges += 1;
      this.match(then);
    });
  }

  private answered(
    waiting: Waiting,
    responder: ResponderAtWork,
    { kind, at }: { kind: Answer['kind']; at: Instant },
  ): void {
    const { staff } = responder.duty;
    if (kind === 'accepted') {
      responder.take(waiting.contact, at);
      return this.accepted(waiting, staff, at);
    }
    waiting.unanswered.push({ conversation: waiting.entry.conversation, staff, outcome: kind, at });
    if (kind === 'declined') this.matchLater(later(at, AGAIN_AFTER_DECLINE));
    else this.missed(responder, at);
  }

  private missed(responder: ResponderAtWork, at: Instant): void {
    responder.missedInARow += 1;
    if (responder.missedInARow < MISSES_UNTIL_AWAY) return;
    responder.missedInARow = 0;
    responder.awayUntil = later(at, AWAY);
    this.matchLater(responder.awayUntil);
  }

  private leave(waiting: Waiting, now: Instant): void {
    const { line, foresight } = this.parts;
    line.leave(waiting);
    line.bury(waiting);
    waiting.record.ending = { kind: 'left', at: now, staff: null };
    foresight.waited(minutesBetween(waiting.contact.arrivesAt, now), true);
    this.match(now);
  }
}
