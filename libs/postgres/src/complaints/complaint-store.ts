import type { EntityManager } from 'typeorm';
import type { ComplaintEvent } from '@warmline/help';
import type { ServiceId } from '@warmline/kernel';
import { bytes, changedRows } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>;

/** The sealed words of a complaint, with the key that opens them. */
export interface SealedComplaint {
  readonly wordsSealed: Buffer;
  readonly dekWrapped: Buffer;
  /** `YYYY-MM-DD`. */
  readonly kekDay: string;
}

/** Read by nobody from the first moment (UTC) of its expiry day, as a conversation. An open one waits until it is closed. */
export const COMPLAINT_IS_KEPT = `not complaint_expired(c, clock_timestamp())`;

const LOCK = `select 1 from complaint c where c.id = $1 and c.service_id = $2 and ${COMPLAINT_IS_KEPT} for no key update`;

const KEPT_NOTE = new RowQuery<{ readonly wordsSealed: Buffer }>(
  { wordsSealed: bytes },
  'select words_sealed as "wordsSealed" from complaint_note where id = $1',
);

/** What people tell the service about itself. Words are never changed; a complaint is closed once. */
export class ComplaintStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The same id again changes nothing: a page that got no answer sends it again. */
  async make(
    fact: FactOf<'complaint_made' | 'word_passed_on'>,
    { wordsSealed, dekWrapped, kekDay }: SealedComplaint,
  ): Promise<void> {
    const isNew = await finds(
      this.tx,
      `insert into complaint (id, service_id, at, words_sealed, dek_wrapped, kek_day, told_by)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning 1`,
      [
        fact.complaint,
        fact.service,
        new Date(fact.at),
        wordsSealed,
        dekWrapped,
        kekDay,
        fact.type === 'word_passed_on' ? fact.by : null,
      ],
    );
    if (isNew) await this.writers.audit.record(fact);
  }

  /** Locks the row until the transaction ends. False for an unknown one, or one of another service. */
  async lock(complaint: string, service: ServiceId): Promise<boolean> {
    return finds(this.tx, LOCK, [complaint, service]);
  }

  async record(fact: FactOf<'complaint_read' | 'after_chat_read'>): Promise<void> {
    await this.writers.audit.record(fact);
  }

  /** The same id again changes nothing: null for a new one, and the words that are kept for a known one. */
  async addNote(fact: FactOf<'complaint_noted'>, wordsSealed: Buffer): Promise<Buffer | null> {
    const isNew = await finds(
      this.tx,
      `insert into complaint_note (id, complaint_id, written_by, at, words_sealed) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [fact.note, fact.complaint, fact.by, new Date(fact.at), wordsSealed],
    );
    if (!isNew) return (await KEPT_NOTE.first(this.tx, [fact.note]))?.wordsSealed ?? null;
    await this.writers.audit.record(fact);
    return null;
  }

  /** Closing it again changes nothing. */
  async close(fact: FactOf<'complaint_closed'>): Promise<void> {
    const closed: unknown = await this.tx.query(
      'update complaint set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null returning 1',
      [fact.complaint, new Date(fact.at), fact.by],
    );
    if (changedRows(closed) > 0) await this.writers.audit.record(fact);
  }
}
