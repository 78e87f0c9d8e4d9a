import { MINUTE, type ConversationId, type ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { oneOf, row, rows, whole } from '../connection/parse-rows';
import type { OutageStore } from './outage-store';

/** How long a place is reserved for a visitor whose page is away (ms). */
export interface ReservedPlaceSpans {
  readonly waiting: number;
  /** Waiting in band 1 or 2, or in danger. */
  readonly waitingUrgent: number;
  /** Waiting in band 1, without a word and without half a minute of presence. */
  readonly waitingUnseen: number;
  readonly talking: number;
  /** The presence of a page is recorded this often. */
  readonly seenEvery: number;
}

export const RESERVED_PLACE_SPANS: ReservedPlaceSpans = {
  waiting: 30 * MINUTE,
  waitingUrgent: 60 * MINUTE,
  waitingUnseen: 5 * MINUTE,
  talking: 30 * MINUTE,
  seenEvery: MINUTE,
};

/** A conversation whose visitor has been away for too long, as it was found. */
export interface AbandonedConversation {
  readonly conversation: ConversationId;
  readonly state: 'waiting' | 'talking';
  readonly epoch: number;
}

const abandoned = row<AbandonedConversation>({
  conversation: known.conversation,
  state: oneOf({ waiting: true, talking: true }),
  epoch: whole,
});

const interval = (span: number): string => `interval '${span} milliseconds'`;

/**
 * When a page of each visitor last answered, in Postgres. Their place is reserved for the given time, by the database's clock.
 * Redis has no part in this, and time in which no gateway could record anything does not count.
 */
export class ReservedPlaceStore {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly spans: ReservedPlaceSpans = RESERVED_PLACE_SPANS,
  ) {}

  /** Pages of these visitors answered. Recorded at most every `seenEvery` for each, in id order so that gateways never deadlock. */
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

  /** A page of this visitor has connected: until now it was away, since it was last recorded. Time of that is no silence of theirs. */
  async recordReturn(visitor: ConversationId): Promise<void> {
    await this.database.query(
      `insert into visitor_absence (conversation_id, from_at, to_at)
       select s.conversation_id, s.at, clock_timestamp() from visitor_presence s join conversation c on c.id = s.conversation_id
       where s.conversation_id = $1 and c.state = 'talking'
       on conflict do nothing`,
      [visitor],
    );
    await this.database.query(
      `insert into visitor_presence (conversation_id, at)
       select id, clock_timestamp() from conversation where id = $1 and state <> 'ended'
       on conflict (conversation_id) do update set at = excluded.at`,
      [visitor],
    );
  }

  /** Visitors who are away for longer than their place is reserved. In a conversation of band 1 or in danger a person decides, so those are left out. */
  async findExpiredPlaces(service: ServiceId, limit: number): Promise<AbandonedConversation[]> {
    const { waiting, waitingUrgent, waitingUnseen, talking, seenEvery } = this.spans;
    const answer: unknown = await this.database.query(
      `select c.id as conversation, c.state, c.epoch
       from conversation c left join visitor_presence s on s.conversation_id = c.id
       where c.service_id = $1 and c.state <> 'ended' and c.visitor_left_at is null and (c.state = 'waiting' or (c.band > 1 and not c.in_danger and coalesce(c.danger_lowered_by, c.step_closed_by) is null))
         and greatest(s.at, c.entered_at, ${this.outages.sinceSql}) < clock_timestamp() - ${interval(seenEvery)}
           - case when c.state = 'talking' then ${interval(talking)}
                  when c.band = 3 and not c.in_danger then ${interval(waiting)}
                  when c.hold = 'unseen' then ${interval(waitingUnseen)}
                  else ${interval(waitingUrgent)} end
         and ${this.outages.sinceSql} is not null
       order by c.entered_at limit $2`,
      [service, limit],
    );
    return rows(abandoned, answer);
  }

  /** Once a conversation is over, nothing is kept about when the visitor was present. */
  async forgetEnded(): Promise<void> {
    await this.database.query(
      `delete from visitor_presence s using conversation c where c.id = s.conversation_id and c.state = 'ended'`,
    );
    await this.database.query(
      `delete from visitor_absence s using conversation c where c.id = s.conversation_id and c.state = 'ended'`,
    );
  }
}
