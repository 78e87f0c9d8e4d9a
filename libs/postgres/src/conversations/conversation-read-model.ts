import type { ConversationId, ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { conversationRows, type ConversationRow } from './conversation-tables';

/** Who holds a conversation, by alias. */
export interface HolderView {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly name: string;
}

/** What changes tell a gateway whether its readers are behind. */
export interface Freshness {
  readonly id: ConversationId;
  readonly version: number;
  readonly head: number;
}

const HOLDERS = `
  select h.conversation_id as conversation, h.staff_id as staff, s.name
  from holding h join staff s on s.id = h.staff_id
  where h.conversation_id = any ($1::uuid[]) and h.ended_at is null`;

/** Who may read any of $1: holders until they have wrapped up, both sides of a handover while it lasts, observers. */
const READERS = `
  select conversation_id as conversation, staff_id as staff from holding
    where conversation_id = any ($1::uuid[]) and wrapped_up_at is null
  union select conversation_id, staff_id from observation
    where conversation_id = any ($1::uuid[]) and ended_at is null
  union select conversation_id, receiver_id from handover
    where conversation_id = any ($1::uuid[]) and state in ('visitor_asked', 'joined', 'control_passed')
  union select conversation_id, sender_id from handover
    where conversation_id = any ($1::uuid[]) and state = 'control_passed'`;

export class ConversationReadModel {
  constructor(private readonly database: Database) {}

  async findConversation(id: ConversationId): Promise<ConversationRow | null> {
    return conversationRows.one(this.database, 'where t.id = $1', [id]);
  }

  /** Those of these that exist, in any order. */
  async findConversations(ids: readonly ConversationId[]): Promise<ConversationRow[]> {
    return ids.length === 0
      ? []
      : conversationRows.all(this.database, 'where t.id = any ($1::uuid[])', [ids]);
  }

  async findByToken(tokenHash: Buffer): Promise<ConversationRow | null> {
    return conversationRows.one(this.database, 'where t.token_hash = $1', [tokenHash]);
  }

  async findHolders(ids: readonly ConversationId[]): Promise<HolderView[]> {
    return ids.length === 0 ? [] : this.database.query(HOLDERS, [ids]);
  }

  /** Who holds this conversation, or held it last; null for one nobody ever held. */
  async findLastHolder(id: ConversationId): Promise<HolderView | null> {
    const [row]: HolderView[] = await this.database.query(
      `select h.conversation_id as conversation, h.staff_id as staff, s.name
       from holding h join staff s on s.id = h.staff_id
       where h.conversation_id = $1 order by h.epoch desc limit 1`,
      [id],
    );
    return row ?? null;
  }

  /** Heads and versions of these conversations, for the reconciliation tick. */
  async loadFreshness(ids: readonly ConversationId[]): Promise<Freshness[]> {
    return this.database.query(
      'select id, version, last_seq as head from conversation where id = any ($1::uuid[])',
      [ids],
    );
  }

  /** Whether this member of staff may read it at this moment. */
  async mayRead(conversation: ConversationId, staff: StaffId): Promise<boolean> {
    return this.exists(`select 1 from (${READERS}) readers where staff = $2`, [[conversation], staff]);
  }

  /** Whether they hold it now, under this epoch. */
  async isHolder(conversation: ConversationId, staff: StaffId, epoch: number): Promise<boolean> {
    return this.exists(
      'select 1 from holding where conversation_id = $1 and staff_id = $2 and epoch = $3 and ended_at is null',
      [conversation, staff, epoch],
    );
  }

  /** Whether this epoch was ever theirs. */
  async wasHolder(conversation: ConversationId, staff: StaffId, epoch: number): Promise<boolean> {
    return this.exists('select 1 from holding where conversation_id = $1 and staff_id = $2 and epoch = $3', [
      conversation,
      staff,
      epoch,
    ]);
  }

  /** Everyone of the staff who may read each of these. */
  async findReaders(ids: readonly ConversationId[]): Promise<Map<ConversationId, Set<StaffId>>> {
    const rows: { conversation: ConversationId; staff: StaffId }[] = await this.database.query(READERS, [
      ids,
    ]);
    const readers = new Map<ConversationId, Set<StaffId>>();
    for (const { conversation, staff } of rows)
      readers.set(conversation, (readers.get(conversation) ?? new Set()).add(staff));
    return readers;
  }

  /** What a session is reading along with. */
  async findObservedBy(session: SessionId): Promise<ConversationId[]> {
    const rows: { id: ConversationId }[] = await this.database.query(
      'select conversation_id as id from observation where session_id = $1 and ended_at is null',
      [session],
    );
    return rows.map(({ id }) => id);
  }

  async isInService(conversation: ConversationId, service: ServiceId): Promise<boolean> {
    return this.exists('select 1 from conversation where id = $1 and service_id = $2', [
      conversation,
      service,
    ]);
  }

  /** Moves the visitor's cursor forward, never past the head; answers whether it moved. */
  async moveVisitorCursor(conversation: ConversationId, seq: number): Promise<boolean> {
    return this.moved(
      `update conversation set visitor_seen = least($2, last_seq), version = version + 1
       where id = $1 and visitor_seen < least($2, last_seq) returning 1`,
      [conversation, seq],
    );
  }

  /** Moves the responder's cursor, if the epoch given is the one that holds. */
  async moveResponderCursor(
    conversation: ConversationId,
    seq: number,
    by: { readonly staff: StaffId; readonly epoch: number },
  ): Promise<boolean> {
    return this.moved(
      `update conversation c set responder_seen = least($2, c.last_seq), version = c.version + 1
       from holding h
       where c.id = $1 and c.responder_seen < least($2, c.last_seq)
         and h.conversation_id = c.id and h.epoch = $4 and h.staff_id = $3 and h.ended_at is null
       returning 1`,
      [conversation, seq, by.staff, by.epoch],
    );
  }

  private async exists(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    const rows: unknown[] = await this.database.query(sql, [...parameters]);
    return rows.length > 0;
  }

  private async moved(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.database.query(sql, [...parameters]);
    return rows.length > 0;
  }
}
