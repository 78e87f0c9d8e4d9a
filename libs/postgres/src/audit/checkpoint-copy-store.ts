import type { Instant } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { moment, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** How far one place has the checkpoints. */
export interface CheckpointCopy {
  readonly place: string;
  /** Entries of the newest that is there. */
  readonly size: number;
  /** When it came there; null for never. */
  readonly copiedAt: Instant | null;
  readonly triedAt: Instant;
  /** Since the last time that it worked. */
  readonly failures: number;
  /** Why the last one failed, by its code; null where it worked. */
  readonly failure: string | null;
}

const COPIES = new RowQuery<CheckpointCopy>(
  {
    place: text,
    size: whole,
    copiedAt: optional(moment),
    triedAt: moment,
    failures: whole,
    failure: optional(text),
  },
  `select place, size::double precision, ${ms('copied_at', 'copiedAt')}, ${ms('tried_at', 'triedAt')}, failures, failure
   from checkpoint_copy order by place`,
);

/** Which place out of reach of the database has which checkpoint. The worker writes it, as the sequencer; a page reads it. */
export class CheckpointCopyStore {
  constructor(private readonly database: Database) {}

  loadCopies(): Promise<CheckpointCopy[]> {
    return COPIES.all(this.database);
  }

  async noteCopied(place: string, size: number): Promise<void> {
    await this.database.query(
      `insert into checkpoint_copy (place, size, copied_at, tried_at) values ($1, $2, clock_timestamp(), clock_timestamp())
       on conflict (place) do update set size = excluded.size, copied_at = excluded.copied_at, tried_at = excluded.tried_at,
         failures = 0, failure = null`,
      [place, size],
    );
  }

  /** `failure`: a code of lower-case letters, digits and `_`. */
  async noteFailed(place: string, failure: string): Promise<void> {
    await this.database.query(
      `insert into checkpoint_copy as k (place, tried_at, failures, failure) values ($1, clock_timestamp(), 1, $2)
       on conflict (place) do update set tried_at = excluded.tried_at, failures = k.failures + 1, failure = excluded.failure`,
      [place, failure],
    );
  }

  /** With the witness's signature. Twice is once. */
  async saveCosigned(size: number, note: string): Promise<void> {
    await this.database.query(
      'insert into audit_cosigned (size, note) values ($1, $2) on conflict do nothing',
      [size, note],
    );
  }

  /** Deletes checkpoints that no one needs any more. Answers how many. */
  async pruneCheckpoints(): Promise<number> {
    return (await PRUNED.one(this.database)).count;
  }
}

const PRUNED = new RowQuery<{ readonly count: number }>(
  { count: whole },
  'select prune_checkpoints() as count',
);
