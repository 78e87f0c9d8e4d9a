import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ground } from '../ground';
import { Child } from '../sides/child';
import type { Arrived, Job, LineSetUp, Measured } from './jobs';

/** Crews are lasting; a block is one job. */
export class Loader {
  private constructor(private readonly child: Child) {}

  static start({ scratch, environment: env }: Ground): Loader {
    const script = fileURLToPath(new URL('loader.js', import.meta.url));
    return new Loader(
      Child.start({ name: 'loader', script, execArgv: [], env, logFile: join(scratch, 'loader.log') }),
    );
  }

  async connect(crew: string, lines: readonly LineSetUp[]): Promise<void> {
    await this.run({ job: 'connect', crew, lines });
  }

  async leave(crew: string): Promise<void> {
    await this.run({ job: 'leave', crew });
  }

  closed(crew: string, seconds: number, lines?: number): Promise<Measured> {
    return this.run({ job: 'closed', crew, seconds, ...(lines === undefined ? {} : { lines }) });
  }

  open(crew: string, seconds: number, rate: number): Promise<Measured> {
    return this.run({ job: 'open', crew, seconds, rate });
  }

  async fill(crew: string, each: number): Promise<void> {
    await this.run({ job: 'fill', crew, each });
  }

  resume(crew: string): Promise<number> {
    return this.run({ job: 'resume', crew });
  }

  async begin(job: Omit<Extract<Job, { job: 'begin' }>, 'job'>): Promise<void> {
    await this.run({ job: 'begin', ...job });
  }

  arrivals(job: Omit<Extract<Job, { job: 'arrivals' }>, 'job'>): Promise<Arrived> {
    return this.run({ job: 'arrivals', ...job });
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  private run<Value>(job: Job): Promise<Value> {
    return this.child.ask<Value>(job);
  }
}
