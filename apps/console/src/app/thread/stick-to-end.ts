import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** How near to the end still counts as reading the newest, in px. */
const NEAR = 80;

export interface StickToEnd {
  readonly count: number;
  readonly newest: number;
  readonly onShown: ((seq: number) => void) | undefined;
}

const isAtEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;

/** Keeps the newest in sight while the person reads there, and never pulls them down from what they scrolled up to. */
export const useStickToEnd = ({ count, newest, onShown }: StickToEnd): RefObject<HTMLElement | null> => {
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
    if (isFollowing.current) onShown?.(newest);
  }, [newest, onShown]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (): void => {
      isFollowing.current = isAtEnd(element);
      if (isFollowing.current) latest.current.onShown?.(latest.current.newest);
    };
    element.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      element.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  return box;
};
