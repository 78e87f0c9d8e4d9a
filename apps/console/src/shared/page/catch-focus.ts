import { useEffect, useRef, type RefObject } from 'react';
import { useParts } from './parts';

/** Long enough for a closing dialog to give the focus back where it can. */
const SETTLED_MS = 100;

/** Takes the focus up where it fell to nowhere because what had it is gone; never takes it from anything. */
export const useCatchFocus = <Place extends HTMLElement>(): RefObject<Place | null> => {
  const place = useRef<Place>(null);
  const { clock } = useParts();
  useEffect(
    () =>
      clock.after(SETTLED_MS, () => {
        if (document.activeElement === null || document.activeElement === document.body)
          place.current?.focus();
      }),
    [clock],
  );
  return place;
};

/** Where the focus goes when a person has finished something and it leaves the screen. */
export const focusMain = (): void => document.getElementById('main')?.focus();
