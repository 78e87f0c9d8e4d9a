import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from '../core/log';

/** Runs at most one job per key; asked again meanwhile, it runs once more afterwards. For pushing the newest state. */
@Injectable()
export class OneAtATime {
  private readonly running = new Set<string>();
  private readonly again = new Map<string, () => Promise<void>>();

  constructor(@Inject(LOG) private readonly log: Log) {}

  run(key: string, job: () => Promise<void>): void {
    if (this.running.has(key)) {
      this.again.set(key, job);
      return;
    }
    this.running.add(key);
    void this.attempt(job).finally(() => {
      this.running.delete(key);
      const next = this.again.get(key);
      this.again.delete(key);
      if (next !== undefined) this.run(key, next);
    });
  }

  private async attempt(job: () => Promise<void>): Promise<void> {
    try {
      await job();
    } catch (err) {
      this.complain(err);
    }
  }

  /** Whoever waits for what failed finds it with the next tick. */
  complain(err: unknown): void {
    this.log.warn({ err, what: 'push' }, 'a page waits for the next tick');
  }
}
