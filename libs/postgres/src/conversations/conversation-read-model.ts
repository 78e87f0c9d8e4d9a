import type { ConversationId, ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { changedRows, flag, text, whole } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { conversationRows, type ConversationRow } from './conversation-tables';
import { isKept, isKeptById } from './expiry';
import { SAFETY, storedSafety, type StoredSafety } from './stored-safety';

/** Who holds a conversation, by alias. */
export interface HolderView {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly name: string;
}

/** From this a gateway sees whether its readers are behind, and whether its visitor may still read. */
export interface Freshness {
  readonly id: ConversationId;
  readonly version: number;
  readonly head: number;
  readonly tokenWorks: boolean;
}

interface Reader {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
}

const HOLDER = { conversation: known.conversation, staff: known.staff, name: text };

const HOLDERS = new RowQuery<HolderView>(
  HOLDER,
  `
  select h.conversation_id as conversation, h.staff_id as staff, s.alias as name
  from holding h join staff s on s.id = h.staff_id
  where h.conversation_id = any ($1::uuid[]) and h.ended_at is null`,
);

const LAST_HOLDER = new RowQuery<HolderView>(
  HOLDER,
  `
  select h.conversation_id as conversation, h.staff_id as staff, s.alias as name
  from holding h join staff s on s.id = h.staff_id
  where h.conversation_id = $1 order by h.epoch desc limit 1`,
);

/** Of $1, those whose last holder has no session any more. */
const LEFT = new RowQuery<{ readonly conversation: ConversationId }>(
  { conversation: known.conversation },
  `
  select h.conversation_id as conversation from holding h
  where h.conversation_id = any ($1::uuid[]) and h.epoch = (select max(x.epoch) from holding x where x.conversation_id = h.conversation_id)
    and not exists (select 1 from staff_session o where o.staff_id = h.staff_id and o.ended_at is null)`,
);

/**
 * Who reads any of $1: holders until they have wrapped up, observers, and the receiver of a handover from the visitor's yes
 * on, or from when they were told. Its sender reads until the visitor is settled. Nobody reads one that has expired. An
 * observer is still told that it ended; from then on their reading is over, and it is opened with a purpose.
 */
const READERS_SQL = `
  select of_one.conversation, of_one.staff, of_one.observes and c.state = 'ended' as "isOver" from (
  select conversation_id as conversation, staff_id as staff, false as observes from holding
    where conversation_id = any ($1::uuid[]) and wrapped_up_at is null
  union select conversation_id, staff_id, true from observation
    where conversation_id = any ($1::uuid[]) and ended_at is null
  union select conversation_id, receiver_id, false from handover
    where conversation_id = any ($1::uuid[]) and state in ('joined', 'control_passed')
  union select conversation_id, sender_id, false from handover
    where conversation_id = any ($1::uuid[]) and state = 'control_passed'
  ) of_one join conversation c on c.id = of_one.conversation and ${isKept('c')}`;

const READERS = new RowQuery<Reader>(
  { conversation: known.conversation, staff: known.staff },
  `select distinct conversation, staff from (${READERS_SQL}) readers`,
);

const FRESHNESS = new RowQuery<Freshness>(
  { id: known.conversation, version: whole, head: whole, tokenWorks: flag },
  `select c.id, c.version, c.last_seq as head, visitor_token_works(c, clock_timestamp()) and ${isKept('c')} as "tokenWorks"
   from conversation c where c.id = any ($1::uuid[])`,
);

const OBSERVED_BY = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  'select conversation_id as id from observation where session_id = $1 and ended_at is null',
);

const SAFETY_OF = new RowQuery<{ readonly safety: StoredSafety }>(
  { safety: storedSafety },
  `select ${SAFETY} from conversation c where c.id = $1 and ${isKept('c')}`,
);

/** Reads conversations, who holds them, and who may read them. */
export class ConversationReadModel {
  /** `service`: visitors of others are unknown here. Null knows all of them. */
  constructor(
    private readonly database: Database,
    private readonly service: ServiceId | null = null,
  ) {}

  /** Null for an unknown conversation, and for one that has expired. */
  async findConversation(id: ConversationId): Promise<ConversationRow | null> {
    return conversationRows.one(this.database, `where t.id = $1 and ${isKept('t')}`, [id]);
  }

  /** Those that exist and have not expired, in any order. */
  async findConversations(ids: readonly ConversationId[]): Promise<ConversationRow[]> {
    return ids.length === 0
      ? []
      : conversationRows.all(this.database, `where t.id = any ($1::uuid[]) and ${isKept('t')}`, [ids]);
  }

  async findByToken(tokenHash: Buffer): Promise<ConversationRow | null> {
    return conversationRows.one(
      this.database,
      'where t.token_hash = $1 and t.service_id = coalesce($2, t.service_id)',
      [tokenHash, this.service],
    );
  }

  /** The conversation of a token that works now, by the clock of Postgres; null for any other token. */
  async findByWorkingToken(tokenHash: Buffer): Promise<ConversationRow | null> {
    return conversationRows.one(
      this.database,
      `where t.token_hash = $1 and t.service_id = coalesce($2, t.service_id)
         and visitor_token_works(t, clock_timestamp()) and ${isKept('t')}`,
      [tokenHash, this.service],
    );
  }

