import { useEffect, useState } from 'react';
import { useLive } from '../live/live-provider';
import { useParts } from './parts';

/** The server's time as well as this page knows it, in ms, read again every `every` ms. */
export const useNow = (every = 10_000): number => {
  const { clock } = useParts();
  const ahead = useLive((state) => state.clockAhead);
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let cancel = (): void => {};
    const tick = (): void => {
      setNow(clock.now());
      cancel = clock.after(every, tick);
    };
    cancel = clock.after(every, tick);
    return () => cancel();
  }, [clock, every]);
  return now + ahead;
};

/** Whole minutes from one moment to another, never below 0. */
export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / 60_000));
