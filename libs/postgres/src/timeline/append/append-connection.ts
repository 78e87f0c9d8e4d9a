import { Client, type QueryConfig } from 'pg';
import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import type { ConversationId } from '@warmline/kernel';
import { conversation } from '../../connection/known-values';
import { bytes, dateMoment, oneOf, optional, row, whole } from '../../connection/parse-rows';
import { binaryArray } from './binary-array';

/** Without an answer within this time (ms) the connection counts as broken: a half-open one never answers. */
const ANSWER_WITHIN = 5_000;
/** How long closing may take (ms). */
const GOODBYE_WITHIN = 1_000;

/**
 * Planning the append costs more than running it for one message, so it is planned once. A plan made on empty tables would
 * keep scanning them, so this connection may use indexes and nested loops only, which is right at every size.
 * An acknowledgement means committed to disk, whatever the server's default is. A row that stays locked longer than the lock
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

/** Those conversations whose row another transaction has locked; one that does not exist is not locked. */
const LOCKED = {
  name: 'locked_conversations',
  text: `with free as materialized (
           select id from conversation where id = any ($1::uuid[]) order by id for no key update skip locked)
         select id from conversation where id = any ($1::uuid[]) and id not in (select id from free)`,
};

const outcomeRow = row({
  outcome: oneOf<AppendOutcome['outcome']>({
    new: true,
    known: true,
    not_found: true,
    stale_epoch: true,
    conversation_ended: true,
    visitor_left: true,
  }),
  seq: optional(whole),
  at: optional(dateMoment),
  sealed: optional(bytes),
});

const asOutcome = (answer: unknown): AppendOutcome => {
  const { outcome, seq, at, sealed } = outcomeRow(answer);
  if (outcome !== 'new' && outcome !== 'known') return { outcome };
  if (seq === null || at === null) throw new TypeError('a stored message has a number and a time');
  const stored = { seq, at };
  return outcome === 'new'
    ? { outcome, ...stored }
    : { outcome, ...stored, sealed: sealed ?? new Uint8Array() };
};

const lockedRow = row({ id: conversation });

const asColumns = (messages: readonly MessageToAppend[]): readonly Buffer[] => [
  binaryArray.uuid(messages.map(({ conversation }) => conversation)),
  binaryArray.uuid(messages.map(({ id }) => id)),
  binaryArray.text(messages.map(({ author }) => author.role)),
  binaryArray.uuid(messages.map(({ author }) => (author.role === 'responder' ? author.staff : null))),
  binaryArray.int4(messages.map(({ author }) => (author.role === 'responder' ? author.epoch : null))),
  binaryArray.bytea(messages.map(({ sealed }) => sealed)),
];

export interface AppendConnectionOptions {
  /** Without an answer within this time (ms) the connection counts as broken. */
  readonly answerWithin?: number;
}

/** The appender's own connection, opened when first needed and again after it broke or stopped answering. */
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
    const answers = await this.ask({ ...APPEND, values: [...asColumns(messages)] });
    return answers.map(asOutcome);
  }

  /** Those conversations that another transaction has locked. */
  async lockedAmong(conversations: readonly ConversationId[]): Promise<ReadonlySet<ConversationId>> {
    const answers = await this.ask({ ...LOCKED, values: [conversations] });
    return new Set(answers.map((answer) => lockedRow(answer).id));
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

  private async ask(query: QueryConfig): Promise<readonly unknown[]> {
    this.client ??= this.open();
    const opened = this.client;
    const answer = await this.answered(await opened, (client) => client.query<object>(query));
    return answer.rows;
  }

  /** Closes a connection that does not answer: its queries are rejected, and the next query opens another. */
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
