import type { Noted } from './judge';

type Strike = Extract<Noted, { k: 'nemesis' }>;

/** A worker by its number, itself or its line to the truth; its line to Redis does not keep it from sweeping. */
const WORKER = /^worker (\d+)(?:>postgres)?$/;

/**
 * Outages of our own, after which everyone gets the time to return once (ASG5): of the database, of a line to it, and of
 * both workers at once. One worker that is gone is none: the other one sweeps.
 */
export class OwnOutages {
  /** Wall time, ms. */
  readonly moments: number[] = [];
  private readonly struck = new Set<string>();

  see({ what, target, w }: Strike): void {
    const [, worker] = WORKER.exec(target) ?? [];
    if (worker !== undefined) return this.worker(worker, { isHealed: what === 'healed', w });
    if (/postgres|everything/.test(target)) this.moments.push(w);
  }

  private worker(worker: string, { isHealed, w }: { readonly isHealed: boolean; readonly w: number }): void {
    const wasAll = this.struck.size > 1;
    if (isHealed) this.struck.delete(worker);
    else this.struck.add(worker);
    if (wasAll || this.struck.size > 1) this.moments.push(w);
  }
}
