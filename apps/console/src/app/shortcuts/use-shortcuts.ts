import { useEffect, useRef } from 'react';
import { shortcutOf, type ShortcutName } from './shortcut';

export const isMac = (): boolean => /mac/i.test(navigator.userAgent) && !/iphone|ipad/i.test(navigator.userAgent);

export type ShortcutActions = Partial<Readonly<Record<ShortcutName, () => void>>>;

/** Runs what the screen offers for a shortcut, wherever the focus is. A key without an action stays the browser's. */
export const useShortcuts = (actions: ShortcutActions): void => {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const name = shortcutOf(event, isMac());
      const act = name === null ? undefined : latest.current[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
};
