import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from './readiness';
import type { Child, Resources, ProcessSpec } from './resources';

const LOOK_EVERY = 50;
/** A process that could not start is started again after this long (ms), as a process supervisor does. */
const TRY_AGAIN = 200;

export interface RestartingProcessOptions {
  readonly spec: ProcessSpec;
  readonly spawn: Resources['spawn'];
  /** Nothing may start any more. */
  readonly isOver: () => boolean;
  /** Asked for at each start. */
  readonly readiness: () => Readiness;
  /** It ended while it should have gone on. */
  readonly crashed: (name: string, how: string) => void;
}

/** A process that is ended and started again at will, and started again by itself if it ends on its own. */
export class RestartingProcess {
  readonly name: string;
  private child: Child | null = null;
  private isWanted = false;
  private isFrozen = false;
  private ready = false;
  /** Starts, one after the other: never two of the same process. */
  private starting: Promise<void> = Promise.resolve();

  constructor(private readonly options: RestartingProcessOptions) {
    this.name = options.spec.name;
  }

  /** Null while it is not there. */
  get pid(): number | null {
    return this.child === null || this.child.hasEnded() ? null : this.child.pid;
  }

  get isReady(): boolean {
    return this.ready && this.pid !== null;
  }

  /** It was started elsewhere, and it is ready. */
  adopt(child: Child): void {
    this.isWanted = true;
    this.ready = true;
    this.watch(child);
  }

  /** Resolves when it is ready, or is not wanted any more. */
  async start(): Promise<void> {
    this.isWanted = true;
    this.starting = this.starting.then(() => this.startUntilReady());
    await this.starting;
  }

  /** Resolves when it is gone. */
  async kill(signal: 'SIGKILL' | 'SIGQUIT' = 'SIGKILL'): Promise<void> {
    await this.end(signal, Infinity);
  }

  /** Asks it to stop, and ends it after `graceMs`; answers how many ms it took. */
  async stop(graceMs: number): Promise<number> {
    const askedAt = performance.now();
    await this.end('SIGTERM', graceMs);
    return performance.now() - askedAt;
  }

  /** Holds it still, as a machine does that swaps or a hypervisor that moves it. */
  freeze(): void {
    this.isFrozen = true;
    this.signal('SIGSTOP');
  }

  thaw(): void {
    if (!this.isFrozen) return;
    this.isFrozen = false;
    this.signal('SIGCONT');
  }

  /** From now on nobody starts it again. */
  giveUp(): void {
    this.isWanted = false;
    this.thaw();
  }

  private async startUntilReady(): Promise<void> {
    while (this.isWanted && !this.isReady) {
      const isReady = this.options.readiness();
      const child = await this.spawn();
      if (child === null) return;
      this.watch(child);
      this.ready = await this.becomesReady(child, isReady);
      if (!this.ready && this.isWanted) await delay(TRY_AGAIN);
    }
  }

  private async end(signal: NodeJS.Signals, graceMs: number): Promise<void> {
    this.isWanted = false;
    this.ready = false;
    const { child } = this;
    if (child === null) return;
    this.signal(signal);
    this.thaw();
    const patience = new AbortController();
    const tooLong = delay(Math.min(graceMs, 60_000), undefined, { signal: patience.signal }).then(
      () => this.signal('SIGKILL'),
      () => undefined,
    );
    await Promise.race([child.ended, tooLong.then(() => child.ended)]);
    patience.abort();
  }

  /** Null when nothing may be started any more. */
  private async spawn(): Promise<Child | null> {
    try {
      return await this.options.spawn(this.options.spec);
    } catch (error) {
      if (!this.options.isOver()) throw error;
      this.isWanted = false;
      return null;
    }
  }

  private watch(child: Child): void {
    this.child = child;
    this.isFrozen = false;
    void child.ended.then((how) => {
      if (this.child !== child || !this.isWanted || !this.ready || this.options.isOver()) return;
      this.ready = false;
      this.options.crashed(this.name, how);
      void this.start();
    });
  }

  private async becomesReady(child: Child, isReady: Readiness): Promise<boolean> {
    while (!child.hasEnded() && this.isWanted) {
      if (await isReady()) return !child.hasEnded();
      await delay(LOOK_EVERY);
    }
    return false;
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.pid === null) return;
    try {
      process.kill(this.pid, signal);
    } catch {
      // It ended just now.
    }
  }
}
