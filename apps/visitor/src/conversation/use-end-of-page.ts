import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const NEAR_PX = 120;

const isNearEnd = (): boolean => {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return scrollHeight - clientHeight - scrollTop < NEAR_PX;
};
const goToEnd = (): void => {
  const page = document.documentElement;
  page.scrollTop = page.scrollHeight;
};

/**
 * Keeps the newest line in view for someone who is there, and tells someone who reads further up. `isLast`: the thread
 * is the last thing on the page; while waiting it is not, and nothing moves.
 */
export const useEndOfPage = (
  lines: number,
  mine: number,
  isLast: boolean,
): { hasNewer: boolean; goToEnd: () => void } => {
  const wasNear = useRef(true);
  const before = useRef({ lines, mine });
  const [hasNewer, setHasNewer] = useState(false);
  useEffect(() => {
    const look = (): void => {
      wasNear.current = isNearEnd();
      if (wasNear.current) setHasNewer(false);
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  useEffect(() => {
    // A keyboard comes up, a phone is turned: the newest line stays in view. Comes before any scroll it causes.
    const stay = (): void => {
      // The page may show its next screen already, while this one is still being put away.
      if (isLast && wasNear.current && document.querySelector('.talking') !== null) goToEnd();
    };
    addEventListener('resize', stay);
    // A notice above the box makes the page longer without a new line in it.
    const ofPage = 'ResizeObserver' in globalThis ? new ResizeObserver(stay) : null;
    ofPage?.observe(document.body);
    return () => {
      removeEventListener('resize', stay);
      ofPage?.disconnect();
    };
  }, [isLast]);
  useLayoutEffect(() => {
    const { lines: linesBefore, mine: mineBefore } = before.current;
    before.current = { lines, mine };
    if (!isLast) return;
    if (wasNear.current || mine > mineBefore) goToEnd();
    else if (lines > linesBefore) setHasNewer(true);
  }, [lines, mine, isLast]);
  return { hasNewer, goToEnd };
};
