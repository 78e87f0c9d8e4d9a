/** Commands that were taken and are not answered yet, so that a stop can wait for their answers. */
export class CommandsInProgress {
  private readonly running = new Set<Promise<unknown>>();

  track<Answer>(work: Promise<Answer>): Promise<Answer> {
    this.running.add(work);
    const done = (): void => {
      this.running.delete(work);
    };
    work.then(done, done);
    return work;
  }

  get count(): number {
    return this.running.size;
  }

  /** Resolves when all are answered, or after `patience` ms. What comes meanwhile is waited for too. */
  async settleWithin(patience: number): Promise<void> {
    let isLate = false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve();
      }, patience);
    });
    while (this.count > 0 && !isLate) await Promise.race([Promise.allSettled([...this.running]), late]);
    clearTimeout(timer);
  }
}
