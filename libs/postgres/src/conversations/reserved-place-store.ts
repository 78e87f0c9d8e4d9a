import { MINUTE, type ConversationId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import type { OutageStore } from './outage-store';

/** How long places are kept for visitors whose pages are away (ms). */
export interface ReservedPlaceSpans {
  readonly waiting: number;
  /** Waiting in band 1 or 2. */
  readonly waitingUrgent: number;
  readonly talking: number;
  /** A page that is here is written down this often. */
  readonly seenEvery: number;
}

export const RESERVED_PLACE_SPANS: ReservedPlaceSpans = {
  waiting: 30 * MINUTE,
  waitingUrgent: 60 * MINUTE,
  talking: 30 * MINUTE,
  seenEvery: MINUTE,
};

/** A conversation whose visitor has been away for too long, as it was found. */
export interface AbandonedConversation {
  readonly conversation: ConversationId;
  readonly state: 'waiting' | 'talking';
  readonly epoch: number;
}

const interval = (span: number): string => `interval '${span} milliseconds'`;

/**
 * When visitors' pages were last here, in the truth: their places are kept for so long, by the database's clock. Redis has
 * no part in it, and time in which no gateway could write counts for nobody.
 */
export class ReservedPlaceStore {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly spans: ReservedPlaceSpans = RESERVED_PLACE_SPANS,
  ) {}

  /** Their pages are here. Written at most once every `seenEvery` for each, in id order so that gateways never deadlock. */
  async recordSeen(visitors: readonly ConversationId[]): Promise<void> {
    if (visitors.length === 0) return;
    await this.database.query(
      `insert into visitor_presence as s (conversation_id, at)
       select id, clock_timestamp() from conversation where id = any ($1::uuid[]) and state <> 'ended' order by id
       on conflict (conversation_id) do update set at = excluded.at
         where s.at < clock_timestamp() - ${interval(this.spans.seenEvery)}`,
      [visitors],
    );
  }

  /** Who has been away for longer than the place is kept. In a talk of band 1 a person decides, so those are not found. */
  async findExpiredPlaces(limit: number): Promise<AbandonedConversation[]> {
    const { waiting, waitingUrgent, talking, seenEvery } = this.spans;
    return this.database.query(
      `select c.id as conversation, c.state, c.epoch
       from conversation c left join visitor_presence s on s.conversation_id = c.id
       where c.state <> 'ended' and c.visitor_left_at is null and (c.state = 'waiting' or c.band > 1)
         and greatest(s.at, c.entered_at, ${this.outages.sinceSql}) < clock_timestamp() - ${interval(seenEvery)}
           - case when c.state = 'talking' then ${interval(talking)}
                  when c.band = 3 then ${interval(waiting)}
                  else ${interval(waitingUrgent)} end
         and ${this.outages.sinceSql} is not null
       order by c.entered_at limit $1`,
      [limit],
    );
  }

  /** Nothing is kept of when a visitor was here once the conversation is over. */
  async forgetEnded(): Promise<void> {
    await this.database.query(
      `delete from visitor_presence s using conversation c where c.id = s.conversation_id and c.state = 'ended'`,
    );
  }
}
