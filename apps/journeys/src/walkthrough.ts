import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { EVIDENCE } from './evidence';

/** How long people take, in seconds: a letter, a press with finding it, and a word that is read (200 a minute). */
const PACE = { letter: 0.3, press: 3, word: 0.3 } as const;

interface Step {
  readonly what: string;
  /** Seconds on this machine, from the start. */
  readonly at: number;
  readonly letters: number;
  readonly presses: number;
  readonly words: number;
}

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);

/** What a person does on the way, counted, with a picture at each step. */
export class Walkthrough {
  readonly #started = Date.now();
  readonly #steps: Step[] = [];
  #counted = { letters: 0, presses: 0, words: 0 };

  constructor(private readonly name: string) {}

  async types(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.#counted.letters += text.length;
    this.#counted.presses += 1;
  }

  async presses(control: Locator): Promise<void> {
    await control.click();
    this.#counted.presses += 1;
  }

  /** Everything that these parts of a page show is read once. */
  async reads(part: Locator): Promise<void> {
    this.#counted.words += (await part.innerText()).split(/\s+/).length;
  }

  /** A step is done: what is on the page now is kept as a picture. */
  async step(page: Page, what: string): Promise<void> {
    const at = (Date.now() - this.#started) / 1_000;
    this.#steps.push({ what, at, ...this.#counted });
    this.#counted = { letters: 0, presses: 0, words: 0 };
    const folder = join(EVIDENCE, this.name);
    mkdirSync(folder, { recursive: true });
    const number = String(this.#steps.length).padStart(2, '0');
    await page.screenshot({ path: join(folder, `${number}.png`), animations: 'disabled' });
  }

  /** For the docs: what a person types, presses and reads at each step, the time that takes, and when it was done here. */
  table(): string {
    let sum = 0;
    const rows = this.#steps.map(({ what, at, letters, presses, words }, place) => {
      sum += letters * PACE.letter + presses * PACE.press + words * PACE.word;
      return `| ${place + 1} | ${what} | ${letters} | ${presses} | ${words} | ${minutes(sum)} | ${at.toFixed(0)} |`;
    });
    return [
      '| step | what is done | letters | presses | words read | a person is there after (min) | the test is there after (s) |',
      '| ---: | --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
    ].join('\n');
  }

  /** Minutes a person needs for all of it, at that pace. */
  get personMinutes(): number {
    return (
      this.#steps.reduce(
        (sum, { letters, presses, words }) =>
          sum + letters * PACE.letter + presses * PACE.press + words * PACE.word,
        0,
      ) / 60
    );
  }
}
