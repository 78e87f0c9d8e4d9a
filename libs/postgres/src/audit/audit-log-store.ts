import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { bytes, flag, list, moment, text, whole } from '../connection/parse-rows';
import { RowQuery, ms } from '../connection/row-query';
import { ENTRY_COLUMNS, ENTRY_FIELDS, type LoggedEntry } from './logged-entry';

const SALT_BYTES = 32;

/** How far the log has come: one hash for each bit of the size. */
export interface StoredRange {
  readonly size: number;
  readonly heads: readonly Buffer[];
}

/** What one batch adds to the log. */
export interface StoredGrowth {
  readonly range: StoredRange;
  readonly leaves: readonly { readonly index: number; readonly entry: string; readonly hash: Buffer }[];
  readonly subtrees: readonly { readonly level: number; readonly index: number; readonly hash: Buffer }[];
}

/** A signed head of the log. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
  /** When it was signed (ms since 1970). */
  readonly at: Instant;
}

/** Computes what rows add to the log. `salt` is that of the row's conversation, or of its service. */
export type Grow = (
  range: StoredRange,
  entries: readonly { readonly entry: LoggedEntry; readonly salt: Buffer }[],
) => StoredGrowth;

/** Another process has become the sequencer. */
export class LostLead extends Error {
  constructor() {
    super('another process keeps the audit log now');
  }
}

const BEGIN = new RowQuery<{ readonly epoch: string }>(
  { epoch: text },
  `with begun as (update audit_tree set epoch = epoch + 1 returning epoch) select epoch::text from begun`,
);

const LOCK_TREE = new RowQuery<{ size: number; heads: Buffer[] }>(
  { size: whole, heads: list(bytes) },
  'select size::double precision, heads from audit_tree where epoch = $1::bigint for update',
);

interface TakenEntry extends LoggedEntry {
  /** It is in the log already: whatever is written to the pending table, no row enters twice. */
  readonly isLogged: boolean;
}

/**
 * Only what is committed: a transaction that is still open neither blocks this, nor is passed over for good. One statement, so that
 * the ids do not go back and forth.
 */
const TAKE = new RowQuery<TakenEntry>(
  { ...ENTRY_COLUMNS, isLogged: flag },
  `with taken as (
     delete from audit_pending where entry_id in (select entry_id from audit_pending order by entry_id limit $1)
     returning entry_id)
   select ${ENTRY_FIELDS}, l.entry_id is not null as "isLogged"
   from audit_entry e left join audit_leaf l on l.entry_id = e.id
   where e.id in (select entry_id from taken)
   order by e.id`,
);

const SALTS = new RowQuery<{ readonly of: string; readonly salt: Buffer }>(
  { of: text, salt: bytes },
  `select of_id::text as of, salt from audit_salt where of_id = any ($1::uuid[])`,
);

const UNSIGNED = new RowQuery<StoredRange>(
  { size: whole, heads: list(bytes) },
  `select size::double precision, heads from audit_tree t
   where epoch = $1::bigint and size > 0 and not exists (select 1 from audit_checkpoint c where c.size = t.size)`,
);

const CHECKPOINTS = new RowQuery<StoredCheckpoint>(
  { size: whole, note: text, at: moment },
  `select size::double precision, note, ${ms('at', 'at')} from audit_checkpoint where size > $1::bigint order by size limit $2`,
);

const NEWEST = new RowQuery<StoredCheckpoint>(
  { size: whole, note: text, at: moment },
  `select size::double precision, note, ${ms('at', 'at')} from audit_checkpoint order by size desc limit 1`,
);

/** Whose salt hides a row. */
const saltOwner = ({ conversation, service }: LoggedEntry): string => conversation ?? service;

const saltIn = (salts: ReadonlyMap<string, Buffer>, entry: LoggedEntry): Buffer => {
  const salt = salts.get(saltOwner(entry));
  if (salt === undefined) throw new TypeError(`audit row ${entry.id} has no salt`);
  return salt;
};

/**
 * The audit log, as the one process that appends to it sees it. Every change names the epoch of that process: one that was
 * frozen, and is no longer the sequencer, changes nothing.
 */
