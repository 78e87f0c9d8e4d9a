import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { every } from './async/every';
import { settleWithin } from './async/timeout';
import { LOG, type Log } from './log';
import { Timers } from './timers';

/** For running jobs to end when the process stops (ms). */
const END_WITHIN = 2_000;

/** The jobs of this process that run again and again. All of them stop when the process is asked to stop. */
@Injectable()
export class PeriodicJobs implements OnModuleDestroy {
  private readonly stops: (() => Promise<void>)[] = [];

  constructor(
    readonly timers: Timers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Runs the job now and then every `interval` ms, never twice at once. A failure is logged under `name`, and the next turn tries again. */
  start(name: string, interval: number, job: () => Promise<void>): void {
    this.stops.push(every(interval, job, this.logFailure(name)));
  }

  /** For a failure that a later turn makes good. */
  logFailure(name: string): (error: unknown) => void {
    return (err) => this.log.warn({ err, what: name }, 'the next turn tries again');
  }

  async onModuleDestroy(): Promise<void> {
    await settleWithin(END_WITHIN, Promise.all(this.stops.map((stop) => stop())));
  }
}
