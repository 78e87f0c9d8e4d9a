import type { Clock } from '@warmline/client';
import type { Deployment } from '../deployment/deployment';
import type { History } from '../history/history-file';

/** What everyone in one storm has in common. */
export class Setting {
  /** Messages acknowledged so far, each id once. */
  acked = 0;
  private tries = 0;
  private calm = false;
  private gone = false;
  private readonly sleeping = new Set<() => void>();

  constructor(
    readonly deployment: Deployment,
    readonly clock: Clock,
    readonly history: History,
  ) {}

  nextTry(): number {
    this.tries += 1;
    return this.tries;
  }

  /** Nothing new is begun any more; what was begun is brought to its end. */
  get isCalm(): boolean {
    return this.calm;
  }

  /** Everyone goes home. */
  get isOver(): boolean {
    return this.gone;
  }

  becomeCalm(): void {
    this.calm = true;
    this.wakeAll();
  }

  end(): void {
    this.calm = true;
    this.gone = true;
    this.wakeAll();
  }

  /** So many ms of real time, or until everything becomes calm or ends. */
  async pause(milliseconds: number): Promise<void> {
    if (this.gone) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleeping.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.sleeping.add(wake);
    });
  }

  private wakeAll(): void {
    for (const wake of [...this.sleeping]) wake();
  }
}
