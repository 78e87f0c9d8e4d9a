/**
 * Runs one job at a time for each key. Any number of calls during a run cause exactly one more run after it, so the last
 * run began after the last call. It is used where a run reads the newest state.
 */
export class Coalescer<Key = void> {
  private readonly running = new Map<Key, Promise<void>>();
  private readonly asked = new Set<Key>();

  constructor(private readonly job: (key: Key) => Promise<void>) {}

  /** Resolves when every run that was asked for by then has ended. Rejects when one fails; those still asked for wait for the next call. */
  run(key: Key): Promise<void> {
    this.asked.add(key);
    const underWay = this.running.get(key);
    if (underWay !== undefined) return underWay;
    // It ends in a later turn than this one at the earliest, so it is in the map before it takes itself out.
    const running = this.runWhileAsked(key);
    this.running.set(key, running);
    return running;
  }

  /** Asks for nothing more, and resolves when the running jobs have ended. */
  async stop(): Promise<void> {
    this.asked.clear();
    await Promise.allSettled([...this.running.values()]);
  }

  private async runWhileAsked(key: Key): Promise<void> {
    try {
      while (this.asked.delete(key)) await this.job(key);
    } finally {
      this.running.delete(key);
    }
  }
}
