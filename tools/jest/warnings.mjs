// A reporter of Jest that turns warnings into a failure: of React about `act`, of Node about what will go or is never
// closed, and of Jest about a run that does not end. Jest also prints that a worker had to be ended. That is not counted yet:
// it happens in some runs only, and the spec that leaves something open is not known.
const WARNING = /\bact\(|deprecat|Warning: |MaxListeners|did not exit one second/i;

/** @param {string} text @returns {boolean} */
export const isWarning = (text) => WARNING.test(text);

export default class Warnings {
  /** @type {string[]} */
  #found = [];

  constructor() {
    // Jest says of a worker that it had to be ended, and of nothing else, on the console of its own process.
    const print = console.error;
    console.error = (...texts) => {
      this.#note('Jest', texts.join(' '));
      print(...texts);
    };
  }

  /** @param {import('@jest/reporters').Test} test @param {import('@jest/test-result').TestResult} result */
  onTestResult(test, result) {
    for (const { message } of result.console ?? []) this.#note(test.path, message);
  }

  /** Jest fails the run for this error without a word about it. */
  getLastError() {
    return this.#found.length === 0 ? undefined : new Error(this.#summary());
  }

  onRunComplete() {
    if (this.#found.length > 0) process.stderr.write(`\n${this.#summary()}\n`);
  }

  #summary() {
    return `Warnings in the output are failures:\n${this.#found.join('\n')}`;
  }

  /** @param {string} where @param {string} text */
  #note(where, text) {
    if (isWarning(text)) this.#found.push(`${where}: ${text.split('\n', 1)[0]}`);
  }
}
