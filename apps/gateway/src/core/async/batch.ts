import { setTimeout as delay } from 'node:timers/promises';

/** Between two answers (ms): too short to be seen, and long enough for many to gather in a busy moment. */
const PAUSE = 20;

/**
 * What is asked for one by one and answered together. While one answer is under way, and for a moment after it, the next ones
 * gather: a busy moment costs one question for many, and a quiet one waits for nothing but the end of the turn.
 */
export class BatchLoader<Key> {
  private readonly waiting = new Set<Key>();
  private isRunning = false;

  /**
   * `most` in one answer, `pause` after each (ms). What fails is told to `complain` and forgotten: whoever asked finds it with
   * the next tick.
   */
  constructor(
    private readonly answer: (keys: readonly Key[]) => Promise<void>,
    private readonly complain: (error: unknown) => void,
    private readonly most: number,
    private readonly pause = PAUSE,
  ) {}

  add(keys: Iterable<Key>): void {
    for (const key of keys) this.waiting.add(key);
    if (this.isRunning || this.waiting.size === 0) return;
    this.isRunning = true;
    setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    while (this.waiting.size > 0) {
      const keys = [...this.waiting].slice(0, this.most);
      for (const key of keys) this.waiting.delete(key);
      try {
        await this.answer(keys);
      } catch (error) {
        this.complain(error);
      }
      await delay(this.pause);
    }
    this.isRunning = false;
  }
}
