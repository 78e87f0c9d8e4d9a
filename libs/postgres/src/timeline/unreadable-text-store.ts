import type { ConversationId } from '@warmline/kernel';
import type { Database } from '../connection/database';

const RECORD = `
  insert into unreadable_text (conversation_id, entry, found_at) values ($1, $2, now())
  on conflict (conversation_id, entry) do update set found_at = excluded.found_at`;

/** Keeps which stored texts could not be opened, for the supervisors' notice. */
export class UnreadableTextStore {
  constructor(private readonly database: Database) {}

  /** `entry`: what the text is sealed as, such as a message's id. Recording it again moves its time. */
  async recordUnreadable(conversation: ConversationId, entry: string): Promise<void> {
    await this.database.query(RECORD, [conversation, entry]);
  }
}
