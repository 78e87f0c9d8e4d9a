// SPDX-License-Identifier: AGPL-3.0-or-later
const PATHS = {
  back: 'M12 4.5 6.5 10 12 15.5',
  check: 'M4 10.5 8 14.5 16 6',
  checks: 'M2.5 10.5 6 14 12 6.5 M9.5 13 10.5 14 17.5 6.5',
  chevron: 'M6 8l4 4 4-4',
  clock: 'M10 6v4.2l2.8 1.8 M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z',
  close: 'M5.5 5.5l9 9 M14.5 5.5l-9 9',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  eyeOff:
    'M3 3l14 14 M8 5.2A8 8 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.8 M5 6.9A12.6 12.6 0 0 0 2.5 10S5.2 15 10 15c1.2 0 2.3-.3 3.2-.8',
  note: 'M5 3.5h10v13H5z M7.5 7.5h5 M7.5 10.5h5 M7.5 13.5h3',
  book: 'M10 5.5C8.5 4.2 6.3 3.8 3.5 4v11c2.8-.2 5 .2 6.5 1.5 1.5-1.3 3.7-1.7 6.5-1.5V4c-2.8-.2-5 .2-6.5 1.5Z M10 5.5v11',
  keyboard: 'M2.5 5.5h15v9h-15z M5.5 8.5h.01 M8.5 8.5h.01 M11.5 8.5h.01 M14.5 8.5h.01 M7 11.7h6',
  person: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z M4 16.5c.4-3.3 2.7-5 6-5s5.6 1.7 6 5',
  search: 'M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6Z M12.8 12.8l4 4',
  send: 'M3.5 10 16.5 4l-3.3 12.5-3.7-4.5zM9.5 12 16.5 4',
  speech: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  warn: 'M10 3.5 17.5 16.5h-15z M10 8.3v3.7 M10 14.2h.01',
  hand: 'M3.5 10h11 M11 6l4 4-4 4 M3.5 5.5v9',
  leave: 'M11.5 4H5v12h6.5 M9 10h8 M14 7l3 3-3 3',
  question:
    'M7.6 7.6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9 M10 14.2h.01 M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Z',
  notification: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.5 1h-12z M8.5 16.5h3',
  plus: 'M10 4v12 M4 10h12',
  grip: 'M7.5 5h.01 M12.5 5h.01 M7.5 10h.01 M12.5 10h.01 M7.5 15h.01 M12.5 15h.01',
  up: 'M5.5 12 10 7.5l4.5 4.5',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5z M11.5 3v3.5H15',
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS).filter((name): name is IconName => name in PATHS);

/** Icons that point in the direction of reading. */
const POINTING: readonly IconName[] = ['back', 'hand', 'leave'];

/** A drawing beside words that say the same; assistive technology never hears it. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    aria-hidden="true"
    className={POINTING.includes(name) ? 'ui-icon ui-icon--pointing' : 'ui-icon'}
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={PATHS[name]} />
  </svg>
);
