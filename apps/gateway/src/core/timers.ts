import { Injectable } from '@nestjs/common';
import { MINUTE, SECOND } from '@warmline/kernel';
import { NOBODY_ON_HOLD } from '@warmline/opening';
import { HOLDING_LEASE, RESERVED_PLACE_SPANS, OUTAGE, type ReservedPlaceSpans } from '@warmline/postgres';
import { PRESENCE_LEASE } from '@warmline/redis';
import { QUIET_AFTER, AGAIN_AFTER_DECLINE, WISHES_HOLD } from '@warmline/routing';
import { SHOWN_AT_LEAST } from '@warmline/waiting-time';
import type { WellbeingLimits } from '@warmline/wellbeing';

/** ms, whatever the scale. */
const ABANDONED_LEAST = 1_500;

/**
 * Every period and deadline of the server, in ms. TIME_SCALE below 1 shortens all of them together, so that a drill or a
 * test sees in seconds what takes minutes in service; nothing else may shorten one alone.
 */
@Injectable()
export class Timers {
  /** `scale` from 0.02 to 1. */
  constructor(private readonly scale: number) {}

  /** Any other span that belongs to this clock: whole ms, at least 1. */
  scaled(span: number): number {
    return Math.max(1, Math.round(span * this.scale));
  }

  /** Ours starts the conversation about who is there: hidden tabs throttle their own timers. */
  get pingInterval(): number {
    return this.scaled(5 * SECOND);
  }

  /** A page that has not answered a ping for this long has lost its line. */
  get pingTimeout(): number {
    return this.scaled(10 * SECOND);
  }

  /** An answer to a ping is as good as new for this long: one ping and a little. */
  get heartbeatValidity(): number {
    return this.scaled(8 * SECOND);
  }

  /** How long a page counts as present after it was last renewed, by the clock of Redis. */
  get presenceLease(): number {
    return this.scaled(PRESENCE_LEASE);
  }

  /** How long a holding outlives its last renewal, by the clock of Postgres. */
  get holdingLease(): number {
    return this.scaled(HOLDING_LEASE);
  }

  /** Between two looks at the truth for pages connected here. What a lost hint costs, at most. */
  get pagePollInterval(): number {
    return this.scaled(3 * SECOND);
  }

  /** After the index was lost, every gateway has its line again and has named who is here. */
  get presenceSettleTime(): number {
    return this.scaled(5 * SECOND);
  }

  /** Between two rounds of the worker: the floor below bells and alarms. */
  get workerInterval(): number {
    return this.scaled(2 * SECOND);
  }

  /** A longer silence between two rounds or ticks was an outage: nobody could renew, so nobody is to blame. */
  get outageGap(): number {
    return this.scaled(OUTAGE);
  }

  /**
   * A transaction whose process says nothing for this long was left behind. Within it a change waits for Postgres and for
   * nobody else; only notes for the index wait for Redis, which fails by then. Never so short that a busy machine is too slow.
   */
  get idleInTransactionTimeout(): number {
    return Math.max(ABANDONED_LEAST, this.scaled(5 * SECOND));
  }

  /** A conversation somebody declined is not shown to them again for this long. */
  get restAfterDecline(): number {
    return this.scaled(AGAIN_AFTER_DECLINE);
  }

  /** Wishes of a visitor for somebody who understands something are let go after this long. */
  get wishesLast(): number {
    return this.scaled(WISHES_HOLD);
  }

  /** A visitor who has said nothing for this long counts half. */
  get quietVisitor(): number {
    return this.scaled(QUIET_AFTER);
  }

  /** The spans within a shift; shifts, days and weeks are the calendar's and stay as long as they are. */
  wellbeing(limits: WellbeingLimits): WellbeingLimits {
    const { workBeforeBreak, breakFor, breakDelay, quietAfter, quietExtended, restAfterHeavy } = limits;
    return {
      ...limits,
      workBeforeBreak: this.scaled(workBeforeBreak),
      breakFor: this.scaled(breakFor),
      breakDelay: this.scaled(breakDelay),
      quietAfter: this.scaled(quietAfter),
      quietExtended: this.scaled(quietExtended),
      restAfterHeavy: this.scaled(restAfterHeavy),
    };
  }

  /** Between two looks at how long everyone waits: what is promised is never older than two seconds. */
  get waitEstimateInterval(): number {
    return this.scaled(1.5 * SECOND);
  }

  /** A number on a waiting visitor's page stands for so long before another takes its place, but for an apology. */
  get shownAtLeast(): number {
    return this.scaled(SHOWN_AT_LEAST);
  }

  /** For how long the place of a standard visitor is kept while nobody is on. */
  get nobodyOnWait(): number {
    return this.scaled(NOBODY_ON_HOLD);
  }

  /** What was learnt from earlier waits is read again after this long, or when one more is over. */
  get waitHistoryMaxAge(): number {
    return this.scaled(20 * SECOND);
  }

  /** How long a responder has after a quick exit before the conversation ends by itself. */
  get quickExitGrace(): number {
    return this.scaled(2 * MINUTE);
  }

  /** For how long the place of a visitor is kept whose page is away, waiting or in a talk. */
  get reservedPlaces(): ReservedPlaceSpans {
    return {
      waiting: this.scaled(RESERVED_PLACE_SPANS.waiting),
      waitingUrgent: this.scaled(RESERVED_PLACE_SPANS.waitingUrgent),
      talking: this.scaled(RESERVED_PLACE_SPANS.talking),
      seenEvery: this.scaled(RESERVED_PLACE_SPANS.seenEvery),
    };
  }

  /** A socket's session is asked for again after this long; signing out is told at once by a hint. */
  get sessionRecheckInterval(): number {
    return this.scaled(10 * SECOND);
  }
}
