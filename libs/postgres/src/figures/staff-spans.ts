import type { Instant, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { moment, optional } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** Time of one person, from when to when (null: until now). */
export interface StoredStaffSpan {
  readonly responder: StaffId;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Load units that someone had in use, or available. */
export interface StoredSpan extends StoredStaffSpan {
  readonly units: number;
}

/** Of a conversation while it was held, or of its wrap-up until that was finished. */
export interface StoredLoad extends StoredSpan {
  readonly isWrapUp: boolean;
}

export const staffSpanColumns = { responder: known.staff, from: moment, to: optional(moment) };

/** Breaks that were not over at $2 and had begun before $3. */
export const BREAKS = new RowQuery<StoredStaffSpan>(
  staffSpanColumns,
  `
  select b.staff_id as responder, ${ms('b.began_at', 'from')}, ${ms('b.until', 'to')}
  from staff s join staff_break b on b.staff_id = s.id and b.until > to_timestamp($2 / 1000.0)
  where s.service_id = $1 and b.began_at < to_timestamp($3 / 1000.0)`,
);
