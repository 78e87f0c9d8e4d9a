import { Injectable } from '@nestjs/common';
import type { OpeningView, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { keepServiceOpen, setOpening } from '@warmline/opening';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { OpeningViews } from './opening-view';

/** A supervisor opens or closes the service. */
@Injectable()
export class SetOpening {
  constructor(
    private readonly changes: Changes,
    private readonly views: OpeningViews,
  ) {}

  /** Answers the opening state as it is afterwards. Setting the same state changes nothing. */
  async setOpening(
    { service, staff }: StaffPrincipal,
    to: { readonly setting: OpeningSetting; readonly reason: OpeningReason },
  ): Promise<Reply<OpeningView>> {
    await this.changes.commit(async (stores) => {
      const decision = setOpening(await stores.opening.lock(service), to, staff);
      for (const fact of decision.accepted ? decision.events : []) await stores.opening.setOpening(fact);
    });
    return done(await this.views.loadView());
  }

  /** Refuses `nothing_suggested`. */
  async keepOpen({ service, staff }: StaffPrincipal): Promise<Reply<OpeningView>> {
    const decision = await this.changes.commit(async (stores) => {
      const decided = keepServiceOpen(await stores.opening.lock(service), staff);
      for (const fact of decided.accepted ? decided.events : []) await stores.opening.keepOpen(fact);
      return decided;
    });
    return decision.accepted ? done(await this.views.loadView()) : refused(decision.refusal);
  }
}
