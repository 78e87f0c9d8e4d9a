import { later, type Instant } from '@warmline/kernel';
import { VISITOR_TOKEN_GRACE, type EndReason } from '@warmline/vocabulary';

/** The moments of a conversation that decide whether its visitor's token works. */
export interface TokenLife {
  /** Quick exit in an answered conversation. */
  readonly visitorLeftAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: EndReason | null;
}

/**
 * Whether the visitor's token reads and writes at `now`. It stops at a quick exit, and 5 minutes after any other end.
 * Postgres decides the same in `visitor_token_works`, by its own clock; a spec compares both.
 */
export const visitorTokenWorks = (
  { visitorLeftAt, endedAt, endReason }: TokenLife,
  now: Instant,
): boolean => {
  if (visitorLeftAt !== null || endReason === 'quick_exit') return false;
  return endedAt === null || now < later(endedAt, VISITOR_TOKEN_GRACE);
};
