/** Runs at most one job per key; asked again meanwhile, it runs once more afterwards. For pushing the newest state. */
export class OneAtATime {
  private readonly running = new Set<string>();
  private readonly again = new Map<string, () => Promise<void>>();

  constructor(private readonly onError: (error: unknown) => void) {}

  run(key: string, job: () => Promise<void>): void {
    if (this.running.has(key)) {
      this.again.set(key, job);
      return;
    }
    this.running.add(key);
    void job()
      .catch(this.onError)
      .finally(() => {
        this.running.delete(key);
        const next = this.again.get(key);
        this.again.delete(key);
        if (next !== undefined) this.run(key, next);
      });
  }
}
