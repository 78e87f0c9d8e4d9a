import { MINUTE } from '@warmline/kernel';
import type { NetworkKeys } from './network-prefix';

/** Networks counted at once, at most. Beyond that the one seen longest ago is forgotten; what all may do together still binds. */
const NETWORKS_MAX = 20_000;

export interface BudgetSize {
  /** At once, at most. */
  readonly burst: number;
  /** What comes back in a minute. */
  readonly perMinute: number;
}

interface Level {
  left: number;
  at: number;
}

/** So many at once, and so many a minute. In this process's memory only. */
export class Budget {
  private level: Level;

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly size: BudgetSize,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.level = { left: size.burst, at: now() };
  }

  /** Takes one; answers false, and takes nothing, when none is left. */
  take(): boolean {
    this.level = refilled(this.level, this.size, this.now());
    if (this.level.left < 1) return false;
    this.level.left -= 1;
    return true;
  }

  get isSpent(): boolean {
    return refilled(this.level, this.size, this.now()).left < 1;
  }
}

/** A budget for each network. What is spent stays spent when the names of networks change. */
export class NetworkBudget {
  private readonly levels = new Map<string, Level>();

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly size: BudgetSize,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one for this network; answers false, and takes nothing, when it has none left. */
  take(keys: NetworkKeys): boolean {
    const level = this.levelOf(keys);
    const isLeft = level.left >= 1;
    if (isLeft) level.left -= 1;
    this.keep(keys, level);
    return isLeft;
  }

  isSpent(keys: NetworkKeys): boolean {
    return this.levelOf(keys).left < 1;
  }

  /** Networks that are counted now. */
  get networks(): number {
    return this.levels.size;
  }

  private levelOf({ current, previous }: NetworkKeys): Level {
    const known = this.levels.get(current) ?? (previous === null ? undefined : this.levels.get(previous));
    return refilled(known ?? { left: this.size.burst, at: this.now() }, this.size, this.now());
  }

  /** The map is kept in the order of use, so the first is the one seen longest ago. */
  private keep({ current, previous }: NetworkKeys, level: Level): void {
    this.levels.delete(current);
    if (previous !== null) this.levels.delete(previous);
    this.levels.set(current, level);
    for (const [key, old] of this.levels) {
      const isFull = refilled(old, this.size, this.now()).left >= this.size.burst;
      if (!isFull && this.levels.size <= NETWORKS_MAX) break;
      this.levels.delete(key);
    }
  }
}

const refilled = ({ left, at }: Level, { burst, perMinute }: BudgetSize, now: number): Level => ({
  left: Math.min(burst, left + ((now - at) * perMinute) / MINUTE),
  at: now,
});
