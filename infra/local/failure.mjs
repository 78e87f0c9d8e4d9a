/**
 * Something a person can put right: its message is one sentence saying what is wrong and what to do. Anything else that
 * is thrown is a defect of these scripts.
 */
export class Failure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Failure';
  }
}

/**
 * Errors are told by what they carry and not by their class, which is another one in each of Jest's sandboxes.
 *
 * @param {unknown} error
 * @param {'code' | 'message'} property
 */
function textOf(error, property) {
  if (typeof error !== 'object' || error === null) return '';
  return property in error ? String(Reflect.get(error, property)) : '';
}

/**
 * @param {unknown} error
 * @returns {string} the code of a system error such as EACCES, or ''
 */
export const errorCode = (error) => textOf(error, 'code');

/**
 * The one sentence to show for whatever was thrown.
 *
 * @param {unknown} error
 */
export function sentenceFor(error) {
  if (error instanceof Failure) return error.message;
  const detail = textOf(error, 'message') || String(error);
  return `Something unforeseen went wrong: ${detail.split('\n')[0]}. Please report it.`;
}
