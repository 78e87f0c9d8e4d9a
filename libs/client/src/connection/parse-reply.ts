import type { Reply } from '@warmline/contracts';

/**
 * An answer from our own server, or null when it is not one. Its value's form is the contract's, which both ends are
 * built from and which the handshake's protocol number guards; only the envelope is looked at here.
 */
export const parseReply = <Value>(raw: unknown): Reply<Value> | null => {
  if (typeof raw !== 'object' || raw === null || !('ok' in raw)) return null;
  if (raw.ok === true && 'value' in raw) return raw as Reply<Value>;
  return 'refusal' in raw && typeof raw.refusal === 'string' ? (raw as Reply<Value>) : null;
};

/** What the server said unasked; the same trust, for the same reason. */
export const parseNotice = <Payload>(raw: unknown): Payload => raw as Payload;
