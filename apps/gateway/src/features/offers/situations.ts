import { Injectable } from '@nestjs/common';
import { IndexMarkStore } from '@warmline/postgres';
import { LiveIndex, type IndexedSituation } from '@warmline/redis';
import type { Proposal, Situation } from '@warmline/routing';
import { holdsAll } from '../../index/index-copy';
import { RoutingTerms } from '../../staffing/routing-terms';
import { RoutingReadModel } from './routing-read-model';

/** Who waits and who is free, from the live index. The time, and everything else that decides, comes from Postgres. */
@Injectable()
export class Situations {
  constructor(
    private readonly index: LiveIndex,
    private readonly readModel: RoutingReadModel,
    private readonly marks: IndexMarkStore,
    private readonly terms: RoutingTerms,
  ) {}

  /**
   * Null while the index is not complete: the visitor to answer first may be missing in it. Empty, and without a query, when
   * no offer could be made, unless it is wanted `evenIfIdle`.
   */
  async readSituation({ evenIfIdle = false } = {}): Promise<Situation | null> {
    const mark = await this.marks.loadMark();
    const seen = await this.index.situation({ wide: evenIfIdle });
    if (!holdsAll(mark, seen.state)) return null;
    const { waiting, free } = isIdle(seen) && !evenIfIdle ? { waiting: [], free: [] } : seen;
    return {
      ...(await this.readModel.readDecisive(waiting, free)),
      restAfterDecline: this.terms.timers.restAfterDecline,
      wishesHold: this.terms.timers.wishesLast,
      limits: this.terms.limits,
    };
  }

  /** Postgres refused these: what was known of those people was out of date. */
  forgetRefused(proposals: readonly Pick<Proposal, 'staff'>[]): void {
    this.readModel.forget(proposals.map(({ staff }) => staff));
  }
}

/** A visitor of band 1 calls the supervisors even when no one is free. */
const isIdle = ({ waiting, free }: IndexedSituation): boolean =>
  waiting.length === 0 || (free.length === 0 && waiting.every(({ band }) => band !== 1));
