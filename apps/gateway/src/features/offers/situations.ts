import { Injectable } from '@nestjs/common';
import { IndexMarkStore } from '@warmline/postgres';
import { LiveIndex, type IndexedSituation } from '@warmline/redis';
import type { Proposal, Situation } from '@warmline/routing';
import { isComplete } from '../../index/index-copy';
import { RoutingTerms } from '../../staffing/routing-terms';
import { RoutingReadModel } from './routing-read-model';

/** Who waits and who is free, from the live index; everything else that decides, and what time it is, from the truth. */
@Injectable()
export class Situations {
  constructor(
    private readonly index: LiveIndex,
    private readonly truth: RoutingReadModel,
    private readonly marks: IndexMarkStore,
    private readonly terms: RoutingTerms,
  ) {}

  /**
   * Null while the index is not whole: whoever should be asked first may be missing in it. Where nobody could be asked for
   * anybody it is empty, which saves the reading, unless wanted `evenIfIdle`.
   */
  async readSituation({ evenIfIdle = false } = {}): Promise<Situation | null> {
    const mark = await this.marks.loadMark();
    const seen = await this.index.situation({ wide: evenIfIdle });
    if (!isComplete(mark, seen.state)) return null;
    const { waiting, free } = isIdle(seen) && !evenIfIdle ? { waiting: [], free: [] } : seen;
    return {
      ...(await this.truth.readDecisive(waiting, free)),
      restAfterDecline: this.terms.timers.restAfterDecline,
      wishesHold: this.terms.timers.wishesLast,
      limits: this.terms.limits,
    };
  }

  /** The truth refused these: what is known of those people was not so. */
  forgetRefused(proposals: readonly Pick<Proposal, 'staff'>[]): void {
    this.truth.forget(proposals.map(({ staff }) => staff));
  }
}

/** Band 1 calls the supervisors even when nobody is free. */
const isIdle = ({ waiting, free }: IndexedSituation): boolean =>
  waiting.length === 0 || (free.length === 0 && waiting.every(({ band }) => band !== 1));
