import { sentenceFor } from './failure.mjs';

const COLUMN = 58;

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * @param {string} mark
 * @param {string} text
 * @param {number} ms
 */
export function formatLine(mark, text, ms) {
  return `  ${mark} ${text.padEnd(COLUMN)} ${seconds(ms).padStart(8)}`;
}

/**
 * Tells a person what is going on: a line per step with its time; on a terminal the step at hand is shown while it runs.
 */
export class Progress {
  #out;

  /** @param {{ write(text: string): unknown, isTTY?: boolean }} [out] */
  constructor(out = process.stdout) {
    this.#out = out;
  }

  /**
   * @template T
   * @param {string} doing shown while it runs and when it fails
   * @param {() => Promise<T>} work
   * @param {(result: T) => string} [done] what to say afterwards; '' says nothing
   * @returns {Promise<T>}
   */
  async step(doing, work, done = () => doing) {
    const startedAt = performance.now();
    if (this.#out.isTTY) this.#out.write(`  … ${doing}`);
    try {
      const result = await work();
      const text = done(result);
      this.#replace(text === '' ? '' : `${formatLine('✓', text, performance.now() - startedAt)}\n`);
      return result;
    } catch (error) {
      this.#replace(`${formatLine('✗', doing, performance.now() - startedAt)}\n`);
      throw error;
    }
  }

  /** @param {string} text */
  say(text) {
    this.#out.write(`${text}\n`);
  }

  /** @param {unknown} error */
  fail(error) {
    this.say(`\n  ${sentenceFor(error)}`);
    if (process.env['WARMLINE_DEBUG'] === '1') this.say(String(error instanceof Error ? error.stack : error));
  }

  /** @param {string} line */
  #replace(line) {
    this.#out.write(this.#out.isTTY ? `\r\u001B[2K${line}` : line);
  }
}
