import { Client, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import { instant, type ConversationId } from '@warmline/kernel';
import { binaryArray } from './binary-array';

/** No answer within this (ms), and the line counts as dead: a half-open one says nothing for ever. */
const ANSWER_WITHIN = 5_000;
/** For a polite goodbye (ms). */
const GOODBYE_WITHIN = 1_000;

/**
 * Planning the append costs more than running it for one message, so it is planned once; plans made on empty tables would
 * scan them for ever, so this connection goes by index and loop only, which is right at every size.
 * An acknowledgement means committed to disk, whatever the server's default says. Whoever keeps a row longer than the lock
 * timeout holds up its own conversation and no other: see GroupCommit.
 */
const SESSION = `
  set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
  set plan_cache_mode = force_generic_plan;
  set synchronous_commit = on; set statement_timeout = 4000; set lock_timeout = 250`;

const APPEND = {
  name: 'append_messages',
  text: `select ord, outcome, seq, at, sealed
         from append_messages($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::bytea[])`,
};

/** Of these conversations, those whose row another transaction holds; an unknown one is not locked. */
const LOCKED = {
  name: 'locked_conversations',
  text: `with free as materialized (
           select id from conversation where id = any ($1::uuid[]) order by id for no key update skip locked)
         select id from conversation where id = any ($1::uuid[]) and id not in (select id from free)`,
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

const asColumns = (messages: readonly MessageToAppend[]): readonly Buffer[] => [
  binaryArray.uuid(messages.map(({ conversation }) => conversation)),
  binaryArray.uuid(messages.map(({ id }) => id)),
  binaryArray.text(messages.map(({ author }) => author.role)),
  binaryArray.uuid(messages.map(({ author }) => (author.role === 'responder' ? author.staff : null))),
  binaryArray.int4(messages.map(({ author }) => (author.role === 'responder' ? author.epoch : null))),
  binaryArray.bytea(messages.map(({ sealed }) => sealed)),
];

export interface AppendConnectionOptions {
  /** ms; the line counts as dead after it. */
  readonly answerWithin?: number;
}

/** The appender's own connection, opened when first needed and again after it broke or fell silent. */
export class AppendConnection {
  private client: Promise<Client> | null = null;
  private readonly answerWithin: number;

  constructor(
    private readonly url: string,
    { answerWithin = ANSWER_WITHIN }: AppendConnectionOptions = {},
  ) {
    this.answerWithin = answerWithin;
  }

  /** One round trip, one transaction; outcomes in the order of the messages. Rejects when nothing is known to be stored. */
  async append(messages: readonly MessageToAppend[]): Promise<AppendOutcome[]> {
    const { rows } = await this.ask<OutcomeRow>({ ...APPEND, values: [...asColumns(messages)] });
    return rows.map(asOutcome);
  }

  /** Of these conversations, those that another transaction holds locked. */
  async lockedAmong(conversations: readonly ConversationId[]): Promise<ReadonlySet<ConversationId>> {
    const { rows } = await this.ask<{ readonly id: ConversationId }>({ ...LOCKED, values: [conversations] });
    return new Set(rows.map(({ id }) => id));
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    this.client = null;
    if (client === null || client === undefined) return;
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      patience = setTimeout(resolve, GOODBYE_WITHIN);
    });
    await Promise.race([client.end(), late]);
    clearTimeout(patience);
  }

  private async ask<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    this.client ??= this.open();
    const opened = this.client;
    return this.answered(await opened, (client) => client.query<Row>(query));
  }

  /** Ends a line that does not answer: what waits on it is rejected, and the next question opens another. */
  private async answered<Answer>(client: Client, ask: (client: Client) => Promise<Answer>): Promise<Answer> {
    const silence = setTimeout(() => {
      this.client = null;
      void client.end();
    }, this.answerWithin);
    try {
      return await ask(client);
    } finally {
      clearTimeout(silence);
    }
  }

  private open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'warmline-append',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    const opened = client
      .connect()
      .then(() => this.answered(client, () => client.query(SESSION)))
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
