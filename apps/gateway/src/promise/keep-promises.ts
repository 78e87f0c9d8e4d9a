import { Inject, Injectable } from '@nestjs/common';
import { elapsed, MINUTE, type ConversationId, type Instant } from '@warmline/kernel';
import { Work, type Telling } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import {
  LONGEST_ESTIMATE,
  promiseAtFirst,
  renewPromise,
  SHOWN_AT_LEAST,
  shownWait,
  type Renewal,
} from '@warmline/routing';
import { SERVICE, type Service } from '../platform/service-setting';
import { WaitLore } from './wait-lore';
import type { Estimates, EstimatedWait } from './wait-estimates';

const renewalOf = ({ band, found, told }: EstimatedWait, now: Instant): Renewal =>
  told === null
    ? { promise: promiseAtFirst(band, found, now), apologise: false }
    : renewPromise(told.said, { band, found }, now);

/** What somebody is told from now on; null where it stays as it is, or was changed a moment ago. */
const tellingOf = (wait: EstimatedWait, now: Instant): Telling | null => {
  const { conversation, raw, found, told } = wait;
  const { promise: said, apologise } = renewalOf(wait, now);
  const { bucket, isLate } = shownWait(said, found, now);
  const shown = bucket === 'more' ? 0 : bucket;
  const isNews = told === null || told.shown !== shown || told.isLate !== isLate;
  if (!isNews && JSON.stringify(said) === JSON.stringify(told.said)) return null;
  const isTooSoon = told !== null && isNews && told.shown !== null && elapsed(told.at, now) < SHOWN_AT_LEAST;
  if (isTooSoon && !apologise) return null;
  return { conversation, raw, bound: found?.bound ?? null, said, shown, isLate, isNews };
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
    await this.settle(reached.map(({ conversation }) => conversation));
    if (tellings.length === 0) return;
    await this.work.run((stores) => stores.promises.tell(tellings));
    for (const { conversation, isNews } of tellings)
      if (isNews) this.hints.hint({ kind: 'conversation', id: conversation });
  }

  private async settle(reached: readonly ConversationId[]): Promise<void> {
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
