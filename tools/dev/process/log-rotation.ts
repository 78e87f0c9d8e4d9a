import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';

export interface LogLimits {
  /** A log of this size (bytes), or this age (ms), is moved aside. */
  readonly bytes: number;
  readonly age: number;
  /** Older logs are kept at most so many of each name, for so long (ms), and of so many bytes together. */
  readonly older: number;
  readonly olderAge: number;
  readonly olderBytes: number;
}

const MIB = 1_048_576;
const DAY_MS = 86_400_000;
export const LOG_LIMITS: LogLimits = {
  bytes: 10 * MIB,
  age: DAY_MS,
  older: 5,
  olderAge: 14 * DAY_MS,
  olderBytes: 100 * MIB,
};
/** A log may grow beyond its size for so long (ms). */
const INTERVAL_MS = 10_000;

/** `gateway.log.1` is younger than `gateway.log.2`. Version 0.2 wrote one `.before`. */
const OLDER = /\.log\.(?:\d+|before)$/;

interface Found {
  readonly file: string;
  readonly stats: Stats;
}

/** Files that vanish while they are looked at are left out. */
const filesIn = (folder: string, kind: RegExp): Found[] =>
  readdirSync(folder)
    .filter((name) => kind.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ file, stats }];
    });

/** Frees `.1`; the last one of all is deleted. */
function moveOlder(file: string, older: number): void {
  rmSync(`${file}.${older}`, { force: true });
  for (let number = older - 1; number >= 1; number -= 1)
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
}

/** Begins a new log for a process that is about to start, and keeps those of the runs before. */
export function keepPrevious(file: string, { older } = LOG_LIMITS): void {
  if (!existsSync(file)) return;
  moveOlder(file, older);
  renameSync(file, `${file}.1`);
}

/**
 * Empties a log whose process goes on writing at its end: it has the file open, so the file stays. A line that is written
 * between the copy and the emptying is lost. Without space for a copy there is none.
 */
function rotate(file: string, { older }: LogLimits): void {
  moveOlder(file, older);
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    rmSync(`${file}.1`, { force: true });
  }
  truncateSync(file);
}

function deleteOldest(folder: string, { olderAge, olderBytes }: LogLimits, now: number): void {
  let bytes = 0;
  for (const { file, stats } of filesIn(folder, OLDER).sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs)) {
    bytes += stats.size;
    if (bytes > olderBytes || now - stats.mtimeMs > olderAge) rmSync(file, { force: true });
  }
}

/** Keeps the logs of one folder within their limits, while processes write them. */
export class LogRotation {
  /** When each log began, as far as this process saw it (ms). */
  readonly #began = new Map<string, number>();
  readonly #folder: string;
  readonly #limits: LogLimits;

  constructor(folder: string, limits = LOG_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** @param now ms since 1970 */
  rotateDue(now: number): void {
    const { bytes, age } = this.#limits;
    for (const { file, stats } of filesIn(this.#folder, /\.log$/)) {
      const began = this.#began.get(file) ?? now;
      const isDue = stats.size >= bytes || (stats.size > 0 && now - began >= age);
      if (isDue) rotate(file, this.#limits);
      this.#began.set(file, isDue ? now : began);
    }
    deleteOldest(this.#folder, this.#limits, now);
  }

  /** A look that fails is told once, and the next one comes all the same. @returns a function that ends it */
  start(onError: (error: unknown) => void): () => void {
    let isTold = false;
    const timer = setInterval(() => {
      try {
        if (existsSync(this.#folder)) this.rotateDue(Date.now());
      } catch (error) {
        if (!isTold) onError(error);
        isTold = true;
      }
    }, INTERVAL_MS);
    timer.unref();
    return () => clearInterval(timer);
  }
}
