import { existsSync, readFileSync } from 'node:fs';
import type { History } from '../history/history-file';

const POLL_MS = 1_000;
/** Slower than this on average, and a late page says nothing about the product. */
const MOST = 8;

export interface Beat {
  /** How many times longer than at best things took. */
  readonly slowness: number;
  /** For how long (ms) that was so. */
  readonly lasted: number;
}

const isBeat = (value: unknown): value is Beat =>
  typeof value === 'object' && value !== null && 'slowness' in value && 'lasted' in value;

/** @param text lines of the metronome's process; a line still being written is left out */
export const beatsIn = (text: string): readonly Beat[] =>
  text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      if (!line.startsWith('{')) return [];
      const value: unknown = JSON.parse(line);
      return isBeat(value) ? [value] : [];
    });

/** Writes into the history how slow the machine is, second by second. */
export class Metronome {
  private beats: readonly Beat[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly logFile: string,
    private readonly history: History,
  ) {
    this.timer = setInterval(() => this.note(), POLL_MS);
  }

  /** Mean slowness so far, at least 1. */
  get slowness(): number {
    const lasted = this.beats.reduce((sum, beat) => sum + beat.lasted, 0);
    return lasted === 0 ? 1 : this.beats.reduce((sum, beat) => sum + beat.slowness * beat.lasted, 0) / lasted;
  }

  get isTooSlow(): boolean {
    return this.slowness > MOST;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private note(): void {
    if (!existsSync(this.logFile)) return;
    const beats = beatsIn(readFileSync(this.logFile, 'utf8'));
    for (const beat of beats.slice(this.beats.length)) this.history.write({ k: 'machine', ...beat });
    this.beats = beats;
  }
}
