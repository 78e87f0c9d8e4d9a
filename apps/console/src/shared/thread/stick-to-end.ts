import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** How near to the end still counts as reading the newest, in px. */
const NEAR = 80;

export interface StickToEnd {
  readonly count: number;
  readonly newest: number;
  readonly onShown: ((seq: number) => void) | undefined;
  readonly isHidden: boolean;
}

const isAtEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;

/** Out of sight is not seen: behind another pane, or hidden from passers-by. */
const isInSight = (box: HTMLElement): boolean =>
  box.closest('[inert]') === null &&
  (typeof box.checkVisibility === 'function' ? box.checkVisibility() : true);

const onResize = (box: HTMLElement, act: () => void): (() => void) => {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(act);
  observer.observe(box);
  return () => observer.disconnect();
};

/** Keeps the newest message visible while the person reads there. It never scrolls them down from older ones. */
export const useStickToEnd = (what: StickToEnd): RefObject<HTMLElement | null> => {
  const { count, newest, onShown, isHidden } = what;
  const box = useRef<HTMLElement>(null);
  const isFollowing = useRef(true);
  const latest = useRef({ newest, onShown });
  useEffect(() => {
    latest.current = { newest, onShown };
  });

  useLayoutEffect(() => {
    if (box.current !== null && isFollowing.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);

  useEffect(() => {
    if (box.current !== null && isFollowing.current && isInSight(box.current)) onShown?.(newest);
  }, [newest, onShown, isHidden]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const tell = (): void => {
      if (isFollowing.current && isInSight(element)) latest.current.onShown?.(latest.current.newest);
    };
    const look = (): void => {
      isFollowing.current = isAtEnd(element);
      tell();
    };
    const stopResize = onResize(element, () => {
      if (isFollowing.current) element.scrollTop = element.scrollHeight;
      tell();
    });
    element.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', tell);
    return () => {
      stopResize();
      element.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', tell);
    };
  }, []);

  return box;
};
