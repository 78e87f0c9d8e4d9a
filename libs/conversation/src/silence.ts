import { accept, later, MINUTE, type Accepted, type Instant } from '@warmline/kernel';
import type { Conversation } from './conversation';
import { mustEndByPerson } from './danger';
import type { ConversationEvent } from './events';

/** A visitor is told that it had been quiet only after this long (ms) of their silence. */
export const QUIET_BEFORE_END = 15 * MINUTE;

/** What silence is measured against (ms). */
export interface SilenceSpans {
  /** Of silence until the visitor is asked whether they are there, and until they are asked again. */
  readonly ask: number;
  readonly askAgain: number;
  /** Of silence until the conversation ends by itself, unless they are in danger. */
  readonly end: number;
  /** Between two of these steps, and after our own last word, at least. */
  readonly between: number;
  /** For which "more time" stops the count. */
  readonly moreTime: number;
  /** How old (ms) the newest record of a page that is connected may be. */
  readonly seenEvery: number;
}

export const SILENCE_SPANS: SilenceSpans = {
  ask: 5 * MINUTE,
  askAgain: 10 * MINUTE,
  end: QUIET_BEFORE_END,
  between: 5 * MINUTE,
  moreTime: 10 * MINUTE,
  seenEvery: MINUTE + 5_000,
};

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What decides how long a visitor has been silent. Every time is the database's. */
export interface SilenceFacts {
  /** Of the person who holds the conversation, to the visitor's last word; null while the visitor waits for us. */
  readonly firstReplyAt: Instant | null;
  /** Our newest message; null before the first. */
  readonly lastReplyAt: Instant | null;
  /** They typed, or said that they are here. */
  readonly hereAt: Instant | null;
  /** They asked for time until then. */
  readonly moreUntil: Instant | null;
  /** Since when our servers have answered without a gap; null while none does. */
  readonly servedSince: Instant | null;
  /** When their page last answered; null before it did. */
  readonly seenAt: Instant | null;
  /** Times in which their page was away. */
  readonly absences: readonly Span[];
  /** How often they were asked whether they are there, and when last: also before the silence that runs now. */
  readonly asked: number;
  readonly askedAt: Instant | null;
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** When the silence that runs now began; null while nothing counts: they wait for us, or our servers are away. */
export const silentSince = (facts: SilenceFacts): Instant | null => {
  const { firstReplyAt, hereAt, moreUntil, servedSince } = facts;
  if (firstReplyAt === null || servedSince === null) return null;
  const times = [firstReplyAt, servedSince, hereAt, moreUntil].filter((time) => time !== null);
  return times.reduce((latest, time) => (time > latest ? time : latest), firstReplyAt);
};

const silenceFrom = (from: Instant, facts: SilenceFacts, { now, seenEvery }: Measured): number => {
  if (facts.seenAt === null) return 0;
  // A page that is away cannot be silent: what came after its last answer is not counted.
  const known = later(facts.seenAt, seenEvery);
  const to = known < now ? known : now;
  const away = facts.absences.reduce((sum, absence) => sum + overlap(absence, { from, to }), 0);
  return Math.max(0, to - from - away);
};

interface Measured {
  readonly now: Instant;
  readonly seenEvery: number;
}

/**
 * How long the visitor has been silent (ms): since our first reply to their last word, and since they last typed, said that
 * they are here, or had the time they asked for. Time in which they waited for us, in which their page was away, or before our
 * own outage was over, never counts.
 */
export const silenceOf = (facts: SilenceFacts, measured: Measured): number => {
  const since = silentSince(facts);
  return since === null ? 0 : silenceFrom(since, facts, measured);
};

/** How often they were asked in the silence that runs now: 0, 1 or 2. Who answers begins a new silence. */
export const askedInSilence = (facts: SilenceFacts): number => {
  const since = silentSince(facts);
  return since === null || facts.askedAt === null || facts.askedAt < since ? 0 : facts.asked;
};

type Step = Extract<ConversationEvent, { type: 'silence_asked' | 'conversation_ended' }>;

interface At {
  readonly spans: SilenceSpans;
  readonly at: Instant;
}

const due = (facts: SilenceFacts, { spans, at }: At): 'ask' | 'end' | null => {
  const measured = { now: at, seenEvery: spans.seenEvery };
  const silence = silenceOf(facts, measured);
  const asked = askedInSilence(facts);
  if (asked === 0) return silence >= spans.ask ? 'ask' : null;
  // After an outage the steps still come one by one, so that nobody is ended who was not asked twice.
  const sinceAsked = facts.askedAt === null ? 0 : silenceFrom(facts.askedAt, facts, measured);
  if (sinceAsked < spans.between) return null;
  if (asked === 1) return silence >= spans.askAgain ? 'ask' : null;
  const sinceReply = at - (facts.lastReplyAt ?? at);
  return silence >= spans.end && sinceReply >= spans.between ? 'end' : null;
};

/**
 * The next step of a silence: the visitor is asked whether they are there, is asked again, and the conversation ends kindly.
 * In danger, and after a colleague lowered it, a person decides its end (SAF2). Early, late and repeated calls are harmless.
 */
export const stepSilence = (conversation: Conversation, facts: SilenceFacts, when: At): Accepted<Step> => {
  if (conversation.state !== 'talking' || conversation.visitorLeft) return accept<Step>();
  const step = due(facts, when);
  if (step === null || (step === 'end' && mustEndByPerson(conversation))) return accept<Step>();
  const about = { service: conversation.service, conversation: conversation.id, at: when.at };
  return step === 'ask'
    ? accept<Step>({ type: 'silence_asked', ...about, number: askedInSilence(facts) + 1 })
    : accept<Step>({
        type: 'conversation_ended',
        ...about,
        reason: 'went_quiet',
        by: null,
        epoch: conversation.epoch,
      });
};
