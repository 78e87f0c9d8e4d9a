import type { NewComplaint } from '@warmline/contracts';

export type ComplaintResult = 'sent' | 'too_fast' | 'failed';

const GIVE_UP_MS = 10_000;
const TOO_MANY_REQUESTS = 429;

/** Sends it to this page's own server, without a token or a cookie. The same id again is the same complaint. */
export const sendComplaint = async (complaint: NewComplaint): Promise<ComplaintResult> => {
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), GIVE_UP_MS);
  try {
    const { ok, status } = await fetch('/v/complaint', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(complaint),
      signal: tooLong.signal,
    });
    if (ok) return 'sent';
    return status === TOO_MANY_REQUESTS ? 'too_fast' : 'failed';
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
};
