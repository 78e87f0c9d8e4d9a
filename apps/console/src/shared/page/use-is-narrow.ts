import { useSyncExternalStore } from 'react';

/** Narrower than this the bar above a page has one line for few things: its pages are in a menu. */
const NARROW = '(max-width: 56.24rem)';

/** Null where there is no screen to ask. */
const query = (): MediaQueryList | null => (typeof matchMedia === 'function' ? matchMedia(NARROW) : null);

const subscribe = (changed: () => void): (() => void) => {
  const list = query();
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
};

/** Whether the window is narrow, also as it is resized or zoomed. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query()?.matches ?? false);
