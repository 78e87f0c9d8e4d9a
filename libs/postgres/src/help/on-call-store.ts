import type { EntityManager } from 'typeorm';
import type { OnCallFact } from '@warmline/help';
import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OnCallCause, OnCallKind, OnCallResult } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { bytes, changedRows, dateMoment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { ON_CALL_KIND } from './on-call-read-model';

/** Kept to show what came of them: 30 days. */
const KEPT = `interval '30 days'`;

export interface SealedContact {
  readonly label: string;
  readonly addressSealed: Buffer;
  /** What signs a webhook; null for e-mail. */
  readonly secretSealed: Buffer | null;
}

/** A contact, and when the newest alarm was made for it; null for none. */
export interface ToldContact {
  readonly id: string;
  readonly toldAt: Instant | null;
}

export interface NewMessage {
  readonly id: string;
  readonly service: ServiceId;
  readonly contact: string;
  readonly because: OnCallCause;
  readonly at: Instant;
}

/** A message that this process, and no other, sends now. */
export interface ClaimedMessage {
  readonly id: string;
  readonly service: ServiceId;
  readonly contact: string;
  readonly kind: OnCallKind;
  readonly because: OnCallCause;
  readonly addressSealed: Buffer;
  readonly secretSealed: Buffer | null;
  /** With this one. */
  readonly tries: number;
  readonly madeAt: Instant;
}

const TOLD = new RowQuery<ToldContact>(
  { id: text, toldAt: optional(dateMoment) },
  `select c.id::text, (select max(m.made_at) from on_call_message m where m.contact_id = c.id and m.because <> 'test') as "toldAt"
   from on_call_contact c where c.service_id = $1 order by c.added_at, c.id for update of c`,
);

const CLAIM = new RowQuery<ClaimedMessage>(
  {
    id: text,
    service: known.service,
    contact: text,
    kind: ON_CALL_KIND,
    because: oneOf<OnCallCause>({ danger: true, help: true, test: true }),
    addressSealed: bytes,
    secretSealed: optional(bytes),
    tries: whole,
    madeAt: dateMoment,
  },
  `with claimed as (
     update on_call_message set tries = tries + 1,
       next_try_at = clock_timestamp() + $2::double precision * interval '1 millisecond'
     where id = $1 and done_at is null and next_try_at <= clock_timestamp() returning *)
   select m.id::text, m.service_id as service, m.contact_id::text as contact, c.kind, m.because,
     c.address_sealed as "addressSealed", c.secret_sealed as "secretSealed", m.tries::integer, m.made_at as "madeAt"
   from claimed m join on_call_contact c on c.id = m.contact_id`,
);

/** On-call contacts, the messages to them, and who heard of a visitor in danger. */
export class OnCallStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else adds, removes or tells contacts of this service until this transaction ends. */
  async lockService(service: ServiceId): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 33))', [service]);
  }

  /** The oldest first. Lock the service first. */
  async loadContacts(service: ServiceId): Promise<ToldContact[]> {
    return TOLD.all(this.tx, [service]);
  }

  async add(
    fact: OnCallFact<'on_call_added'>,
    { label, addressSealed, secretSealed }: SealedContact,
  ): Promise<void> {
    const { contact, service, kind, by, at } = fact;
    await this.tx.query(
      `insert into on_call_contact (id, service_id, kind, label, address_sealed, secret_sealed, added_by, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [contact, service, kind, label, addressSealed, secretSealed, by, new Date(at)],
    );
    await this.writers.audit.record(fact);
  }

  /** False when it is not there any more. Its address and its messages go with it. */
  async remove(fact: OnCallFact<'on_call_removed'>): Promise<boolean> {
    const gone = changedRows(
      await this.tx.query('delete from on_call_contact where id = $1 and service_id = $2', [
        fact.contact,
        fact.service,
      ]),
    );
    if (gone > 0) await this.writers.audit.record(fact);
    return gone > 0;
  }

  /** Whether a test of this contact was asked for within the last `span` ms, or is on its way. */
  async isBeingTested(contact: string, span: number): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from on_call_message where contact_id = $1 and because = 'test'
         and (done_at is null or made_at > clock_timestamp() - $2::double precision * interval '1 millisecond')`,
      [contact, span],
    );
  }

  /** Due at once. */
  async makeMessage({ id, service, contact, because, at }: NewMessage): Promise<void> {
    await this.tx.query(
      `insert into on_call_message (id, service_id, contact_id, because, made_at, next_try_at) values ($1, $2, $3, $4, $5, $5)`,
      [id, service, contact, because, new Date(at)],
    );
  }

  async forgetOldMessages(service: ServiceId): Promise<void> {
    await this.tx.query(
      `delete from on_call_message where service_id = $1 and done_at < clock_timestamp() - ${KEPT}`,
      [service],
    );
  }

  /** Null when it is not due, is done, or another process has it. It is this process's for `span` ms. */
  async claim(id: string, span: number): Promise<ClaimedMessage | null> {
    return CLAIM.first(this.tx, [id, span]);
  }

  /** It did not work, and is tried again in `span` ms. */
  async postpone({ id, tries }: ClaimedMessage, result: OnCallResult, span: number): Promise<void> {
    await this.tx.query(
      `update on_call_message set result = $3, next_try_at = clock_timestamp() + $4::double precision * interval '1 millisecond'
       where id = $1 and tries = $2 and done_at is null`,
      [id, tries, result, span],
    );
  }

  /** Sent, or given up. Nothing is recorded when another process was given it since. */
  async finish({ id, tries }: ClaimedMessage, fact: OnCallFact<'on_call_told'>): Promise<void> {
    const done = changedRows(
      await this.tx.query(
        'update on_call_message set result = $3, done_at = $4 where id = $1 and tries = $2 and done_at is null',
        [id, tries, fact.result, new Date(fact.at)],
      ),
    );
    if (done > 0) await this.writers.audit.record(fact);
  }

  /** Once for each wait of a visitor: what they are shown changes with it. */
  async saveUnheard(fact: OnCallFact<'danger_unheard'>): Promise<void> {
    const { conversation, at } = fact;
    const changed = changedRows(
      await this.tx.query(
        `update conversation set unheard_at = $2 where id = $1 and state = 'waiting'
           and coalesce(unheard_at < waiting_since, true)`,
        [conversation, new Date(at)],
      ),
    );
    if (changed > 0) await writeFact(this.writers, fact);
  }

  /** The first time in each wait of each of these, recorded; what is not in this service or waits no more is passed over. */
  async saveHeard(
    { service, staff }: { readonly service: ServiceId; readonly staff: StaffId },
    conversations: readonly ConversationId[],
    at: Instant,
  ): Promise<void> {
    const heard = await HEARD.all(this.tx, [service, staff, conversations, new Date(at)]);
    const facts = heard.map(({ conversation }) => ({
      type: 'danger_heard' as const,
      service,
      conversation,
      by: staff,
      at,
    }));
    await this.writers.audit.record(...facts);
  }
}

const HEARD = new RowQuery<{ readonly conversation: ConversationId }>(
  { conversation: known.conversation },
  `insert into danger_heard (conversation_id, waiting_since, staff_id, at)
   select c.id, c.waiting_since, $2, $4 from conversation c
   where c.service_id = $1 and c.id = any ($3::uuid[]) and c.state = 'waiting' and c.in_danger
   on conflict do nothing returning conversation_id as conversation`,
);