export class AuditLogStore {
  constructor(private readonly database: Database) {}

  /** This process appends from now on, and no other does. */
  async beginEpoch(): Promise<string> {
    return (await BEGIN.one(this.database)).epoch;
  }

  /**
   * Takes up to `limit` committed rows into the log, in one transaction.
   *
   * @returns how many were pending
   * @throws LostLead
   */
  async appendPending(epoch: string, limit: number, grow: Grow): Promise<number> {
    return this.database.transaction(async (tx) => {
      const range = await LOCK_TREE.first(tx, [epoch]);
      if (range === null) throw new LostLead();
      const taken = await TAKE.all(tx, [limit]);
      if (taken.length === 0) return 0;
      const entries = taken.filter(({ isLogged }) => !isLogged);
      const salts = await this.saltsOf(tx, entries);
      const growth = grow(
        range,
        entries.map((entry) => ({ entry, salt: saltIn(salts, entry) })),
      );
      await this.save(tx, growth);
      return taken.length;
    });
  }

  /** The log as it is, if no checkpoint says so yet. */
  findUnsigned(epoch: string): Promise<StoredRange | null> {
    return UNSIGNED.first(this.database, [epoch]);
  }

  /** @throws LostLead */
  async saveCheckpoint(epoch: string, size: number, note: string): Promise<void> {
    const saved = await this.database.query<unknown[]>(
      `insert into audit_checkpoint (size, note) select $2::bigint, $3 from audit_tree where epoch = $1::bigint
       on conflict (size) do nothing returning size`,
      [epoch, size, note],
    );
    if (saved.length === 0) throw new LostLead();
  }

  /** Of logs larger than `after`, the smallest first. */
  findCheckpoints(after: number, limit: number): Promise<readonly StoredCheckpoint[]> {
    return CHECKPOINTS.all(this.database, [after, limit]);
  }

  findNewestCheckpoint(): Promise<StoredCheckpoint | null> {
    return NEWEST.first(this.database);
  }

  private async saltsOf(
    tx: EntityManager,
    entries: readonly LoggedEntry[],
  ): Promise<ReadonlyMap<string, Buffer>> {
    const owners = [...new Set(entries.map(saltOwner))];
    const found = new Map((await SALTS.all(tx, [owners])).map(({ of, salt }) => [of, salt]));
    const missing = owners.filter((owner) => !found.has(owner));
    for (const owner of missing) found.set(owner, randomBytes(SALT_BYTES));
    await tx.query('insert into audit_salt (of_id, salt) select * from unnest($1::uuid[], $2::bytea[])', [
      missing,
      missing.map((owner) => found.get(owner)),
    ]);
    return found;
  }

  private async save(tx: EntityManager, { range, leaves, subtrees }: StoredGrowth): Promise<void> {
    await tx.query(
      'insert into audit_leaf (index, entry_id, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])',
      [leaves.map(({ index }) => index), leaves.map(({ entry }) => entry), leaves.map(({ hash }) => hash)],
    );
    if (subtrees.length > 0)
      await tx.query(
        'insert into audit_subtree (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])',
        [
          subtrees.map(({ level }) => level),
          subtrees.map(({ index }) => index),
          subtrees.map(({ hash }) => hash),
        ],
      );
    await tx.query('update audit_tree set size = $1, heads = $2::bytea[]', [range.size, range.heads]);
  }
}

const IDENTITY = new RowQuery<{ readonly origin: string; readonly keys: string[] }>(
  { origin: text, keys: list(text) },
  `select origin, array(select public_key from audit_key order by recorded_at) as keys from audit_tree`,
);

/** What names the log: its origin, and the public keys that have signed its checkpoints. */
export class AuditKeyStore {
  constructor(private readonly database: Database) {}

  /** `keys`: the oldest first; none before the first start. */
  loadLog(): Promise<{ readonly origin: string; readonly keys: readonly string[] }> {
    return IDENTITY.one(this.database);
  }

  /** Recording a key a second time changes nothing. */
  async recordKey(publicKey: string): Promise<void> {
    await this.database.query('insert into audit_key (public_key) values ($1) on conflict do nothing', [
      publicKey,
    ]);
  }
}
