/**
 * What is asked for one by one and answered together. While one answer is under way the next ones gather, so a busy moment
 * costs one question for many, and a quiet one waits for nothing but the end of the turn.
 */
export class Gathering<Key> {
  private readonly waiting = new Set<Key>();
  private isRunning = false;

  /**
   * `most` in one answer. What fails is told to `complain` and forgotten: whoever asked finds it with the next tick.
   */
  constructor(
    private readonly answer: (keys: readonly Key[]) => Promise<void>,
    private readonly complain: (error: unknown) => void,
    private readonly most: number,
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
    }
    this.isRunning = false;
  }
}
