import { Injectable } from '@nestjs/common';
import { MatcherLock } from '@warmline/postgres';
import { match } from '@warmline/routing';
import { Situations } from '../features/offers/situations';
import { IndexUpdater } from '../index/index-updater';
import { Asking } from './asking';

/** Rounds of one ring, at most: each makes at least one offer or is the last. */
const ROUNDS = 100;

/** Brings the queue and the responders together: the index proposes, routing decides, the truth disposes. */
@Injectable()
export class Matcher {
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly seat: MatcherLock,
    private readonly situations: Situations,
    private readonly asking: Asking,
    private readonly keeper: IndexUpdater,
  ) {}

  /**
   * Does something only if this process is the matcher. Where it fails the seat is left: perhaps another process reaches what
   * this one does not.
   */
  async ifSeated(work: () => Promise<void>): Promise<void> {
    if (!(await this.seat.acquire())) return;
    try {
      await work();
    } catch (error) {
      await this.seat.release();
      throw error;
    }
  }

  /** Matches now if this process is the matcher; a ring during a match causes one more. */
  async ring(): Promise<void> {
    this.again = true;
    this.running ??= this.ifSeated(() => this.matchAll()).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Leaves the seat to another process. */
  async stop(): Promise<void> {
    this.again = false;
    await this.running?.catch(() => undefined);
    await this.seat.release();
  }

  private async matchAll(): Promise<void> {
    for (let round = 0; this.again && round < ROUNDS; round += 1) {
      this.again = false;
      if ((await this.matchOnce()) > 0) this.again = true;
    }
  }

  private async matchOnce(): Promise<number> {
    await this.asking.forHandovers();
    const situation = await this.situations.readSituation();
    // Built anew in the next round; its ring brings us back.
    if (situation === null) return 0;
    const { proposals, calls } = match(situation);
    const refused = await this.asking.forQueue(proposals);
    this.situations.forgetRefused(refused);
    await this.keeper.copyAgain(refused);
    await this.asking.supervisorsFor(calls);
    await this.keeper.applyNotes();
    return proposals.length - refused.length;
  }
}
