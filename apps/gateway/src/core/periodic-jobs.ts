import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from './log';
import { Timers } from './timers';

/** What is done again and again: never twice at once, and a failure is logged and tried again at the next beat. */
@Injectable()
export class PeriodicJobs {
  constructor(
    readonly timers: Timers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Starts now and then every `every` ms; what it answers stops it and resolves when the last job is done. */
  start(what: string, every: number, job: () => Promise<void>): () => Promise<void> {
    let running: Promise<void> | null = null;
    const beat = (): void => {
      running ??= job()
        .catch(this.logFailure(what))
        .finally(() => {
          running = null;
        });
    };
    const timer = setInterval(beat, every);
    beat();
    return async () => {
      clearInterval(timer);
      await running;
    };
  }

  /** Logs a failure that the next beat makes good. */
  logFailure(what: string): (err: unknown) => void {
    return (err) => this.log.warn({ err, what }, 'the next beat tries again');
  }
}
