import type { ConversationId, ServiceId } from '@warmline/kernel';
import type { WatchedWords } from '@warmline/routing';
import type { Database } from '../database';
import { ms } from './desks';

/** What a waiting visitor needs of whoever is asked. */
export interface StoredWish {
  readonly conversation: ConversationId;
  /** Primary tag, where the service offers it; null: anybody will do. */
  readonly language: string | null;
  readonly wants: readonly string[];
  readonly topics: readonly string[];
}

/** A waiting visitor of band 1 for whom supervisors are called. */
export interface StoredCall {
  readonly conversation: ConversationId;
  readonly calledAt: number;
}

const PRIMARY = `lower(split_part(c.language, '-', 1))`;

export class WaitingVisitors {
  constructor(private readonly database: Database) {}

  async wishes(ids: readonly ConversationId[]): Promise<Map<ConversationId, StoredWish>> {
    if (ids.length === 0) return new Map();
    const rows: StoredWish[] = await this.database.query(
      `select c.id as conversation, c.wants, c.topics,
         case when exists (select 1 from unnest(v.languages) l where lower(split_part(l, '-', 1)) = ${PRIMARY})
           then ${PRIMARY} end as language
       from conversation c join service v on v.id = c.service_id where c.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.conversation, row]));
  }

  async calls(service: ServiceId): Promise<StoredCall[]> {
    return this.database.query(
      `select u.conversation_id as conversation, ${ms('u.called_at', 'calledAt')}
       from surge_call u join conversation c on c.id = u.conversation_id
       where u.service_id = $1 and c.state = 'waiting' order by u.called_at`,
      [service],
    );
  }

  /** The word list of a service, in the order of its ids. */
  async watchedWords(service: ServiceId): Promise<WatchedWords[]> {
    return this.database.query(
      'select id, language, words, promotes, topic from watched_words where service_id = $1 order by id',
      [service],
    );
  }
}
