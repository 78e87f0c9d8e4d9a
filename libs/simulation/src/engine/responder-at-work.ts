import { elapsed, later, type Instant } from '@warmline/kernel';
import {
  freshResponder,
  hasRoom,
  load,
  nextAsk,
  WISHES_HOLD,
  type Caseload,
  type Responder,
} from '@warmline/routing';
import { WELLBEING } from '@warmline/wellbeing';
import type { SimulatedContact } from '../trace';
import type { Agenda, Appointment } from './agenda';
import type { Duty } from './duty';
import { Shift } from './shift';

/** One responder's time with one visitor. */
export interface Holding {
  readonly contact: SimulatedContact;
  readonly acceptedAt: Instant;
  /** Handle time still to come if it were the only conversation (ms), as of `since`. */
  remaining: number;
  since: Instant;
  ends: Appointment;
}

export type OnEnd = (responder: ResponderAtWork, holding: Holding, now: Instant) => void;

/** A responder during one shift: what they hold, how fast it goes, and what matching reads of them. */
export class ResponderAtWork {
  readonly holdings: Holding[] = [];
  /** They have an open offer. */
  isAsked = false;
  missedInARow = 0;
  /** After missed offers (ms). */
  awayUntil: Instant;
  private readonly shift: Shift;
  private freeSince: Instant;

  constructor(
    readonly duty: Duty,
    private readonly agenda: Agenda,
    private readonly slowdown: number,
    private readonly onEnd: OnEnd,
  ) {
    [this.freeSince, this.awayUntil] = [duty.from, duty.from];
    this.shift = new Shift(duty);
  }

  take(contact: SimulatedContact, now: Instant): void {
    this.letTimePass(now);
    this.shift.begin(contact, now);
    const ends = this.agenda.enter(now, () => undefined);
    this.holdings.push({ contact, acceptedAt: now, remaining: contact.work, since: now, ends });
    [this.freeSince, this.missedInARow] = [now, 0];
    this.reckonEnds(now);
  }

  /** The responder as Postgres would store them. */
  asResponder(now: Instant): Responder {
    return {
      ...freshResponder(this.duty.staff, this.freeSince),
      capacity: this.duty.capacity,
      caseload: this.caseload(),
      day: this.shift.asOf(now),
    };
  }

  /** For one more standard conversation. */
  hasRoom(): boolean {
    return hasRoom(load(this.caseload()), this.duty.capacity, 3);
  }

  caseload(): Caseload {
    const answerFirst = this.holdings.filter(({ contact }) => contact.band === 1).length;
    return { standard: this.holdings.length - answerFirst, answerFirst, wrapUps: 0 };
  }

  /** When quiet times and breaks are over; null when offers have stopped for another reason. */
  mayBeAskedAgainAt(now: Instant): Instant | null {
    const terms = { now, limits: WELLBEING, wishesHold: WISHES_HOLD };
    const next = nextAsk(this.asResponder(now), terms);
    return next === null ? now : next.at;
  }

  private letTimePass(now: Instant): void {
    for (const holding of this.holdings) {
      holding.remaining -= elapsed(holding.since, now) / this.pace();
      holding.since = now;
    }
  }

  /** How many ms a ms of work takes now. */
  private pace(): number {
    return 1 + this.slowdown * Math.max(0, this.holdings.length - 1);
  }

  private reckonEnds(now: Instant): void {
    for (const holding of this.holdings) {
      holding.ends.calledOff = true;
      const end = later(now, Math.max(0, holding.remaining) * this.pace());
      holding.ends = this.agenda.enter(end, (then) => this.end(holding, then));
    }
  }

  private end(holding: Holding, now: Instant): void {
    this.letTimePass(now);
    this.holdings.splice(this.holdings.indexOf(holding), 1);
    this.reckonEnds(now);
    this.freeSince = now;
    this.shift.end(holding.contact, now, this.holdings.length);
    this.onEnd(this, holding, now);
  }
}
