import { Injectable } from '@nestjs/common';

/** Hashes at once. Each keeps one of Node's four pool threads busy, so that two are left for files, names and keys. */
const AT_ONCE = 2;
/** Of those, at most this many for strangers: someone on a known device never waits for a stranger's hash to end. */
const STRANGERS_AT_ONCE = 1;
/** Waiting at once; the rest of the places are reserved for known devices. */
const QUEUE_MAX = 20;
const STRANGERS_MAX = 15;
/** Of one name or one device, waiting or running. */
const SAME_MAX = 2;

/** Too many are signing in at once. */
export class Busy extends Error {
  /** Seconds after which it is worth trying again. */
  constructor(readonly retryAfter: number) {
    super('busy');
  }
}

/** Who waits for a hash. `key`: of the name, or of the device and name, which may not fill the queue alone. */
export interface Asker {
  readonly key: string;
  readonly isKnown: boolean;
  /** Always has a place: someone signed in who asks for one hash after another, and waits between them like anyone else. */
  readonly isPatient?: boolean;
  /** Aborted when the one who asks has gone. */
  readonly signal?: AbortSignal;
}

interface Turn extends Asker {
  readonly start: () => void;
}

/** Passwords are hashed one after another, those of known devices first. The queue is short: who finds it full is told so at once. */
@Injectable()
export class HashQueue {
  private waiting: Turn[] = [];
  private readonly running = new Set<Asker>();

  /** Runs `work` in its turn. Rejects with Busy when there is no place, or its asker has gone. */
  async run<Result>(asker: Asker, work: () => Promise<Result>): Promise<Result> {
    await this.turnOf(asker);
    try {
      if (asker.signal?.aborted === true) throw new Busy(1);
      return await work();
    } finally {
      this.running.delete(asker);
      this.startNext();
    }
  }

  private turnOf(asker: Asker): Promise<void> {
    if (this.mayRun(asker)) {
      this.running.add(asker);
      return Promise.resolve();
    }
    if (!this.hasPlaceFor(asker)) return Promise.reject(new Busy(this.secondsAhead()));
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.running.add(asker);
        resolve();
      };
      const turn: Turn = { ...asker, start };
      this.waiting.push(turn);
      asker.signal?.addEventListener('abort', () => {
        if (!this.waiting.includes(turn)) return;
        this.waiting = this.waiting.filter((other) => other !== turn);
        reject(new Busy(1));
      });
    });
  }

  private mayRun({ isKnown }: Asker): boolean {
    if (this.running.size >= AT_ONCE) return false;
    return isKnown || [...this.running].filter((other) => !other.isKnown).length < STRANGERS_AT_ONCE;
  }

  private hasPlaceFor({ key, isKnown, isPatient }: Asker): boolean {
    if (isPatient === true) return true;
    const same = [...this.running, ...this.waiting].filter((other) => other.key === key).length;
    if (same >= SAME_MAX || this.waiting.length >= QUEUE_MAX) return false;
    return isKnown || this.waiting.filter((turn) => !turn.isKnown).length < STRANGERS_MAX;
  }

  private startNext(): void {
    const next =
      this.waiting.find((turn) => turn.isKnown && this.mayRun(turn)) ??
      this.waiting.find((turn) => this.mayRun(turn));
    if (next === undefined) return;
    this.waiting = this.waiting.filter((turn) => turn !== next);
    next.start();
  }

  /** A guess: about four hashes a second on a busy machine. */
  private secondsAhead(): number {
    return 1 + Math.ceil(this.waiting.length / 4);
  }
}
