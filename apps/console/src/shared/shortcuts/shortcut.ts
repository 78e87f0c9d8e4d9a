/** What a key can do, in the order of the list a person sees. No single letters: they belong to the one who writes. */
const SHORTCUTS = {
  next: 'J',
  previous: 'K',
  first: '1',
  second: '2',
  third: '3',
  accept: 'A',
  decline: 'D',
  reply: 'R',
  resources: 'G',
  safety: 'F',
  note: 'N',
  handOver: 'H',
  call: 'S',
  end: 'E',
  breakAfter: 'T',
  blur: 'B',
  list: '/',
} as const;

/** Reached with Ctrl, or ⌘ on a Mac, as in other programs. */
const WITH_CTRL = { palette: 'K' } as const;

const ALL = { ...WITH_CTRL, ...SHORTCUTS };

export type ShortcutName = keyof typeof ALL;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const isIn = <Keys extends object>(keys: Keys, name: string): name is Extract<keyof Keys, string> =>
  name in keys;

export const shortcutNames: readonly ShortcutName[] = Object.keys(ALL).filter((name) => isIn(ALL, name));

const isWithCtrl = (name: ShortcutName): name is keyof typeof WITH_CTRL => isIn(WITH_CTRL, name);

/** Option types letters on a Mac, so the same keys are reached with Control there. */
const isHeld = ({ altKey, ctrlKey, metaKey }: KeyPress, isMac: boolean): boolean =>
  !metaKey && (isMac ? ctrlKey && !altKey : altKey && !ctrlKey);

/** Ctrl, or ⌘ on a Mac, and nothing else. */
const isCtrlHeld = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyPress, isMac: boolean): boolean =>
  !altKey && !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey);

/** The letter pressed; on keyboards of another script, the one at the same place of a Latin keyboard. */
const letterOf = ({ key, code }: KeyPress): string => {
  if (/^[a-z0-9/]$/i.test(key)) return key.toUpperCase();
  return code === 'Slash' ? '/' : code.replace(/^(Key|Digit|Numpad)/, '');
};

/** In a text box on a Mac, Control with one of these letters moves the cursor or deletes text. */
const EDITING_LETTERS: readonly string[] = [
  'A',
  'B',
  'D',
  'E',
  'F',
  'H',
  'K',
  'L',
  'N',
  'O',
  'P',
  'T',
  'V',
  'Y',
];

export interface Keyboard {
  /** A Mac, iPad or iPhone: Option types letters and Control edits text. */
  readonly isMac: boolean;
  /** The focus is in a text box. */
  readonly isInText: boolean;
}

/** The shortcut of a key press, or null. A key that edits text in a text box is never a shortcut there. */
export const shortcutOf = (press: KeyPress, { isMac, isInText }: Keyboard): ShortcutName | null => {
  const letter = letterOf(press);
  const named = (isCtrl: boolean): ShortcutName | null =>
    shortcutNames.find((name) => isWithCtrl(name) === isCtrl && ALL[name] === letter) ?? null;
  if (isCtrlHeld(press, isMac)) {
    const found = named(true);
    if (found !== null) return found;
  }
  if (!isHeld(press, isMac) || (isMac && isInText && EDITING_LETTERS.includes(letter))) return null;
  return named(false);
};

const heldKeys = (name: ShortcutName, isMac: boolean): string => {
  if (isWithCtrl(name)) return isMac ? '⌘' : 'Ctrl';
  return isMac ? 'Ctrl' : 'Alt';
};

/** How the keys are written for a person: `Alt+A`, `Ctrl+A`. */
export const shortcutLabel = (name: ShortcutName, isMac: boolean): string =>
  `${heldKeys(name, isMac)}+${ALL[name]}`;

/** The same for `aria-keyshortcuts`. */
export const shortcutAria = (name: ShortcutName, isMac: boolean): string =>
  `${heldKeys(name, isMac).replace('Ctrl', 'Control').replace('⌘', 'Meta')}+${ALL[name]}`;
