import { Injectable } from '@nestjs/common';
import { MatcherLock } from '@warmline/postgres';
import { match } from '@warmline/routing';
import { Coalescer } from '../core/async/coalesce';
import { HandoverOffers } from '../features/handover';
import { CallSupervisors, MakeOffers, Situations } from '../features/offers';
import { IndexUpdater } from '../index/index-updater';

/** Rounds of one match, at most: each makes at least one offer or is the last. */
const ROUNDS_MAX = 100;

/** Brings waiting visitors and free responders together: the index proposes, routing decides, Postgres confirms. */
@Injectable()
export class Matcher {
  private readonly matches = new Coalescer(() => this.lock.runIfLeader(() => this.matchUntilDone()));

  constructor(
    private readonly lock: MatcherLock,
    private readonly situations: Situations,
    private readonly makeOffers: MakeOffers,
    private readonly handoverOffers: HandoverOffers,
    private readonly callSupervisors: CallSupervisors,
    private readonly index: IndexUpdater,
  ) {}

  /** Matches now if this process is the leader. A call during a match causes one more. */
  matchNow(): Promise<void> {
    return this.matches.run();
  }

  /** Resolves when no match is running, and another process may become the leader. */
  async stop(): Promise<void> {
    await this.matches.stop();
    await this.lock.release();
  }

  private async matchUntilDone(): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round += 1) if ((await this.matchOnce()) === 0) return;
  }

  /** Answers how many offers were made. Handovers come first, since their visitors are in a conversation already. */
  private async matchOnce(): Promise<number> {
    await this.handoverOffers.offerUnasked();
    const situation = await this.situations.readSituation();
    // The index is being rebuilt; its end causes another match.
    if (situation === null) return 0;
    const { proposals, calls } = match(situation);
    const refused = await this.makeOffers.makeOffers(proposals);
    this.situations.forgetRefused(refused);
    await this.index.copyAgain(refused);
    await this.callSupervisors.callSupervisors(calls);
    await this.index.applyNotes();
    return proposals.length - refused.length;
  }
}
