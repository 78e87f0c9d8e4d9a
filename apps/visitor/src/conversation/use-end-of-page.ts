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
 * Keeps the newest message in view for someone at the end of the page, and tells someone who reads further up. `isLast`:
 * the thread is the last thing on the page. While waiting it is not, and nothing moves.
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
    const scrolled = (): void => {
      wasNear.current = isNearEnd();
      if (wasNear.current) setHasNewer(false);
    };
    addEventListener('scroll', scrolled, { passive: true });
    return () => removeEventListener('scroll', scrolled);
  }, []);
  useEffect(() => {
    // A keyboard opens or a phone is turned: the newest message stays in view. Runs before the scroll that it causes.
    const stay = (): void => {
      // The next screen may be shown already, while this one is still being removed.
      if (isLast && wasNear.current && document.querySelector('.talking') !== null) goToEnd();
    };
    addEventListener('resize', stay);
    // A notice above the box makes the page longer without a new message in it.
    const pageSize = 'ResizeObserver' in globalThis ? new ResizeObserver(stay) : null;
    pageSize?.observe(document.body);
    return () => {
      removeEventListener('resize', stay);
      pageSize?.disconnect();
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
