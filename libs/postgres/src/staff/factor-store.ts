import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { Instant, StaffId } from '@warmline/kernel';
import { bytes, changedRows, moment, text, whole } from '../connection/parse-rows';
import { finds, ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type FactOf<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

export interface StoredAuthenticator {
  readonly secretSealed: Buffer;
  readonly addedAt: Instant;
  /** The newest step whose code was used. */
  readonly lastStep: number;
}

const AUTHENTICATOR = new RowQuery<StoredAuthenticator>(
  { secretSealed: bytes, addedAt: moment, lastStep: (answer) => Number(text(answer)) },
  `select secret_sealed as "secretSealed", ${ms('added_at', 'addedAt')}, last_step::text as "lastStep"
   from authenticator where staff_id = $1`,
);

const DRAFT = new RowQuery<{ readonly secretSealed: Buffer }>(
  { secretSealed: bytes },
  `select secret_sealed as "secretSealed" from authenticator_new
   where staff_id = $1 and expires_at > clock_timestamp() for update`,
);

const CODES_LEFT = new RowQuery<{ readonly left: number }>(
  { left: whole },
  'select count(*)::integer as left from recovery_code where staff_id = $1 and used_at is null',
);

/** Authenticators and recovery codes. */
export class FactorStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async findAuthenticator(staff: StaffId): Promise<StoredAuthenticator | null> {
    return AUTHENTICATOR.first(this.tx, [staff]);
  }

  /** In place of an earlier draft. It can be finished for `span` ms. */
  async keepDraft(staff: StaffId, secretSealed: Buffer, span: number): Promise<void> {
    await this.tx.query(
      `insert into authenticator_new (staff_id, secret_sealed, expires_at)
       values ($1, $2, clock_timestamp() + $3::double precision * interval '1 millisecond')
       on conflict (staff_id) do update set secret_sealed = excluded.secret_sealed, expires_at = excluded.expires_at`,
      [staff, secretSealed, span],
    );
  }

  async lockDraft(staff: StaffId): Promise<Buffer | null> {
    return (await DRAFT.first(this.tx, [staff]))?.secretSealed ?? null;
  }

  /** In place of an earlier authenticator. `step`: of the code that was seen of it, which is used up. */
  async addAuthenticator(
    fact: FactOf<'authenticator_added'>,
    { secretSealed, step }: { readonly secretSealed: Buffer; readonly step: number },
  ): Promise<void> {
    await this.tx.query('delete from authenticator_new where staff_id = $1', [fact.staff]);
    await this.tx.query(
      `insert into authenticator (staff_id, secret_sealed, added_at, last_step) values ($1, $2, clock_timestamp(), $3)
       on conflict (staff_id) do update set secret_sealed = excluded.secret_sealed, added_at = excluded.added_at,
         last_step = excluded.last_step`,
      [fact.staff, secretSealed, step],
    );
    await this.writers.audit.record(fact);
  }

  /** False when the code of this step, or of a later one, was used before: of two at the same time one is. */
  async useStep(staff: StaffId, step: number): Promise<boolean> {
    const used: unknown = await this.tx.query(
      'update authenticator set last_step = $2 where staff_id = $1 and last_step < $2',
      [staff, step],
    );
    return changedRows(used) === 1;
  }

  /** In place of all earlier ones. */
  async makeRecoveryCodes(fact: FactOf<'recovery_codes_made'>, codeHashes: readonly Buffer[]): Promise<void> {
    await this.tx.query('delete from recovery_code where staff_id = $1', [fact.staff]);
    await this.tx.query('insert into recovery_code (staff_id, code_hash) select $1, unnest($2::bytea[])', [
      fact.staff,
      codeHashes,
    ]);
    await this.writers.audit.record(fact);
  }

  /** False, and nothing is written, for a code that is not theirs or was used. */
  async useRecoveryCode(
    { service, staff }: Pick<FactOf<'recovery_code_used'>, 'service' | 'staff'>,
    codeHash: Buffer,
  ): Promise<boolean> {
    const used: unknown = await this.tx.query(
      `update recovery_code set used_at = clock_timestamp()
       where staff_id = $1 and code_hash = $2 and used_at is null`,
      [staff, codeHash],
    );
    if (changedRows(used) !== 1) return false;
    const left = await this.countRecoveryCodes(staff);
    await this.writers.audit.record({ type: 'recovery_code_used', service, staff, left });
    return true;
  }

  async countRecoveryCodes(staff: StaffId): Promise<number> {
    return (await CODES_LEFT.one(this.tx, [staff])).left;
  }

  /** Whether they have any second factor: an authenticator or a passkey. */
  async hasFactor(staff: StaffId): Promise<boolean> {
    return finds(
      this.tx,
      'select 1 from authenticator where staff_id = $1 union all select 1 from passkey where staff_id = $1',
      [staff],
    );
  }
}
