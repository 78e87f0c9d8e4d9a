import { MINUTE, SECOND, type Instant } from '@warmline/kernel';

export interface OnCallSpans {
  /** On-call contacts are told when no supervisor was connected for this long (ms) while someone needs one. */
  readonly alone: number;
  /** They are told again after this long (ms), until someone acts. */
  readonly again: number;
  /** Someone else who needs help is told of at once, but never sooner than this (ms) after the message before. */
  readonly apart: number;
}

export const ON_CALL_SPANS: OnCallSpans = { alone: 30 * SECOND, again: 5 * MINUTE, apart: MINUTE };

/** Someone who needs a supervisor: a visitor in danger whom nobody has taken, or an open call for help. */
export interface Need {
  /** Since when supervisors are alarmed about it. */
  readonly since: Instant;
}

export interface OnCallMoment {
  readonly now: Instant;
  /** When a supervisor was last connected; null for never. */
  readonly supervisorSeenAt: Instant | null;
}

/** From when on nobody connected could hear of this need for long enough. */
const unheardFrom = ({ since }: Need, { supervisorSeenAt }: OnCallMoment, { alone }: OnCallSpans): number =>
  Math.max(since, supervisorSeenAt ?? since) + alone;

/** The needs that no supervisor was connected to hear, for long enough. */
export const unheardNeeds = <Each extends Need>(
  needs: readonly Each[],
  moment: OnCallMoment,
  spans: OnCallSpans = ON_CALL_SPANS,
): Each[] => needs.filter((need) => unheardFrom(need, moment, spans) <= moment.now);

/**
 * Whether an on-call contact who was last told at `toldAt` (null for never) is told now. The message names nobody, so one
 * message covers everyone who needs help at that moment.
 */
export const isOnCallDue = (
  needs: readonly Need[],
  { toldAt, ...moment }: OnCallMoment & { readonly toldAt: Instant | null },
  spans: OnCallSpans = ON_CALL_SPANS,
): boolean => {
  const unheard = unheardNeeds(needs, moment, spans);
  if (unheard.length === 0) return false;
  if (toldAt === null) return true;
  const isNews = unheard.some((need) => unheardFrom(need, moment, spans) > toldAt);
  return moment.now - toldAt >= (isNews ? Math.min(spans.apart, spans.again) : spans.again);
};

/** Tries of one message, at most. */
export const ON_CALL_TRIES = 5;

/** How long (ms) until a message that was tried `tries` times is tried again: 5, 10, 20, 40 s. Null when it is given up. */
export const onCallRetryAfter = (tries: number): number | null =>
  tries >= ON_CALL_TRIES ? null : 5 * SECOND * 2 ** (tries - 1);
