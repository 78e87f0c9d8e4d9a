import { useEffect, useRef, useState, type RefObject } from 'react';

/** Pixels left below the view that still count as the end: browsers round. */
const NEAR = 4;

const hasLayout = (): boolean => typeof ResizeObserver !== 'undefined';

/** A box that is not drawn yet has no end. */
const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean =>
  (clientHeight > 0 || !hasLayout()) && scrollTop + clientHeight >= scrollHeight - NEAR;

export interface ReadToEnd {
  readonly text: RefObject<HTMLDivElement | null>;
  /** The end has been on screen once. */
  readonly isRead: boolean;
  readonly onScroll: () => void;
}

/** Whether a text in a box that scrolls was shown to its end. One that fits is there at once. */
export const useReadToEnd = (isShown: boolean): ReadToEnd => {
  const text = useRef<HTMLDivElement>(null);
  const [isRead, setRead] = useState(false);
  const look = (): void => {
    if (text.current !== null && isAtEnd(text.current)) setRead(true);
  };
  useEffect(() => {
    const box = text.current;
    if (!isShown || box === null) return;
    look();
    if (!hasLayout()) return;
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, [isShown]);
  return { text, isRead, onScroll: look };
};
