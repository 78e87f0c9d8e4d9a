import { useEffect, useRef } from 'react';
import { shortcutOf, type ShortcutName } from './shortcut';

/** iPads and iPhones count: their keyboards also type letters with Option and edit text with Control. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

const NO_TEXT_INPUTS: readonly string[] = ['button', 'checkbox', 'file', 'radio', 'range', 'reset', 'submit'];

const isTextBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !NO_TEXT_INPUTS.includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);

export type ShortcutActions = Partial<Readonly<Record<ShortcutName, () => void>>>;

/** While a dialog asks something, only what cannot wait works beside it. */
const CANNOT_WAIT: readonly ShortcutName[] = ['accept', 'decline', 'call', 'blur'];

const mayAct = (name: ShortcutName, target: EventTarget | null): boolean =>
  CANNOT_WAIT.includes(name) || !(target instanceof Element) || target.closest('[role="dialog"]') === null;

/** Of everything on screen, the newest last. */
const offered = new Set<{ readonly current: ShortcutActions }>();

/** What a shortcut would do now, wherever the focus is; null while nothing on screen answers to it. */
export const actOfShortcut = (name: ShortcutName): (() => void) | null => {
  const acts = [...offered].flatMap(({ current }) => current[name] ?? []);
  return acts.at(-1) ?? null;
};

/** Runs what the screen offers for a shortcut, wherever the focus is. A key without an action stays the browser's. */
export const useShortcuts = (actions: ShortcutActions): void => {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const name = shortcutOf(event, { isMac: isMac(), isInText: isTextBox(event.target) });
      const act = name !== null && mayAct(name, event.target) ? latest.current[name] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    offered.add(latest);
    return () => {
      offered.delete(latest);
      removeEventListener('keydown', onKeyDown);
    };
  }, []);
};
