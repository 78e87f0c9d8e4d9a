import type { EntityManager } from 'typeorm';
import type { StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { changedRows } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

const TRY = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  `with tried as (
     update half_session set tries = tries + 1
     where secret_hash = $1 and expires_at > clock_timestamp() and tries < $2 returning staff_id)
   select staff_id as staff from tried`,
);

const FIND = new RowQuery<{ readonly staff: StaffId }>(
  { staff: known.staff },
  'select staff_id as staff from half_session where secret_hash = $1 and expires_at > clock_timestamp() and tries < $2',
);

/** What is between the password and the second factor. It lets nobody in. */
export class HalfSessionStore {
  constructor(private readonly tx: EntityManager) {}

  /** For `span` ms. Those that are over are removed. */
  async begin(staff: StaffId, secretHash: Buffer, span: number): Promise<void> {
    await this.tx.query('delete from half_session where expires_at <= clock_timestamp()');
    await this.tx.query(
      `insert into half_session (secret_hash, staff_id, expires_at)
       values ($1, $2, clock_timestamp() + $3::double precision * interval '1 millisecond')`,
      [secretHash, staff, span],
    );
  }

  /** Whose it is; null when it is over, unknown, or was tried `most` times. */
  async findStaff(secretHash: Buffer, most: number): Promise<StaffId | null> {
    return (await FIND.first(this.tx, [secretHash, most]))?.staff ?? null;
  }

  /** As `findStaff`, and counts a try: two at the same time count as two. */
  async countTry(secretHash: Buffer, most: number): Promise<StaffId | null> {
    return (await TRY.first(this.tx, [secretHash, most]))?.staff ?? null;
  }

  /** The whole session begins. False when it is over: of two at the same time one ends it. */
  async end(secretHash: Buffer): Promise<boolean> {
    return (
      changedRows(
        await this.tx.query(
          'delete from half_session where secret_hash = $1 and expires_at > clock_timestamp()',
          [secretHash],
        ),
      ) === 1
    );
  }
}
