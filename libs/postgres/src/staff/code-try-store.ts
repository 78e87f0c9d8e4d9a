import type { EntityManager } from 'typeorm';
import type { WrongTries } from '@warmline/identity';
import type { SessionId, StaffId } from '@warmline/kernel';
import { moment, optional, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

const LOCK = new RowQuery<WrongTries>(
  { count: whole, at: optional(moment) },
  `select wrong::integer as count, ${ms('wrong_at', 'at')} from code_try where staff_id = $1 for update`,
);

const COUNT_IN_SESSION = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `with counted as (
     update staff_session set wrong_codes = wrong_codes + 1 where id = $1 returning wrong_codes)
   select wrong_codes::integer as count from counted`,
);

/** Wrong codes: of a person in a row, and of one session. */
export class CodeTryStore {
  constructor(private readonly tx: EntityManager) {}

  /** Until the transaction ends no other code of this person is compared, whatever session it comes with. */
  async lock(staff: StaffId): Promise<WrongTries> {
    await this.tx.query('insert into code_try (staff_id) values ($1) on conflict do nothing', [staff]);
    return LOCK.one(this.tx, [staff]);
  }

  /** So many in a row by now; 0 after a right one. Lock the person's tries first. */
  async keep(staff: StaffId, count: number): Promise<void> {
    await this.tx.query(
      `update code_try set wrong = $2::smallint, wrong_at = case when $2::smallint = 0 then null else clock_timestamp() end
       where staff_id = $1`,
      [staff, count],
    );
  }

  /** Counts one more in this session, and answers how many there are; 0 for a session that is not there. */
  async countInSession(session: SessionId): Promise<number> {
    return (await COUNT_IN_SESSION.first(this.tx, [session]))?.count ?? 0;
  }
}
