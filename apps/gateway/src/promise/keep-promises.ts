import { Inject, Injectable } from '@nestjs/common';
import { elapsed, MINUTE, type Instant } from '@warmline/kernel';
import { Work, type Reached, type Telling, type Told } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import {
  LONGEST_ESTIMATE,
  promiseAtFirst,
  renewPromise,
  SHOWN_AT_LEAST,
  shownWait,
  type Renewal,
} from '@warmline/routing';
import { chunks } from '../platform/chunks';
import { SERVICE, type Service } from '../platform/service-setting';
import type { Estimates, EstimatedWait } from './wait-estimates';
import { WaitLore } from './wait-lore';

/** Visitors in one hint, at most. */
const TOLD_TOGETHER = 200;

const renewalOf = ({ band, found, told }: EstimatedWait, now: Instant): Renewal =>
  told === null
    ? { promise: promiseAtFirst(band, found, now), apologise: false }
    : renewPromise(told.said, { band, found }, now);

/** A number stands for a while before another takes its place; an apology waits for nothing. */
const isTooSoon = (told: Told, { apologise }: Renewal, now: Instant): boolean =>
  !apologise && told.shown !== null && elapsed(told.at, now) < SHOWN_AT_LEAST;

/** What somebody is told from now on; null where it stays as it is, or was changed a moment ago. */
const tellingOf = (wait: EstimatedWait, now: Instant): Telling | null => {
  const { conversation, raw, found, told } = wait;
  const renewal = renewalOf(wait, now);
  const said = renewal.promise;
  const { bucket, isLate } = shownWait(said, found, now);
  const shown = bucket === 'more' ? 0 : bucket;
  const telling = { conversation, raw, bound: found?.bound ?? null, said, shown, isLate };
  // Until now the page has shown no number.
  if (told === null) return { ...telling, isNews: shown !== null };
  if (told.shown !== shown || told.isLate !== isLate)
    return isTooSoon(told, renewal, now) ? null : { ...telling, isNews: true };
  return JSON.stringify(said) === JSON.stringify(told.said) ? null : { ...telling, isNews: false };
};

/** Tells everyone who waits what may be promised, and remembers how it went. By the matcher alone. */
@Injectable()
export class KeepPromises {
  constructor(
    private readonly work: Work,
    private readonly hints: Hints,
    private readonly lore: WaitLore,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async run({ waits, now, reached }: Estimates): Promise<void> {
    const tellings = waits.map((wait) => tellingOf(wait, now)).filter((telling) => telling !== null);
    await this.settle(reached);
    if (tellings.length === 0) return;
    await this.work.run((stores) => stores.promises.tell(tellings));
    const news = tellings.filter(({ isNews }) => isNews).map(({ conversation }) => conversation);
    for (const conversations of chunks(news, TOLD_TOGETHER))
      this.hints.hint({ kind: 'changed', conversations, staff: [] });
  }

  private async settle(reached: readonly Reached[]): Promise<void> {
    const { id: service } = this.service;
    const taken = await this.work.run(async (stores) => {
      await stores.promises.settleReached(service, reached, LONGEST_ESTIMATE);
      return stores.promises.settleTaken(service);
    });
    if (taken + reached.length > 0) this.lore.refresh();
  }
}

/** U80 in ms. */
export const boundOf = (found: { readonly bound: number } | null): number | null =>
  found === null ? null : found.bound * MINUTE;
