import { existsSync, readFileSync } from 'node:fs';
import type { History } from '../history/history-file';

const POLL_MS = 1_000;
/** Slower than this on average, and a late page says nothing about the product. */
const MOST = 8;

export interface Sample {
  /** How many times longer than at best things took. */
  readonly slowness: number;
  /** For how long (ms) that was so. */
  readonly lasted: number;
}

const isSample = (value: unknown): value is Sample =>
  typeof value === 'object' && value !== null && 'slowness' in value && 'lasted' in value;

/** @param text lines of the metronome's process; a line still being written is left out */
export const samplesIn = (text: string): readonly Sample[] =>
  text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      if (!line.startsWith('{')) return [];
      const value: unknown = JSON.parse(line);
      return isSample(value) ? [value] : [];
    });

/** Writes into the history how slow the machine is, second by second. */
export class Metronome {
  private samples: readonly Sample[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly logFile: string,
    private readonly history: History,
  ) {
    this.timer = setInterval(() => this.note(), POLL_MS);
  }

  /** Mean slowness so far, at least 1. */
  get slowness(): number {
    const lasted = this.samples.reduce((sum, sample) => sum + sample.lasted, 0);
    return lasted === 0
      ? 1
      : this.samples.reduce((sum, sample) => sum + sample.slowness * sample.lasted, 0) / lasted;
  }

  get isTooSlow(): boolean {
    return this.slowness > MOST;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private note(): void {
    if (!existsSync(this.logFile)) return;
    const samples = samplesIn(readFileSync(this.logFile, 'utf8'));
    for (const sample of samples.slice(this.samples.length)) this.history.write({ k: 'machine', ...sample });
    this.samples = samples;
  }
}
