import type { EntityManager } from 'typeorm';
import type { RetentionEvent } from '@warmline/conversation';
import type { Instant, ServiceId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { whole } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type KeyDestroyed = Extract<RetentionEvent, { type: 'key_destroyed' }>;
type KeysFact = Extract<
  RetentionEvent,
  { type: 'hold_key_destroyed' | 'main_key_set' | 'keys_rewrapped' | 'main_key_forgotten' }
>;

interface ErasedOfService {
  readonly service: ServiceId;
  readonly conversations: number;
  readonly complaints: number;
  readonly practices: number;
}

const ERASE = new RowQuery<ErasedOfService>(
  { service: known.service, conversations: whole, complaints: whole, practices: whole },
  `select service_id as service, conversations, complaints, practices from erase_expired($1, $2, $3)`,
);

/** What expires, each kind by itself. */
export const ERASED_KINDS = ['conversations', 'complaints', 'practices'] as const;

/** One batch of one kind. */
export interface EraseBatch {
  readonly kind: (typeof ERASED_KINDS)[number];
  /** Rows of the kind, at most. */
  readonly most: number;
  /** The first so many are passed over: they could not be deleted. */
  readonly skip?: number;
}

const factsOf = (erased: ErasedOfService, at: Instant): RetentionEvent[] =>
  ERASED_KINDS.filter((kind) => erased[kind] > 0).map((kind) => ({
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
   * Deletes expired rows of one kind, with everything about them, that no one has locked. Postgres judges what has expired.
   * Answers how many, so that less than `most` means that nothing is left behind those that are passed over.
   */
  async eraseExpired({ kind, most, skip = 0 }: EraseBatch, at: Instant): Promise<number> {
    const erased = await ERASE.all(this.tx, [most, kind, skip]);
    await this.writers.audit.record(...erased.flatMap((one) => factsOf(one, at)));
    return erased.reduce((sum, one) => sum + one[kind], 0);
  }

  /**
   * Before the file is touched. Doing it again changes nothing. A day whose file was put back begins again: `destroyedAt` is when it
   * was destroyed before, as `DueDay` has it, so that of two processes one begins.
   */
  async beginDestruction(day: string, destroyedAt: string | null = null): Promise<void> {
    await this.tx.query(
      `insert into destroyed_key as k (day, begun_at) values ($1, clock_timestamp())
       on conflict (day) do update set begun_at = excluded.begun_at, destroyed_at = null where k.destroyed_at::text = $2`,
      [day, destroyedAt],
    );
  }

  /**
   * After a check found that nothing of the day opens. Its canary goes too, since nothing can open it. Of two processes that
   * destroy the same key, one records it.
   */
  async finishDestruction(fact: KeyDestroyed): Promise<void> {
    await this.tx.query('delete from keyring_canary where day = $1', [fact.day]);
    const isFirst = await finds(
      this.tx,
      `with done as (update destroyed_key set destroyed_at = clock_timestamp() where day = $1 and destroyed_at is null returning 1)
       select 1 from done`,
      [fact.day],
    );
    if (isFirst) await this.writers.audit.record(fact);
  }

  /** What became of keys that belong to no day: of a hold after its file is gone, of the main key before it is set. */
  async recordKeys(fact: KeysFact): Promise<void> {
    await this.writers.audit.record(fact);
  }
}
