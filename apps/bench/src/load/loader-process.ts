import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Resources } from '../resources';
import { Child } from '../sides/child';
import type { Arrived, Job, ClientSetUp, Measured } from './jobs';

/** A crew stays connected between jobs; a block is one job. */
export class Loader {
  private constructor(private readonly child: Child) {}

  static start({ scratch, environment: env }: Resources): Loader {
    const script = fileURLToPath(new URL('loader.js', import.meta.url));
    return new Loader(
      Child.start({ name: 'loader', script, execArgv: [], env, logFile: join(scratch, 'loader.log') }),
    );
  }

  async connect(crew: string, clients: readonly ClientSetUp[]): Promise<void> {
    await this.run({ job: 'connect', crew, clients });
  }

  async leave(crew: string): Promise<void> {
    await this.run({ job: 'leave', crew });
  }

  closed(crew: string, seconds: number, clients?: number): Promise<Measured> {
    return this.run({ job: 'closed', crew, seconds, ...(clients === undefined ? {} : { clients }) });
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
