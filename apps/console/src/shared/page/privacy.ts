import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useLive } from '../live/live-provider';
import { useParts } from './parts';

/** Until the desk is there, in ms. */
const IDLE_MS = 2 * 60 * 1_000;
/**
 * Dictation and input methods write without pressing a key, and a screen reader reads without one: text that changes, the
 * focus and the selection count too. Scrolling does not, since a new message scrolls the thread by itself.
 */
const SIGNS_OF_LIFE = [
  'keydown',
  'pointerdown',
  'pointermove',
  'wheel',
  'touchstart',
  'input',
  'compositionupdate',
  'focusin',
  'selectionchange',
] as const;

interface Privacy {
  readonly isHidden: boolean;
  /** How many places on screen hold what people wrote. */
  readonly shades: number;
}

const privacy = createStore<Privacy>(() => ({ isHidden: false, shades: 0 }));

/** Whether messages are hidden from anyone passing by. */
export const useIsHidden = (): boolean => useStore(privacy, (state) => state.isHidden);

/** Without anything written on screen there is nothing to hide. */
export const setHidden = (isHidden: boolean): void =>
  privacy.setState(({ shades }) => ({ isHidden: isHidden && shades > 0 }));

export const toggleHidden = (): void => setHidden(!privacy.getState().isHidden);

/** Counts a place that holds what people wrote; answers with how to end that. */
export const keepShade = (): (() => void) => {
  const count = (by: number): void => privacy.setState(({ shades }) => ({ shades: shades + by }));
  count(1);
  return () => count(-1);
};

/** A person who writes reads what they write, and what they answer. */
const showWhileWriting = ({ type, target }: Event): void => {
  if (type === 'input' && target instanceof HTMLTextAreaElement) setHidden(false);
};

/** Hides by itself after the time the service chose without a sign of life. Showing again is always the person's own act. */
export const useAutoHide = (): void => {
  const { clock } = useParts();
  const isHidden = useIsHidden();
  const after = useLive(({ desk }) => desk?.wellbeing.spans.hideAfter ?? IDLE_MS);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-hidden', isHidden);
    return () => document.documentElement.removeAttribute('data-hidden');
  }, [isHidden]);
  useEffect(() => {
    let cancel = (): void => {};
    const restart = (): void => {
      cancel();
      if (after > 0) cancel = clock.after(after, () => setHidden(true));
    };
    const onSign = (event: Event): void => {
      showWhileWriting(event);
      restart();
    };
    restart();
    // At the document, where a change of the selection is told and nothing else.
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, onSign, { passive: true });
    return () => {
      cancel();
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, onSign);
    };
  }, [clock, after]);
};
