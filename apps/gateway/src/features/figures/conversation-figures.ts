import { Injectable } from '@nestjs/common';
import type { Wallboard } from '@warmline/contracts';
import {
  concurrency,
  CONCURRENCY_MOST,
  HANDED_OVER_MOST,
  handedOver,
  isWithin,
  REPLY_GAP_MOST,
  replyGaps,
  spread,
  type Said,
} from '@warmline/figures';
import { HOUR, later, SECOND, type ServiceId } from '@warmline/kernel';
import { ConversationFiguresReadModel, type StoredConversationFigures } from '@warmline/postgres';
import { TimedCache } from '../../core/async/cache';
import { Timers } from '../../core/timers';

/** The figures are about hours and need every message's time, so they are kept this long (ms). */
const READ_EVERY = 30 * SECOND;

/** They are about the last hours (ms). */
export const FIGURES_SPAN = 4 * HOUR;

type Figures = Wallboard['conversations'];

/** How conversations go, for the table beside the tiles. */
@Injectable()
export class ConversationFigures {
  private readonly cache = new TimedCache(async (service: ServiceId) =>
    figuresOf(await this.readModel.loadConversationFigures(service, FIGURES_SPAN)),
  );

  constructor(
    private readonly readModel: ConversationFiguresReadModel,
    private readonly timers: Timers,
  ) {}

  loadFigures(service: ServiceId): Promise<Figures> {
    return this.cache.get(this.timers.scaled(READ_EVERY), service);
  }
}

const figuresOf = ({ now, from, conversations, held, said }: StoredConversationFigures): Figures => {
  const interval = { from, to: later(now, 1) };
  const answered = conversations.filter(({ answeredAt }) => isWithin(interval, answeredAt));
  const gaps = spread(inConversations(said).flatMap(replyGaps));
  const talked = concurrency(held, interval);
  const share = (atLeast: number, most: number) => ({ ...handedOver(answered, atLeast), least: null, most });
  return {
    replyGap: {
      n: gaps?.n ?? 0,
      median: gaps === null ? null : Math.max(0, Math.round(gaps.median)),
      p90: gaps === null ? null : Math.max(0, Math.round(gaps.p90)),
      medianMost: REPLY_GAP_MOST.median,
      p90Most: REPLY_GAP_MOST.p90,
    },
    concurrency: { value: talked === null ? null : Math.round(talked * 100) / 100, most: CONCURRENCY_MOST },
    handedOver: { once: share(1, HANDED_OVER_MOST.once), twice: share(2, HANDED_OVER_MOST.twice) },
  };
};

const inConversations = (said: StoredConversationFigures['said']): Said[][] => {
  const conversations = new Map<string, Said[]>();
  for (const { conversation, ...one } of said) {
    const known = conversations.get(conversation) ?? [];
    known.push(one);
    conversations.set(conversation, known);
  }
  return [...conversations.values()];
};