  /** Whether its visitor's token works now, by the clock of Postgres. */
  async isOpenToVisitor(conversation: ConversationId): Promise<boolean> {
    return this.finds(
      `select 1 from conversation c where c.id = $1 and visitor_token_works(c, clock_timestamp()) and ${isKept('c')}`,
      [conversation],
    );
  }

  async findHolders(ids: readonly ConversationId[]): Promise<HolderView[]> {
    return ids.length === 0 ? [] : HOLDERS.all(this.database, [ids]);
  }

  /** Of these, those whose last holder is signed out everywhere. */
  async findLeft(ids: readonly ConversationId[]): Promise<ReadonlySet<ConversationId>> {
    const left = ids.length === 0 ? [] : await LEFT.all(this.database, [ids]);
    return new Set(left.map(({ conversation }) => conversation));
  }

  /** The holder, or the last one; null when nobody ever held it. */
  async findLastHolder(id: ConversationId): Promise<HolderView | null> {
    return LAST_HOLDER.first(this.database, [id]);
  }

  /** Versions and newest numbers of these conversations, for reconciliation. */
  async loadFreshness(ids: readonly ConversationId[]): Promise<Freshness[]> {
    return FRESHNESS.all(this.database, [ids]);
  }

  /** Whether this member of staff may read it now. An observer may not once it has ended. */
  async mayRead(conversation: ConversationId, staff: StaffId): Promise<boolean> {
    return this.finds(`select 1 from (${READERS_SQL}) readers where staff = $2 and not "isOver"`, [
      [conversation],
      staff,
    ]);
  }

  /** Whether they hold it now, under this epoch. */
  async isHolder(conversation: ConversationId, staff: StaffId, epoch: number): Promise<boolean> {
    return this.finds(
      'select 1 from holding where conversation_id = $1 and staff_id = $2 and epoch = $3 and ended_at is null',
      [conversation, staff, epoch],
    );
  }

  /** Whether they hold it or held it, under this epoch, and it has not expired. */
  async wasHolder(conversation: ConversationId, staff: StaffId, epoch: number): Promise<boolean> {
    return this.finds(
      `select 1 from holding where conversation_id = $1 and staff_id = $2 and epoch = $3 and ${isKeptById('$1')}`,
      [conversation, staff, epoch],
    );
  }

  /** The members of staff who are sent each of these: who may read it, and observers until they close it. */
  async findReaders(ids: readonly ConversationId[]): Promise<Map<ConversationId, Set<StaffId>>> {
    const readers = new Map<ConversationId, Set<StaffId>>();
    for (const { conversation, staff } of await READERS.all(this.database, [ids]))
      readers.set(conversation, (readers.get(conversation) ?? new Set()).add(staff));
    return readers;
  }

  /** The conversations that are observed in this session. */
  async findObservedBy(session: SessionId): Promise<ConversationId[]> {
    return (await OBSERVED_BY.all(this.database, [session])).map(({ id }) => id);
  }

  /** Null for an unknown conversation. */
  async loadSafety(conversation: ConversationId): Promise<StoredSafety | null> {
    return (await SAFETY_OF.first(this.database, [conversation]))?.safety ?? null;
  }

  /** Whether it is one of this service's that has not expired. */
  async isInService(conversation: ConversationId, service: ServiceId): Promise<boolean> {
    return this.finds(
      `select 1 from conversation c where c.id = $1 and c.service_id = $2 and ${isKept('c')}`,
      [conversation, service],
    );
  }

  /** Moves the visitor's cursor forward, never past the newest entry; answers whether it moved. A token that is over moves nothing. */
  async moveVisitorCursor(conversation: ConversationId, seq: number): Promise<boolean> {
    return this.changes(
      `update conversation c set visitor_seen = least($2, last_seq), version = version + 1
       where id = $1 and visitor_seen < least($2, last_seq) and visitor_token_works(c, clock_timestamp()) and ${isKept('c')}
       returning 1`,
      [conversation, seq],
    );
  }

  /** Moves the responder's cursor if they hold the conversation under this epoch; answers whether it moved. */
  async moveResponderCursor(
    conversation: ConversationId,
    seq: number,
    by: { readonly staff: StaffId; readonly epoch: number },
  ): Promise<boolean> {
    return this.changes(
      `update conversation c set responder_seen = least($2, c.last_seq), version = c.version + 1
       from holding h
       where c.id = $1 and c.responder_seen < least($2, c.last_seq)
         and h.conversation_id = c.id and h.epoch = $4 and h.staff_id = $3 and h.ended_at is null
       returning 1`,
      [conversation, seq, by.staff, by.epoch],
    );
  }

  private finds(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return finds(this.database, sql, parameters);
  }

  private async changes(sql: string, parameters: unknown[]): Promise<boolean> {
    return changedRows(await this.database.query(sql, parameters)) > 0;
  }
}
