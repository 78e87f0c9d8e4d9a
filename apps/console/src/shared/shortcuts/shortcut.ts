/** What a key can do, in the order of the list a person sees. No single letters: they belong to the one who writes. */
export const SHORTCUTS = {
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
  blur: 'B',
  list: '/',
} as const;

export type ShortcutName = keyof typeof SHORTCUTS;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const isShortcutName = (name: string): name is ShortcutName => name in SHORTCUTS;

const NAMES = Object.keys(SHORTCUTS).filter(isShortcutName);

export const shortcutNames: readonly ShortcutName[] = NAMES;

/** Option types letters on a Mac, so the same keys are reached with Control there. */
const isHeld = ({ altKey, ctrlKey, metaKey }: KeyPress, isMac: boolean): boolean =>
  !metaKey && (isMac ? ctrlKey && !altKey : altKey && !ctrlKey);

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
  if (!isHeld(press, isMac)) return null;
  const letter = letterOf(press);
  if (isMac && isInText && EDITING_LETTERS.includes(letter)) return null;
  return NAMES.find((name) => SHORTCUTS[name] === letter) ?? null;
};

/** How the keys are written for a person: `Alt+A`, `Ctrl+A`. */
export const shortcutLabel = (name: ShortcutName, isMac: boolean): string =>
  `${isMac ? 'Ctrl' : 'Alt'}+${SHORTCUTS[name]}`;

/** The same for `aria-keyshortcuts`. */
export const shortcutAria = (name: ShortcutName, isMac: boolean): string =>
  `${isMac ? 'Control' : 'Alt'}+${SHORTCUTS[name]}`;
