import type { Cancel } from '../clock';

/** Wakes when the device says it is online again, and when the page comes back to the front or out of the cache. */
export const browserWakeUps = (wake: () => void): Cancel => {
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', onVisible);
  };
};
