const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The same place by another of its names: on loopback, with the same port. */
const isSameLoopback = (origin: URL, ours: URL): boolean =>
  LOOPBACK.has(origin.hostname) &&
  LOOPBACK.has(ours.hostname) &&
  origin.protocol === ours.protocol &&
  origin.port === ours.port;

/** Whether a page of this origin may connect. No origin means no browser: there is no cookie to ride on for those. */
export const isAllowedOrigin = (origin: string | undefined, publicUrl: string): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(publicUrl)];
  return theirs.origin === ours.origin || isSameLoopback(theirs, ours);
};
