import { createHmac } from 'node:crypto';
import { leafHash } from './tree/hashes';

/** A row of the audit, as the log commits to it: ids and codes only. */
export interface AuditEntry {
  /** The number of the row, in decimal. */
  readonly id: string;
  /** Microseconds since 1970, in decimal: what Postgres keeps of a moment. */
  readonly at: string;
  readonly service: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string | null;
  readonly conversation: string | null;
  readonly epoch: number | null;
  readonly subject: string | null;
  readonly whom: string | null;
  readonly reason: string | null;
  readonly count: number | null;
}

/** Bytes of a salt, and of what is derived from one. */
export const SALT_BYTES = 32;

const FORMAT = 'warmline-audit-entry/1';

/** One text for one row, and no other row has it: a list in a fixed order. See docs/spec/audit-log.md#the-leaf. */
export const canonicalEntry = (entry: AuditEntry): string => {
  const { id, at, service, action, actorKind, actor, conversation, epoch, subject, whom, reason, count } =
    entry;
  return JSON.stringify([
    ...[FORMAT, id, at, service, action, actorKind, actor],
    ...[conversation, epoch, subject, whom, reason, count],
  ]);
};

/**
 * The salt of one row, from the salt of its conversation. Showing one row to an outsider shows its own salt alone, so the
 * other rows of the conversation stay hidden.
 */
export const entrySalt = (salt: Uint8Array, id: string): Buffer =>
  createHmac('sha256', salt).update(id).digest();

/** The leaf hash of a row. Without the salt, trying rows until one fits does not work. */
export const entryLeaf = (entry: AuditEntry, salt: Uint8Array): Buffer =>
  leafHash(createHmac('sha256', salt).update(canonicalEntry(entry)).digest());
