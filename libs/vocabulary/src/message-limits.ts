/** Longest message body, in Unicode code points. */
export const MESSAGE_MAX_CODE_POINTS = 4_000;

/** Largest frame a socket may carry, in bytes; a larger one closes the socket, so clients check first. */
export const FRAME_MAX_BYTES = 64 * 1_024;

/** Longest name a visitor may choose, in Unicode code points. */
export const VISITOR_NAME_MAX_CODE_POINTS = 40;

export type MessageFlaw = 'empty_message' | 'message_too_long';

/** The length a person would count: surrogate pairs are one. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** White space, control signs, and signs that no one sees, such as a zero-width space or a braille blank. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a reader would see nothing of this text. */
export const isBlank = (text: string): boolean => INVISIBLE.test(text);

/** The longest beginning of a text with at most `most` code points that cuts no letter or emoji in two. */
export const cutTo = (text: string, most: number): string => {
  if (text.length <= most || codePoints(text) <= most) return text;
  let cut = '';
  let count = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    count += codePoints(segment);
    if (count > most) break;
    cut += segment;
  }
  return cut;
};

/** What is wrong with a message body, or null. Text that no one can see is empty. The page and the server ask the same. */
export const messageFlaw = (body: string): MessageFlaw | null => {
  if (isBlank(body)) return 'empty_message';
  if (body.length > MESSAGE_MAX_CODE_POINTS && codePoints(body) > MESSAGE_MAX_CODE_POINTS)
    return 'message_too_long';
  return null;
};
