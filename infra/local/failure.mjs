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
 * @param {unknown} error
 * @returns {string} the code of a system error such as EACCES, or ''
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * The one sentence to show for whatever was thrown.
 *
 * @param {unknown} error
 */
export function sentenceFor(error) {
  if (error instanceof Failure) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return `Something unforeseen went wrong: ${detail.split('\n')[0]}. Please report it.`;
}
