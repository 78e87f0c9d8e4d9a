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
import { later, SECOND, type ServiceId } from '@warmline/kernel';
import { ConversationFiguresReadModel, type StoredConversationFigures } from '@warmline/postgres';
import { Timers } from '../../core/timers';

/** They are of hours, and are read from every message's time: so long (ms) they stay as they were read. */
const READ_EVERY = 30 * SECOND;

type TalkFigures = Wallboard['conversations'];

/** How talks go, for the table beside the tiles. */
@Injectable()
export class ConversationFigures {
  private readonly read = new Map<
    ServiceId,
    { readonly at: number; readonly figures: Promise<TalkFigures> }
  >();

  constructor(
    private readonly readings: ConversationFiguresReadModel,
    private readonly timers: Timers,
  ) {}

  loadFigures(service: ServiceId, span: number): Promise<TalkFigures> {
    const known = this.read.get(service);
    const at = performance.now();
    if (known !== undefined && at - known.at < this.timers.scaled(READ_EVERY)) return known.figures;
    const figures = this.readings.loadConversationFigures(service, span).then(figuresOf);
    this.read.set(service, { at, figures });
    // What could not be read is asked for again.
    figures.catch(() => this.read.delete(service));
    return figures;
  }
}

const figuresOf = ({
  now,
  from,
  conversations: talks,
  held,
  said,
}: StoredConversationFigures): TalkFigures => {
  const interval = { from, to: later(now, 1) };
  const answered = talks.filter(({ answeredAt }) => isWithin(interval, answeredAt));
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
