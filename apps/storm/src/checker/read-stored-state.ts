import { Client } from 'pg';
import { ConversationKeys, Keyring } from '@warmline/sealing';
import { bodyPrint } from '../history/fingerprint';
import type {
  StoredAudit,
  StoredConversation,
  StoredEntry,
  StoredHandover,
  StoredHolding,
  StoredState,
} from './stored-state';

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const CONVERSATIONS = `select id, start_id as "startId", state, band, ${ms('entered_at')} as "enteredAt",
  last_seq as "lastSeq", epoch, ${ms('visitor_left_at')} as "visitorLeftAt",
  end_reason as "endReason", in_danger as "isInDanger", ${ms('safety_at')} as "safetyAt", 
  array_remove(array[danger_lowered_by, step_closed_by], null)::text[] as "dangerLoweredBy",
  dek_wrapped as "dekWrapped", kek_day::text as "kekDay" from conversation`;
const ENTRIES = `select conversation_id as conversation, seq, id, kind, author_role as role, staff_id as staff, sealed,
  ${ms('at')} as at from timeline_entry order by conversation_id, seq`;
const HOLDINGS = `select conversation_id as conversation, epoch, staff_id as staff, ${ms('began_at')} as "beganAt",
  ${ms('ended_at')} as "endedAt", ${ms('wrapped_up_at')} as "wrappedUpAt",
  contact_kind is not null as "isWrappedUp" from holding order by conversation_id, epoch`;
const OFFERS = `select id, conversation_id as conversation, staff_id as staff, ${ms('made_at')} as "madeAt",
  ${ms('expires_at')} as "expiresAt", outcome, ${ms('closed_at')} as "closedAt" from offer`;
const HANDOVERS = `select id, state, brief_read_at is not null as "wasRead", passed_at is not null as "hasPassed"
  from handover`;
const OBSERVATIONS = `select conversation_id as conversation, staff_id as staff, ${ms('began_at')} as "beganAt",
  ${ms('ended_at')} as "endedAt" from observation`;
const AUDIT = `select id::integer, action, actor_id as actor, conversation_id as conversation, epoch, subject, whom, reason
  from audit_entry order by id`;

type SealedConversation = StoredConversation & { readonly dekWrapped: Buffer; readonly kekDay: string };
type SealedEntry = Omit<StoredEntry, 'print'> & { readonly sealed: Buffer | null };

/** Opens what was sealed, as the last act of the storm. */
class Opener {
  private readonly conversations: ReadonlyMap<string, SealedConversation>;

  constructor(
    private readonly keys: ConversationKeys,
    conversations: readonly SealedConversation[],
  ) {
    this.conversations = new Map(conversations.map((row) => [row.id, row]));
  }

  async print({ conversation, id, kind, role, sealed }: SealedEntry): Promise<string | null> {
    if (kind !== 'message') return kind;
    const row = this.conversations.get(conversation);
    if (row === undefined || sealed === null || role === null) return null;
    try {
      const key = await this.keys.unwrap({ conversation, dekWrapped: row.dekWrapped, kekDay: row.kekDay });
      return bodyPrint(role, key.open(sealed, { entry: id, role }));
    } catch {
      return null;
    }
  }
}

const readRows = async (client: Client): Promise<Omit<StoredState, 'entries' | 'conversations'>> => {
  const all = async <Row extends object>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;
  const [moment] = await all<{ now: number }>(`select ${ms('clock_timestamp()')} as now`);
  return {
    now: moment?.now ?? 0,
    holdings: await all<StoredHolding>(HOLDINGS),
    offers: await all(OFFERS),
    handovers: await all<StoredHandover>(HANDOVERS),
    staff: await all('select id, capacity, availability from staff'),
    observations: await all(OBSERVATIONS),
    sessions: await all(`select id, ${ms('ended_at')} as "endedAt" from staff_session`),
    audit: await all<StoredAudit>(AUDIT),
  };
};

export interface Where {
  readonly databaseUrl: string;
  readonly keyringDir: string;
}

/** Reads everything in one snapshot, past every store of the product. */
export const readStoredState = async ({ databaseUrl, keyringDir }: Where): Promise<StoredState> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const rows = await readRows(client);
    const { rows: conversations } = await client.query<SealedConversation>(CONVERSATIONS);
    const { rows: stored } = await client.query<SealedEntry>(ENTRIES);
    const opener = new Opener(new ConversationKeys(await Keyring.openFolder(keyringDir)), conversations);
    const entries: StoredEntry[] = [];
    for (const entry of stored) {
      const { conversation, seq, id, kind, role, staff, at } = entry;
      entries.push({ conversation, seq, id, kind, role, staff, at, print: await opener.print(entry) });
    }
    return { ...rows, conversations, entries };
  } finally {
    await client.end();
  }
};
