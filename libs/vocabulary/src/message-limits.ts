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

/** What is wrong with a message body, or null. White space alone is empty. The page and the server give the same answer. */
export const messageFlaw = (body: string): MessageFlaw | null => {
  if (body.trim() === '') return 'empty_message';
  if (body.length > MESSAGE_MAX_CODE_POINTS && codePoints(body) > MESSAGE_MAX_CODE_POINTS)
    return 'message_too_long';
  return null;
};
