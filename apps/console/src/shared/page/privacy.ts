import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useParts } from './parts';

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

const privacy = createStore<{ readonly isHidden: boolean }>(() => ({ isHidden: false }));

/** Whether messages are hidden from anyone passing by. */
export const useIsHidden = (): boolean => useStore(privacy, (state) => state.isHidden);

export const setHidden = (isHidden: boolean): void => privacy.setState({ isHidden });

export const toggleHidden = (): void => setHidden(!privacy.getState().isHidden);

/** Hides by itself after two minutes without a sign of life. Showing again is always the person's own act. */
export const useAutoHide = (): void => {
  const { clock } = useParts();
  useEffect(() => {
    let cancel = (): void => {};
    const restart = (): void => {
      cancel();
      cancel = clock.after(IDLE_MS, () => setHidden(true));
    };
    restart();
    // At the document, where a change of the selection is told and nothing else.
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, restart, { passive: true });
    return () => {
      cancel();
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, restart);
    };
  }, [clock]);
};
