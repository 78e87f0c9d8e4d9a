import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { UnansweredOffer, WatchedWords } from '@warmline/routing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, list, moment, oneOf, optional, row, text } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';

/** What a waiting visitor needs from a responder, and who was asked before. */
export interface StoredNeed {
  readonly conversation: ConversationId;
  /** Primary tag when the service offers that language; null: any responder will do. */
  readonly language: string | null;
  readonly wants: readonly string[];
  readonly topics: readonly string[];
  /** Who held it before the connection was lost. */
  readonly heldBefore: StaffId | null;
  /** Offers that were declined or expired. */
  readonly unanswered: readonly Omit<UnansweredOffer, 'conversation'>[];
  /** The database's clock. */
  readonly now: Instant;
}

/** A waiting visitor in band 1 for whom supervisors are called. */
export interface StoredSupervisorCall {
  readonly conversation: ConversationId;
  readonly calledAt: Instant;
}

const PRIMARY = `lower(split_part(c.language, '-', 1))`;

const NEEDS = new RowQuery<StoredNeed>(
  {
    conversation: known.conversation,
    language: optional(text),
    wants: list(text),
    topics: list(text),
    heldBefore: optional(known.staff),
    unanswered: list(
      row({ staff: known.staff, outcome: oneOf({ declined: true, expired: true }), at: moment }),
    ),
    now: moment,
  },
  `
  select c.id as conversation, c.wants, c.topics, ${ms('clock_timestamp()', 'now')},
    case when exists (select 1 from unnest(v.languages) l where lower(split_part(l, '-', 1)) = ${PRIMARY})
      then ${PRIMARY} end as language,
    case when c.state = 'waiting' then (
      select h.staff_id from holding h where h.conversation_id = c.id and h.epoch = c.epoch) end as "heldBefore",
    coalesce((select json_agg(json_build_object('staff', o.staff_id, 'outcome', o.outcome,
        'at', ${milliseconds('o.closed_at')}) order by o.closed_at)
      from offer o where o.conversation_id = c.id and o.outcome in ('declined', 'expired')), '[]') as unanswered
  from conversation c join service v on v.id = c.service_id where c.id = any ($1::uuid[])`,
);

const SUPERVISOR_CALLS = new RowQuery<StoredSupervisorCall>(
  { conversation: known.conversation, calledAt: moment },
  `
  select u.conversation_id as conversation, ${ms('u.called_at', 'calledAt')}
  from supervisor_call u join conversation c on c.id = u.conversation_id
  where u.service_id = $1 and c.state = 'waiting' and c.hold is distinct from 'set_aside' order by u.called_at`,
);

const WATCHED_WORDS = new RowQuery<WatchedWords>(
  { id: text, language: text, words: text, promotes: flag, topic: optional(text) },
  'select id, language, words, promotes, topic from watched_words where service_id = $1 order by id',
);

/** Reads what the matcher knows about waiting visitors. */
export class WaitingVisitorReadModel {
  constructor(private readonly database: Database) {}

  /** One query for all of them; conversations that do not exist are left out. */
  async loadNeeds(ids: readonly ConversationId[]): Promise<StoredNeed[]> {
    return ids.length === 0 ? [] : NEEDS.all(this.database, [ids]);
  }

  async loadSupervisorCalls(service: ServiceId): Promise<StoredSupervisorCall[]> {
    return SUPERVISOR_CALLS.all(this.database, [service]);
  }

  /** The service's word list, ordered by id. */
  async loadWatchedWords(service: ServiceId): Promise<WatchedWords[]> {
    return WATCHED_WORDS.all(this.database, [service]);
  }
}
