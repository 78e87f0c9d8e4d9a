import type { EntityManager } from 'typeorm';
import type { SurgeRequest, SurgeEvent } from '@warmline/help';
import type { ServiceId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { dateMoment, text } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { waitingInNeed } from './surge-cause';

type FactOf<Type extends SurgeEvent['type']> = Extract<SurgeEvent, { type: Type }>;

const NEWEST = new RowQuery<SurgeRequest>(
  { id: text, service: known.service, askedAt: dateMoment },
  `
  select id, service_id as service, asked_at as "askedAt" from surge_request
  where service_id = $1 order by asked_at desc limit 1`,
);

/** Surge requests: a supervisor asks all staff on shift whether they can take one more conversation. */
export class SurgeRequestStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The newest request; nobody else can make one in this service until this transaction ends. */
  async lockLast(service: ServiceId): Promise<SurgeRequest | null> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [service]);
    return NEWEST.first(this.tx, [service]);
  }

  async makeRequest(fact: FactOf<'everyone_asked'>): Promise<void> {
    await this.tx.query(
      `insert into surge_request (id, service_id, asked_by, asked_at, was_needed)
       values ($1, $2, $3, $4, (${waitingInNeed('$2')}) > 0)`,
      [fact.asked, fact.service, fact.by, new Date(fact.at)],
    );
    await this.writers.audit.record(fact);
  }

  /** Whether this request was made in this service within the last `span` ms. */
  async isOpen(asked: string, service: ServiceId, span: number): Promise<boolean> {
    return finds(
      this.tx,
      `select 1 from surge_request where id = $1 and service_id = $2
         and asked_at > clock_timestamp() - $3::double precision * interval '1 millisecond'`,
      [asked, service, span],
    );
  }

  /**
   * False when they have given this answer before. Someone who can take one more may be asked above capacity in this shift, as
   * if they had said so at check-in; every other limit stays. Lock their staff row first.
   */
  async saveAnswer(fact: FactOf<'everyone_answered'>): Promise<boolean> {
    const { asked, staff, can, at } = fact;
    const isChanged = await finds(
      this.tx,
      `insert into surge_answer (request_id, staff_id, can, answered_at) values ($1, $2, $3, $4)
       on conflict (request_id, staff_id) do update set can = $3, answered_at = $4 where surge_answer.can <> $3
       returning 1`,
      [asked, staff, can, new Date(at)],
    );
    if (!isChanged) return false;
    if (can)
      await this.tx.query(
        `update shift set takes_surge = true
         where staff_id = $1 and ended_at is null and ends_at > $2 and check_in <> 'not_today'`,
        [staff, new Date(at)],
      );
    await writeFact(this.writers, fact);
    return true;
  }
}
