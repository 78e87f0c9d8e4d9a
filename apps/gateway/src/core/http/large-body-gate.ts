/** Ends a turn. Calling it again does nothing. */
export type EndTurn = () => void;

/**
 * One large body at a time: reading, parsing and judging one takes memory and time that others wait for. A few may wait;
 * more are refused, so that what waits is bounded too.
 */
export class LargeBodyGate {
  private isTaken = false;
  private readonly waiting: (() => void)[] = [];

  /** `waitingMax`: how many may wait for their turn. */
  constructor(private readonly waitingMax: number) {}

  /** Resolves when it is this one's turn, or at once with null when too many wait already. `gone` gives up the place. */
  async takeTurn(gone?: AbortSignal): Promise<EndTurn | null> {
    if (!this.isTaken) {
      this.isTaken = true;
      return this.endOnce();
    }
    if (this.waiting.length >= this.waitingMax) return null;
    const isMine = await this.wait(gone);
    return isMine ? this.endOnce() : null;
  }

  private wait(gone: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        resolve(false);
      };
      const next = (): void => {
        gone?.removeEventListener('abort', leave);
        resolve(true);
      };
      this.waiting.push(next);
      gone?.addEventListener('abort', leave, { once: true });
    });
  }

  private endOnce(): EndTurn {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = this.waiting.shift();
      if (next === undefined) this.isTaken = false;
      else next();
    };
  }
}
