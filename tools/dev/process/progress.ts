import { sentenceFor } from './failure.ts';

const COLUMN = 58;
const REPORT_TERMINAL_MS = 1_000;
const REPORT_PLAIN_MS = 10_000;

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

interface StepWords<Result> {
  /** What to say afterwards; by default what was said before. */
  readonly done?: (result: Result) => string;
  /** What it is doing just now, for a long step. */
  readonly detail?: () => string;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** One line per step with its time. While a step runs, a terminal shows its line and how long it has taken. */
export class Progress {
  readonly #out: Output;

  constructor(out: Output = process.stdout) {
    this.#out = out;
  }

  static silent(): Progress {
    return new Progress({ write: () => true });
  }

  async step<Result>(
    doing: string,
    work: () => Promise<Result>,
    { done = () => doing, detail = () => '' }: StepWords<Result> = {},
  ): Promise<Result> {
    const startedAt = performance.now();
    const end = (mark: string, text: string): void => {
      const time = seconds(performance.now() - startedAt).padStart(8);
      this.#show(`  ${mark} ${text.padEnd(COLUMN)} ${time}`, 'final');
    };
    if (this.#out.isTTY === true) this.#show(`  … ${doing}`, 'passing');
    const report = (): void =>
      this.#show(
        `  … ${[`${doing}, ${Math.round((performance.now() - startedAt) / 1000)} s`, detail()].filter(Boolean).join(': ')}`,
        'passing',
      );
    const timer = setInterval(report, this.#out.isTTY === true ? REPORT_TERMINAL_MS : REPORT_PLAIN_MS);
    try {
      const result = await work();
      end('✓', done(result));
      return result;
    } catch (error) {
      end('✗', doing);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  say(text: string): void {
    this.#out.write(`${text}\n`);
  }

  fail(error: unknown): void {
    this.say(`\n  ${sentenceFor(error)}`);
    if (process.env['WARMLINE_DEBUG'] === '1') this.say(String(error instanceof Error ? error.stack : error));
  }

  /** A terminal writes over passing lines. */
  #show(line: string, kind: 'passing' | 'final'): void {
    if (this.#out.isTTY === true) this.#out.write(`\r\u001B[2K${line}${kind === 'final' ? '\n' : ''}`);
    else this.#out.write(`${line}\n`);
  }
}
