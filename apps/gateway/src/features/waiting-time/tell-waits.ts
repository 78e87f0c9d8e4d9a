import { Injectable } from '@nestjs/common';
import { elapsed, MINUTE, type Instant, type ServiceId } from '@warmline/kernel';
import { UnitOfWork, type Reached, type Telling, type ToldEstimate } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import {
  LONGEST_ESTIMATE,
  firstEstimate,
  renewEstimate,
  shownWait,
  type Renewal,
  type WaitEstimate,
} from '@warmline/waiting-time';
import { inChunks } from '../../core/async/batch';
import { Timers } from '../../core/timers';
import type { Estimates, EstimatedWait } from './wait-estimates';
import { WaitHistoryCache } from './wait-history-cache';

/** Visitors in one hint, at most. */
const TOLD_TOGETHER = 200;

const renewalOf = (wait: EstimatedWait, now: Instant): Renewal =>
  wait.told === null
    ? { estimate: firstEstimate(wait, now), apologise: false }
    : renewEstimate(wait.told.said, wait, now);

const isNobodyOn = (said: WaitEstimate | undefined): boolean => said?.kind === 'nobody_on';

interface Pace {
  readonly now: Instant;
  /** How long a number is shown before another one replaces it (ms). An apology is shown at once. */
  readonly shownAtLeast: number;
}

const isYoung = (told: ToldEstimate, { apologise }: Renewal, { now, shownAtLeast }: Pace): boolean =>
  !apologise && told.shown !== null && elapsed(told.at, now) < shownAtLeast;

/** Whether the page shows something new. That no one is on, or that someone is again, is shown at once. */
type News = 'at_once' | 'at_its_pace' | 'none';

const newsOf = (told: ToldEstimate | null, { said, shown, isLate }: Telling): News => {
  if (isNobodyOn(said) !== isNobodyOn(told?.said)) return 'at_once';
  // Until now the page has shown no number.
  if (told === null) return shown === null ? 'none' : 'at_once';
  return told.shown !== shown || told.isLate !== isLate ? 'at_its_pace' : 'none';
};

const isSame = (told: ToldEstimate | null, { said }: Telling): boolean =>
  told !== null && JSON.stringify(said) === JSON.stringify(told.said);

/** What a visitor is told from now on. Null when it does not change, or changed a moment ago. */
const tellingOf = (wait: EstimatedWait, pace: Pace): Telling | null => {
  const { conversation, raw, found, told } = wait;
  const renewal = renewalOf(wait, pace.now);
  const said = renewal.estimate;
  const { bucket, isLate } = shownWait(said, found, pace.now);
  const shown = bucket === 'more' ? 0 : bucket;
  const bound = found?.bound ?? null;
  const telling = { conversation, raw, bound, said, shown, isLate, isNews: false };
  const news = newsOf(told, telling);
  if (news === 'none') return isSame(told, telling) ? null : telling;
  const isTooSoon = news === 'at_its_pace' && told !== null && isYoung(told, renewal, pace);
  return isTooSoon ? null : { ...telling, isNews: true };
};

/** Tells waiting visitors their estimates, and stores how earlier ones turned out. Only the leader calls it. */
@Injectable()
export class TellWaits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly hints: Hints,
    private readonly history: WaitHistoryCache,
    private readonly timers: Timers,
  ) {}

  async tellAll({ waits, now, reached, opening: { service } }: Estimates): Promise<void> {
    const pace = { now, shownAtLeast: this.timers.shownAtLeast };
    const tellings = waits.map((wait) => tellingOf(wait, pace)).filter((telling) => telling !== null);
    await this.settle(service, reached);
    if (tellings.length === 0) return;
    await this.work.inTransaction((stores) => stores.waitEstimates.recordTold(tellings));
    const news = tellings.filter(({ isNews }) => isNews).map(({ conversation }) => conversation);
    for (const conversations of inChunks(news, TOLD_TOGETHER))
      this.hints.hint({ kind: 'changed', conversations, staff: [] });
  }

  private async settle(service: ServiceId, reached: readonly Reached[]): Promise<void> {
    const taken = await this.work.inTransaction(async (stores) => {
      await stores.waitEstimates.settleReached(service, reached, LONGEST_ESTIMATE);
      return stores.waitEstimates.settleTaken(service);
    });
    if (taken + reached.length > 0) this.history.forget();
  }
}

/** U80 in ms. */
export const boundOf = (found: { readonly bound: number } | null): number | null =>
  found === null ? null : found.bound * MINUTE;
