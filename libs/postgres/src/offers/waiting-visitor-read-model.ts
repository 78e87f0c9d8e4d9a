import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { UnansweredOffer, WatchedWords } from '@warmline/routing';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

/** What a waiting visitor needs of whoever is asked, and whom it was asked of before. */
export interface StoredNeed {
  readonly conversation: ConversationId;
  /** Primary tag, where the service offers it; null: anybody will do. */
  readonly language: string | null;
  readonly wants: readonly string[];
  readonly topics: readonly string[];
  /** Who held it before its line broke. */
  readonly heldBefore: StaffId | null;
  /** Offers that came to nothing. */
  readonly unanswered: readonly Omit<UnansweredOffer, 'conversation'>[];
  /** The database's clock. */
  readonly now: Instant;
}

/** A waiting visitor of band 1 for whom supervisors are called. */
export interface StoredSupervisorCall {
  readonly conversation: ConversationId;
  readonly calledAt: number;
}

const PRIMARY = `lower(split_part(c.language, '-', 1))`;

const NEEDS = `
  select c.id as conversation, c.wants, c.topics, ${ms('clock_timestamp()', 'now')},
    case when exists (select 1 from unnest(v.languages) l where lower(split_part(l, '-', 1)) = ${PRIMARY})
      then ${PRIMARY} end as language,
    case when c.state = 'waiting' then (
      select h.staff_id from holding h where h.conversation_id = c.id and h.epoch = c.epoch) end as "heldBefore",
    coalesce((select json_agg(json_build_object('staff', o.staff_id, 'outcome', o.outcome,
        'at', (extract(epoch from o.closed_at) * 1000)::double precision) order by o.closed_at)
      from offer o where o.conversation_id = c.id and o.outcome in ('declined', 'expired')), '[]') as unanswered
  from conversation c join service v on v.id = c.service_id where c.id = any ($1::uuid[])`;

export class WaitingVisitorReadModel {
  constructor(private readonly database: Database) {}

  /** Of those of these that exist, in one question: a match asks it each time. */
  async loadNeeds(ids: readonly ConversationId[]): Promise<StoredNeed[]> {
    return ids.length === 0 ? [] : this.database.query(NEEDS, [ids]);
  }

  async loadSupervisorCalls(service: ServiceId): Promise<StoredSupervisorCall[]> {
    return this.database.query(
      `select u.conversation_id as conversation, ${ms('u.called_at', 'calledAt')}
       from supervisor_call u join conversation c on c.id = u.conversation_id
       where u.service_id = $1 and c.state = 'waiting' order by u.called_at`,
      [service],
    );
  }

  /** The word list of a service, in the order of its ids. */
  async loadWatchedWords(service: ServiceId): Promise<WatchedWords[]> {
    return this.database.query(
      'select id, language, words, promotes, topic from watched_words where service_id = $1 order by id',
      [service],
    );
  }
}
