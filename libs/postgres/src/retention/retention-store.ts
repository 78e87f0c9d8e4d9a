import type { EntityManager } from 'typeorm';
import type { RetentionEvent } from '@warmline/conversation';
import type { Instant, ServiceId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type KeyDestroyed = Extract<RetentionEvent, { type: 'key_destroyed' }>;

interface ErasedOfService {
  readonly service: ServiceId;
  readonly conversations: number;
  readonly complaints: number;
  readonly practices: number;
}

const ERASE = new RowQuery<ErasedOfService>(
  { service: known.service, conversations: whole, complaints: whole, practices: whole },
  `select service_id as service, conversations, complaints, practices from erase_expired($1)`,
);

const KINDS = ['conversations', 'complaints', 'practices'] as const;

const factsOf = (erased: ErasedOfService, at: Instant): RetentionEvent[] =>
  KINDS.filter((kind) => erased[kind] > 0).map((kind) => ({
    type: `${kind}_erased`,
    service: erased.service,
    at,
    count: erased[kind],
  }));

/** Deletes what has expired, and keeps which keys are destroyed. */
export class RetentionStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /**
   * Deletes at most `most` expired conversations, and as many complaints and practice conversations, that no one has locked.
   * Postgres judges what has expired. Answers how many of the largest kind, so that less than `most` means that nothing is left.
   */
  async eraseExpired(most: number, at: Instant): Promise<number> {
    const erased = await ERASE.all(this.tx, [most]);
    await this.writers.audit.record(...erased.flatMap((one) => factsOf(one, at)));
    const counts = KINDS.map((kind) => erased.reduce((sum, one) => sum + one[kind], 0));
    return Math.max(...counts);
  }

  /** Before the file is touched. Doing it again changes nothing. */
  async beginDestruction(day: string): Promise<void> {
    await this.tx.query(
      'insert into destroyed_key (day, begun_at) values ($1, clock_timestamp()) on conflict (day) do nothing',
      [day],
    );
  }

  /** After a check found that nothing of the day opens. Its canary goes too, since nothing can open it. */
  async finishDestruction(fact: KeyDestroyed): Promise<void> {
    await this.tx.query('update destroyed_key set destroyed_at = clock_timestamp() where day = $1', [
      fact.day,
    ]);
    await this.tx.query('delete from keyring_canary where day = $1', [fact.day]);
    await this.writers.audit.record(fact);
  }
}
