import { Injectable } from '@nestjs/common';
import type { SilenceSpans } from '@warmline/conversation';
import { ON_CALL_SPANS, type OnCallSpans } from '@warmline/help';
import { HOUR, MINUTE, SECOND } from '@warmline/kernel';
import { NOBODY_ON_HOLD } from '@warmline/opening';
import { HOLDING_LEASE, RESERVED_PLACE_SPANS, OUTAGE, type ReservedPlaceSpans } from '@warmline/postgres';
import { PRESENCE_LEASE } from '@warmline/redis';
import { QUIET_AFTER, AGAIN_AFTER_DECLINE, SEEN_AFTER, WISHES_HOLD } from '@warmline/routing';
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

  /** The server sends the pings, since hidden tabs throttle their own timers. */
  get pingInterval(): number {
    return this.scaled(5 * SECOND);
  }

  /** A page that has not answered a ping for this long has lost its connection. */
  get pingTimeout(): number {
    return this.scaled(10 * SECOND);
  }

  /** An answer to a ping counts for this long: one ping and a little. */
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

  /** How often pages connected here are compared with Postgres. A lost hint costs at most this. */
  get pagePollInterval(): number {
    return this.scaled(3 * SECOND);
  }

  /** After the index was lost, every gateway has reconnected and renewed its presence within this time. */
  get presenceSettleTime(): number {
    return this.scaled(5 * SECOND);
  }

  /** How often the worker runs its jobs. It bounds the cost of a lost notification or alarm. */
  get workerInterval(): number {
    return this.scaled(2 * SECOND);
  }

  /** A longer gap between two runs was an outage of the server: no one could renew, so no one counts as gone. */
  get outageGap(): number {
    return this.scaled(OUTAGE);
  }

  /**
   * Postgres ends a transaction that is idle for this long: its process is gone. Inside one a change waits for Postgres and
   * nothing else but a list that is judged in its thread, and notes for the index in Redis: both fail by then. Never so short that a busy machine is too slow.
   */
  get idleInTransactionTimeout(): number {
    return Math.max(ABANDONED_LEAST, this.scaled(5 * SECOND));
  }

  /** A conversation is not offered again for this long to a person who declined it. */
  get restAfterDecline(): number {
    return this.scaled(AGAIN_AFTER_DECLINE);
  }

  /** A visitor's wishes are dropped after this long. */
  get wishesLast(): number {
    return this.scaled(WISHES_HOLD);
  }

  /** A visitor who has written nothing for this long counts as half a load. */
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

  /** How often waits are estimated. What visitors are told is never older than two seconds. */
  get waitEstimateInterval(): number {
    return this.scaled(1.5 * SECOND);
  }

  /** A number on a waiting visitor's page is shown for at least this long, unless an apology replaces it. */
  get shownAtLeast(): number {
    return this.scaled(SHOWN_AT_LEAST);
  }

  /** How long a visitor of band 3 stays in the queue while no one is on. */
  get nobodyOnWait(): number {
    return this.scaled(NOBODY_ON_HOLD);
  }

  /** A page that answers for this long shows that someone is there. */
  get seenAfter(): number {
    return this.scaled(SEEN_AFTER);
  }

  /** The history of waits is read again after this long, or when a wait has ended. */
  get waitHistoryMaxAge(): number {
    return this.scaled(20 * SECOND);
  }

  /** How often expired conversations are erased, and keys of past days destroyed. */
  get retentionInterval(): number {
    return this.scaled(MINUTE);
  }

  /** How often what was refused is written to the audit. */
  get refusalAuditInterval(): number {
    return this.scaled(MINUTE);
  }

  /** How often new audit rows enter the log, and how often at most it is signed. */
  get sequenceInterval(): number {
    return this.scaled(SECOND);
  }

  /** How often at most a webhook is told of the newest checkpoint. */
  get checkpointWebhookInterval(): number {
    return this.scaled(10 * SECOND);
  }

  /** Of a visitor's silence. */
  silence(spans: SilenceSpans): SilenceSpans {
    const { ask, askAgain, end, between, moreTime, seenEvery } = spans;
    return {
      ask: this.scaled(ask),
      askAgain: this.scaled(askAgain),
      end: this.scaled(end),
      between: this.scaled(between),
      moreTime: this.scaled(moreTime),
      seenEvery: this.scaled(seenEvery),
    };
  }

  /** How long a responder has after a quick exit before the conversation ends by itself. */
  get quickExitGrace(): number {
    return this.scaled(2 * MINUTE);
  }

  /** How long a place is reserved for a visitor whose page is away, in the queue or in a conversation. */
  get reservedPlaces(): ReservedPlaceSpans {
    return {
      waiting: this.scaled(RESERVED_PLACE_SPANS.waiting),
      waitingUrgent: this.scaled(RESERVED_PLACE_SPANS.waitingUrgent),
      waitingUnseen: this.scaled(RESERVED_PLACE_SPANS.waitingUnseen),
      talking: this.scaled(RESERVED_PLACE_SPANS.talking),
      seenEvery: this.scaled(RESERVED_PLACE_SPANS.seenEvery),
    };
  }

  /** When on-call contacts are told, and told again. */
  get onCall(): OnCallSpans {
    const { alone, again, apart } = ON_CALL_SPANS;
    return { alone: this.scaled(alone), again: this.scaled(again), apart: this.scaled(apart) };
  }

  /** Supervisors are alarmed about a waiting visitor in danger after so long: docs/rules/safety.md#saf1-danger-is-heard. */
  get dangerHeardAfter(): number {
    return this.scaled(10 * SECOND);
  }

  /** An alarm that nobody acted on sounds again after so long. */
  get alarmAgain(): number {
    return this.scaled(30 * SECOND);
  }

  /** How often reviews are drawn: what ended since is planned within this time. */
  get reviewDrawInterval(): number {
    return this.scaled(HOUR);
  }

  /** A socket's session is checked again after this long. A sign-out is told at once by a hint. */
  get sessionRecheckInterval(): number {
    return this.scaled(10 * SECOND);
  }
}
