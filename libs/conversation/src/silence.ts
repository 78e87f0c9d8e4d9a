import { MINUTE, type Instant } from '@warmline/kernel';

/** A visitor is told that it had been quiet only after this long (ms) of their silence. */
export const QUIET_BEFORE_END = 15 * MINUTE;

/**
 * How long the visitor has said nothing (ms): since our first reply to their last message. While they wait for us they are
 * not silent, so without a reply it is 0.
 */
export const silenceOf = (firstReplyAt: Instant | null, now: Instant): number =>
  firstReplyAt === null ? 0 : Math.max(0, now - firstReplyAt);
