import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** How near to the end still counts as reading the newest, in px. */
const NEAR = 80;

export interface StickToEnd {
  readonly count: number;
  readonly newest: number;
  readonly onShown: ((seq: number) => void) | undefined;
  readonly isHidden: boolean;
}

const frameOf = (box: HTMLElement): HTMLElement | null => box.closest<HTMLElement>('.frame');

/** What scrolls: the thread itself, or the frame around it on a screen too low for a thread of its own. */
const scrollerOf = (box: HTMLElement): HTMLElement =>
  getComputedStyle(box).overflowY === 'visible' ? (frameOf(box) ?? box) : box;

/** How far the end of the thread is below what is on screen, in px; below 0 when more than the end is. */
const belowScreen = (box: HTMLElement, scroller: HTMLElement): number =>
  scroller === box
    ? box.scrollHeight - box.scrollTop - box.clientHeight
    : box.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom;

const isAtEnd = (box: HTMLElement): boolean => belowScreen(box, scrollerOf(box)) < NEAR;

/** What may cut the thread off: the frame, and the column around it where that scrolls. */
const around = (box: HTMLElement): readonly HTMLElement[] =>
  [frameOf(box), box.parentElement].filter((one) => one !== null);

/** What is around may have been scrolled past the end of the thread, or not down to it. */
const isEndInView = (box: HTMLElement): boolean => {
  const end = box.getBoundingClientRect().bottom;
  return around(box)
    .filter((one) => getComputedStyle(one).overflowY !== 'visible')
    .map((one) => one.getBoundingClientRect())
    .every(({ top, bottom }) => end >= top && end - bottom < NEAR);
};

/** Out of sight is not seen: behind another pane, scrolled away, or hidden from passers-by. */
const isInSight = (box: HTMLElement): boolean =>
  box.closest('[inert]') === null &&
  (typeof box.checkVisibility === 'function' ? box.checkVisibility() : true) &&
  isEndInView(box);

/** To the end. Where the frame scrolls and the reply is being written, the reply box stays where it is instead. */
const follow = (box: HTMLElement, grownBy: number): void => {
  const scroller = scrollerOf(box);
  if (scroller === box) box.scrollTop = box.scrollHeight;
  else if (scroller.contains(document.activeElement) && document.activeElement?.tagName === 'TEXTAREA')
    scroller.scrollTop += grownBy;
  else scroller.scrollTop += Math.max(0, belowScreen(box, scroller));
};

const onResize = (box: HTMLElement, act: () => void): (() => void) => {
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(act);
  observer.observe(box);
  return () => observer.disconnect();
};

/** Keeps the newest message visible while the person reads there. It never scrolls them down from older ones. */
export const useStickToEnd = <Box extends HTMLElement = HTMLElement>(
  what: StickToEnd,
): RefObject<Box | null> => {
  const { count, newest, onShown, isHidden } = what;
  const box = useRef<Box>(null);
  const isFollowing = useRef(true);
  const height = useRef(0);
  const latest = useRef({ newest, onShown });
  useEffect(() => {
    latest.current = { newest, onShown };
  });

  useLayoutEffect(() => {
    if (box.current === null) return;
    const grownBy = box.current.offsetHeight - height.current;
    height.current = box.current.offsetHeight;
    if (isFollowing.current) follow(box.current, grownBy);
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
      if (isFollowing.current && scrollerOf(element) === element) element.scrollTop = element.scrollHeight;
      tell();
    });
    const scrolling = [element, ...around(element)];
    for (const one of scrolling) one.addEventListener('scroll', look, { passive: true });
    document.addEventListener('visibilitychange', tell);
    return () => {
      stopResize();
      for (const one of scrolling) one.removeEventListener('scroll', look);
      document.removeEventListener('visibilitychange', tell);
    };
  }, []);

  return box;
};
