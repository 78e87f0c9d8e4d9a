import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { Instant, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { bytes, changedRows, list, moment, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
}

export interface StoredPasskey {
  readonly credentialId: string;
  readonly staff: StaffId;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
  readonly addedAt: Instant;
  readonly usedAt: Instant | null;
}

const COLUMNS = {
  credentialId: text,
  staff: known.staff,
  publicKey: bytes,
  counter: (answer: unknown) => Number(text(answer)),
  transports: list(text),
  label: text,
  addedAt: moment,
  usedAt: optional(moment),
};
const PASSKEYS = `select credential_id as "credentialId", staff_id as staff, public_key as "publicKey",
  counter::text as counter, transports, label, ${ms('added_at', 'addedAt')}, ${ms('used_at', 'usedAt')} from passkey`;
const OF_STAFF = new RowQuery<StoredPasskey>(
  COLUMNS,
  `${PASSKEYS} where staff_id = $1 order by added_at, credential_id`,
);
const BY_ID = new RowQuery<StoredPasskey>(COLUMNS, `${PASSKEYS} where credential_id = $1 for update`);

/** Passkeys, and challenges that were answered. */
export class PasskeyStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The oldest first. */
  async loadPasskeys(staff: StaffId): Promise<StoredPasskey[]> {
    return OF_STAFF.all(this.tx, [staff]);
  }

  /** Locks it, so that two answers with it come one after the other. */
  async lock(credentialId: string): Promise<StoredPasskey | null> {
    return BY_ID.first(this.tx, [credentialId]);
  }

  async add(fact: FactOf<'passkey_added'>, passkey: NewPasskey): Promise<void> {
    const { credentialId, publicKey, counter, transports, label } = passkey;
    await this.tx.query(
      `insert into passkey (credential_id, staff_id, public_key, counter, transports, label, added_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
      [credentialId, fact.staff, Buffer.from(publicKey), counter, transports, label],
    );
    await this.writers.audit.record(fact);
  }

  /** False, and nothing is written, for one that is not theirs or is gone. */
  async remove(fact: FactOf<'passkey_removed'>, credentialId: string): Promise<boolean> {
    const gone: unknown = await this.tx.query(
      'delete from passkey where staff_id = $1 and credential_id = $2',
      [fact.staff, credentialId],
    );
    if (changedRows(gone) !== 1) return false;
    await this.writers.audit.record(fact);
    return true;
  }

  async noteUse(credentialId: string, counter: number): Promise<void> {
    await this.tx.query(
      'update passkey set counter = $2, used_at = clock_timestamp() where credential_id = $1',
      [credentialId, counter],
    );
  }

  /** False for a challenge that was answered before. Older ones than an hour are forgotten: they are too old to answer. */
  async useChallenge(hash: Buffer): Promise<boolean> {
    await this.tx.query(
      `delete from passkey_challenge where used_at < clock_timestamp() - interval '1 hour'`,
    );
    const added: unknown = await this.tx.query(
      `with added as (
         insert into passkey_challenge (challenge_hash, used_at) values ($1, clock_timestamp())
         on conflict do nothing returning 1)
       select * from added`,
      [hash],
    );
    return Array.isArray(added) && added.length === 1;
  }
}
