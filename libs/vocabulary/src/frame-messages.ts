/**
 * What the launcher on a charity's site and the chat in its frame say to each other: one field each, and nothing about anyone.
 * Both sides believe only the exact window and the exact origin.
 */
export type FrameMessage =
  /** To the chat: the panel is shown. To the site: the chat is there. */
  | { readonly open: true }
  /** To the chat: the panel is hidden. To the site: hide it, or leave the whole page for this neutral https address. */
  | { readonly close: true | string }
  /** To the site: how many messages came while the panel was hidden. */
  | { readonly unread: number };

const NEUTRAL = /^https:\/\/[^\s/]+(?:\/\S*)?$/;
const UNREAD_MAX = 1_000;

const READERS: Readonly<Record<string, (value: unknown) => FrameMessage | null>> = {
  open: (value) => (value === true ? { open: true } : null),
  close: (value) =>
    value === true || (typeof value === 'string' && NEUTRAL.test(value)) ? { close: value } : null,
  unread: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= UNREAD_MAX
      ? { unread: value }
      : null,
};

/** Null for anything that is not exactly one such message. */
export const readFrameMessage = (said: unknown): FrameMessage | null => {
  if (typeof said !== 'object' || said === null) return null;
  const [field, ...others] = Object.entries(said);
  if (field === undefined || others.length > 0 || !Object.hasOwn(READERS, field[0])) return null;
  return READERS[field[0]]?.(field[1]) ?? null;
};
