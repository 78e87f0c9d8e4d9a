/**
 * Something a person can put right: its message is one sentence that says what is wrong and what to do. Anything else that
 * is thrown is a defect of these tools.
 */
export class Failure extends Error {
  override name = 'Failure';
}

/** Reads the error and not its class, since each of Jest's sandboxes has a class of its own. */
function textOf(error: unknown, property: 'code' | 'message'): string {
  if (typeof error !== 'object' || error === null) return '';
  return property in error ? String(Reflect.get(error, property)) : '';
}

/** The code of a system error such as EACCES, or ''. */
export const errorCode = (error: unknown): string => textOf(error, 'code');

/** One sentence for anything that was thrown. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const [detail] = (textOf(error, 'message') || String(error)).split('\n');
  return `There was an unexpected error: ${detail}. Please report it.`;
}
