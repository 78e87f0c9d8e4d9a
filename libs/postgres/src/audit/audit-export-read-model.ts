import type { Database } from '../connection/database';
import { bytes, flag, list, optional, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { ENTRY_COLUMNS, ENTRY_FIELDS, type LoggedEntry } from './logged-entry';

export interface StoredHead {
  readonly origin: string;
  /** The oldest first. */
  readonly keys: readonly string[];
  readonly size: number;
  /** The newest, of at most this size; null before the first. */
  readonly checkpoint: string | null;
}

/** A place in the log, with the row that it is for. */
export interface StoredLeaf {
  readonly index: number;
  readonly hash: Buffer;
  /** Null when the row is gone. `salt`: of its conversation or service; null once it is erased. */
  readonly row: { readonly entry: LoggedEntry; readonly salt: Buffer | null } | null;
}

const HEAD = new RowQuery<StoredHead>(
  { origin: text, keys: list(text), size: whole, checkpoint: optional(text) },
  `select t.origin, array(select public_key from audit_key order by recorded_at) as keys, t.size::double precision,
     (select c.note from audit_checkpoint c where c.size <= t.size order by c.size desc limit 1) as checkpoint
   from audit_tree t`,
);

const LEAVES = new RowQuery<{ readonly index: number; readonly entry: string; readonly hash: Buffer }>(
  { index: whole, entry: text, hash: bytes },
  `select index::double precision, entry_id::text as entry, hash from audit_leaf
   where index >= $1::bigint and index < $2::bigint order by index`,
);

const ROWS = new RowQuery<LoggedEntry & { readonly salt: Buffer | null }>(
  { ...ENTRY_COLUMNS, salt: optional(bytes) },
  `select ${ENTRY_FIELDS}, e.salt from audit_rows($1::bigint[]) e`,
);

const SCANNED = new RowQuery<LoggedEntry & { readonly isStray: boolean }>(
  { ...ENTRY_COLUMNS, isStray: flag },
  `select ${ENTRY_FIELDS}, e.is_stray as "isStray" from audit_strays($1::bigint, $2::integer) e`,
);

const SUBTREES = new RowQuery<{ readonly hash: Buffer }>(
  { hash: bytes },
  `select hash from audit_subtree where level = $1::smallint and index >= $2::bigint and index < $3::bigint order by index`,
);

const PLACE = new RowQuery<{ readonly index: number }>(
  { index: whole },
  'select index::double precision from audit_leaf where entry_id = $1::bigint',
);

/** Reads the audit log, as gateway and worker may. That someone reads it is recorded by the caller, before. */
export class AuditExportReadModel {
  constructor(private readonly database: Database) {}

  loadHead(): Promise<StoredHead> {
    return HEAD.one(this.database);
  }

  /** The entries `from <= index < to` that are there, in their order. */
  async loadLeaves(from: number, to: number): Promise<readonly StoredLeaf[]> {
    const leaves = await LEAVES.all(this.database, [from, to]);
    const rows = await ROWS.all(this.database, [leaves.map(({ entry }) => entry)]);
    const byId = new Map(rows.map(({ salt, ...entry }) => [entry.id, { entry, salt }]));
    return leaves.map(({ index, entry, hash }) => ({ index, hash, row: byId.get(entry) ?? null }));
  }

  /**
   * Looks at the next `scan` rows after `after` for such as are neither in the log nor about to enter it.
   *
   * @returns `last`: the number of the last one it looked at; null when there was none
   */
  async findStrays(
    after: string,
    scan: number,
  ): Promise<{ readonly last: string | null; readonly strays: readonly LoggedEntry[] }> {
    const rows = await SCANNED.all(this.database, [after, scan]);
    return {
      last: rows.at(-1)?.id ?? null,
      strays: rows.flatMap(({ isStray, ...entry }) => (isStray ? [entry] : [])),
    };
  }

  /** Stored hashes of a level, `from <= index < to`: leaves are level 0. For proofs. */
  async loadHashes(tile: {
    readonly level: number;
    readonly from: number;
    readonly to: number;
  }): Promise<Buffer[]> {
    const { level, from, to } = tile;
    const rows =
      level === 0
        ? await LEAVES.all(this.database, [from, to])
        : await SUBTREES.all(this.database, [level, from, to]);
    return rows.map(({ hash }) => hash);
  }

  /** A row by its number, in the log or not; null for an unknown one. */
  async findRow(entry: string): Promise<LoggedEntry | null> {
    return ROWS.first(this.database, [[entry]]);
  }

  /** Where a row is in the log; null while it is not in it. */
  async findPlace(entry: string): Promise<number | null> {
    return (await PLACE.first(this.database, [entry]))?.index ?? null;
  }
}
