import { Client } from 'pg';
import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import { instant } from '@warmline/kernel';

/**
 * Plans made on empty tables would scan them for ever, so this connection plans each call afresh and never by scan or hash.
 * An acknowledgement means committed to disk, whatever the server's default says.
 */
const SESSION = `
  set enable_seqscan = off; set enable_hashjoin = off; set plan_cache_mode = force_custom_plan;
  set synchronous_commit = on; set statement_timeout = 10000; set lock_timeout = 5000`;

const APPEND = {
  name: 'append_messages',
  text: `select ord, outcome, seq, at, sealed
         from append_messages($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::bytea[])`,
};

interface OutcomeRow {
  readonly outcome: AppendOutcome['outcome'];
  readonly seq: number | null;
  readonly at: Date | null;
  readonly sealed: Buffer | null;
}

const asOutcome = ({ outcome, seq, at, sealed }: OutcomeRow): AppendOutcome => {
  if (outcome !== 'new' && outcome !== 'known') return { outcome };
  if (seq === null || at === null) throw new TypeError('a stored message has a number and a time');
  const stored = { seq, at: instant(at.getTime()) };
  return outcome === 'new'
    ? { outcome, ...stored }
    : { outcome, ...stored, sealed: sealed ?? new Uint8Array() };
};

const asColumns = (messages: readonly MessageToAppend[]): unknown[] => [
  messages.map(({ conversation }) => conversation),
  messages.map(({ id }) => id),
  messages.map(({ author }) => author.role),
  messages.map(({ author }) => (author.role === 'responder' ? author.staff : null)),
  messages.map(({ author }) => (author.role === 'responder' ? author.epoch : null)),
  messages.map(({ sealed }) => sealed),
];

/** The appender's own connection, opened when first needed and again after it broke. */
export class AppendConnection {
  private client: Promise<Client> | null = null;

  constructor(private readonly url: string) {}

  /** One round trip, one transaction; outcomes in the order of the messages. Rejects when nothing is known to be stored. */
  async append(messages: readonly MessageToAppend[]): Promise<AppendOutcome[]> {
    this.client ??= this.open();
    const client = await this.client;
    const { rows } = await client.query<OutcomeRow>({ ...APPEND, values: asColumns(messages) });
    return rows.map(asOutcome);
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    this.client = null;
    await client?.end();
  }

  private open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'warmline-append',
      connectionTimeoutMillis: 3_000,
    });
    const opened = client
      .connect()
      .then(() => client.query(SESSION))
      .then(() => client);
    const forget = (): void => {
      if (this.client === opened) this.client = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  }
}
