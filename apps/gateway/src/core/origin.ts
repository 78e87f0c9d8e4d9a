const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Both are this machine's loopback, with the same port. */
const isSameLoopback = (origin: URL, ours: URL): boolean =>
  LOOPBACK.has(origin.hostname) &&
  LOOPBACK.has(ours.hostname) &&
  origin.protocol === ours.protocol &&
  origin.port === ours.port;

/** Whether a page of this origin may connect. Without an origin it is no browser, and has no cookie that could be misused. */
export const isAllowedOrigin = (origin: string | undefined, publicUrl: string): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(publicUrl)];
  return theirs.origin === ours.origin || isSameLoopback(theirs, ours);
};

/** Whether a server that listens there is reached from this machine only. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.has(host) || host === '::1';

/** Whether browsers reach it on this machine only. */
export const isLoopback = (publicUrl: string): boolean => LOOPBACK.has(new URL(publicUrl).hostname);
