import type { EntityManager } from 'typeorm';
import type { SurgeRequest, SurgeEvent } from '@warmline/help';
import { instant, type ServiceId } from '@warmline/kernel';
import { writeFact, type FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends SurgeEvent['type']> = Extract<SurgeEvent, { type: Type }>;

/** "Can anyone take one more?" */
export class SurgeRequestStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The newest question; nobody else asks one in this service until this transaction ends. */
  async lockLast(service: ServiceId): Promise<SurgeRequest | null> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [service]);
    const [row]: { id: string; service: ServiceId; at: Date }[] = await this.tx.query(
      `select id, service_id as service, asked_at as at from surge_request
       where service_id = $1 order by asked_at desc limit 1`,
      [service],
    );
    return row === undefined ? null : { ...row, askedAt: instant(row.at.getTime()) };
  }

  async makeRequest(fact: FactOf<'everyone_asked'>): Promise<void> {
    await this.tx.query(
      'insert into surge_request (id, service_id, asked_by, asked_at) values ($1, $2, $3, $4)',
      [fact.asked, fact.service, fact.by, new Date(fact.at)],
    );
    await this.writers.audit.record(fact);
  }

  /** Whether this was asked in this service within the last `span` ms. */
  async isOpen(asked: string, service: ServiceId, span: number): Promise<boolean> {
    const rows: unknown[] = await this.tx.query(
      `select 1 from surge_request where id = $1 and service_id = $2
         and asked_at > clock_timestamp() - $3::double precision * interval '1 millisecond'`,
      [asked, service, span],
    );
    return rows.length > 0;
  }

  /**
   * False when it is what they have answered already. Whoever can may be asked above capacity in this shift, as if they had
   * said so when it began; no other limit is another. Lock their row first.
   */
  async saveAnswer(fact: FactOf<'everyone_answered'>): Promise<boolean> {
    const { asked, staff, can, at } = fact;
    const changed: unknown[] = await this.tx.query(
      `insert into surge_answer (request_id, staff_id, can, answered_at) values ($1, $2, $3, $4)
       on conflict (request_id, staff_id) do update set can = $3, answered_at = $4 where surge_answer.can <> $3
       returning 1`,
      [asked, staff, can, new Date(at)],
    );
    if (changed.length === 0) return false;
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
