import { Injectable } from '@nestjs/common';
import type { OpeningView, ServiceSummary, Wait } from '@warmline/contracts';
import { MINUTE, type Instant } from '@warmline/kernel';
import { holidayAt, openingSuggestion, overrideInForce, type OpeningMoment } from '@warmline/opening';
import { OpeningReadModel } from '@warmline/postgres';
import { bucketFor } from '@warmline/waiting-time';
import { rounded } from '../../core/rounded';
import { openingOf, ServiceOpening } from './service-opening';

/** A bound (ms) as it is shown before a wait begins. */
export const waitFor = (bound: number | null): Wait => {
  if (bound === null) return 'unknown';
  const bucket = bucketFor(bound / MINUTE);
  return { within: bucket === 'more' ? 0 : bucket, late: false };
};

const whole = (time: Instant): number => Math.round(time);

type Shown = Pick<OpeningView, 'state' | 'why' | 'takes' | 'closesAt' | 'opensAt' | 'spaceAt'>;

/** The opening state as it is shown: all of it to supervisors, and to visitors what it means to them. */
@Injectable()
export class OpeningViews {
  constructor(
    private readonly opening: ServiceOpening,
    private readonly readModel: OpeningReadModel,
  ) {}

  async loadView(): Promise<OpeningView> {
    const moment = await this.opening.readNow();
    const suggestion = openingSuggestion(moment);
    return {
      now: whole(moment.now),
      ...this.shownOf(moment),
      onShift: moment.situation.onShift,
      leftWaiting: await this.leftWaiting(moment),
      wait: waitFor(moment.situation.standardBound),
      set: await this.setOf(moment),
      suggestion: suggestion && {
        kind: suggestion.kind,
        since: whole(suggestion.since),
        actsAt: rounded(suggestion.actsAt),
      },
    };
  }

  /** What anyone may know before starting, at most a second old. */
  async loadSummary(): Promise<
    Pick<ServiceSummary, 'opening' | 'takes' | 'closesAt' | 'opensAt' | 'spaceAt' | 'wait' | 'holiday'>
  > {
    const moment = await this.opening.readRecent();
    const { state, takes, closesAt, opensAt, spaceAt } = this.shownOf(moment);
    const holiday = state === 'closed' ? holidayAt(moment.rules.hours, moment.now) : null;
    return {
      ...(holiday !== null && { holiday }),
      opening: state,
      takes,
      closesAt,
      opensAt,
      spaceAt,
      wait: waitFor(moment.situation.standardBound),
    };
  }

  private shownOf(moment: OpeningMoment): Shown {
    const { state, why, takes, ...times } = openingOf(moment);
    const [closesAt, opensAt] = [rounded(times.closesAt), rounded(times.opensAt)];
    return { state, why, takes, closesAt, opensAt, spaceAt: rounded(times.spaceAt) };
  }

  private async leftWaiting({ service }: OpeningMoment): Promise<OpeningView['leftWaiting']> {
    const left = await this.readModel.findWaitingWithNobodyOn(service);
    return left && { count: left.count, since: whole(left.since) };
  }

  private async setOf(moment: OpeningMoment): Promise<OpeningView['set']> {
    const set = overrideInForce(moment);
    if (set === null) return null;
    const by = set.by === null ? null : await this.readModel.findStaffName(set.by);
    return { setting: set.setting, reason: set.reason, by, at: whole(set.at) };
  }
}
