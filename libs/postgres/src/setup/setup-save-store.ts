import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import { storedListName, UNDO_WITHIN, type ListKind, type Row, type SavedChange } from '@warmline/setup';
import {
  list,
  moment,
  optional,
  row as parsedRow,
  text,
  UnexpectedRow,
  type Column,
} from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** A save that can still be undone. */
export interface UndoableSave {
  readonly id: string;
  /** The name of the person who saved. */
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly change: SavedChange;
}

const written: Column<Row> = (answer) => {
  if (typeof answer !== 'object' || answer === null) throw new UnexpectedRow('expected a row');
  return Object.fromEntries(Object.entries(answer).map(([name, cell]) => [name, text(cell)]));
};

const change: Column<SavedChange> = parsedRow<SavedChange>({
  added: list(text),
  changed: list(written),
  removed: list(written),
  order: optional(list(text)),
});

const WITHIN = `$3::double precision * interval '1 millisecond'`;

const LAST = new RowQuery<UndoableSave>(
  { id: text, by: text, at: moment, until: moment, change },
  `select v.id, s.name as by, ${ms('v.saved_at', 'at')}, ${ms(`v.saved_at + ${WITHIN}`, 'until')}, v.change
   from setup_save v join staff s on s.id = v.staff_id
   where v.service_id = $1 and v.list = $2 and not v.undone and v.saved_at > clock_timestamp() - ${WITHIN}
   order by v.saved_at desc, v.id desc limit 1`,
);

const OVER = `saved_at <= clock_timestamp() - $1::double precision * interval '1 millisecond'`;

/**
 * Says that rows of a list changed in another way than by a save of it: anyone who edits the list now is told, and no earlier
 * save of it can be undone, as that would put back what this changed. Lock the list before.
 */
export const noteListChanged = async (
  tx: EntityManager,
  { service, list: kind }: { readonly service: ServiceId; readonly list: ListKind },
): Promise<void> => {
  const of = [service, storedListName(kind)];
  await tx.query('update setup_list set version = version + 1 where service_id = $1 and list = $2', of);
  await tx.query('update setup_save set undone = true where service_id = $1 and list = $2', of);
};

/** How to undo the last saves of the lists. Rows are kept no longer than that is possible. */
export class SetupSaveStore {
  constructor(private readonly tx: EntityManager) {}

  /** In the transaction of the save, under the lock of the list. Answers the id of the save. */
  async add(
    {
      service,
      staff,
      list: kind,
    }: { readonly service: ServiceId; readonly staff: StaffId; readonly list: ListKind },
    saved: SavedChange,
  ): Promise<string> {
    const id = uuid();
    await this.removeOver();
    await this.tx.query(
      'insert into setup_save (id, service_id, list, staff_id, change) values ($1, $2, $3, $4, $5)',
      [id, service, storedListName(kind), staff, JSON.stringify(saved)],
    );
    return id;
  }

  /** The last save that was not undone; null when the time to undo it is over. */
  async findLast(service: ServiceId, kind: ListKind): Promise<UndoableSave | null> {
    return LAST.first(this.tx, [service, storedListName(kind), UNDO_WITHIN]);
  }

  /** Under the lock of the list. */
  async markUndone(id: string): Promise<void> {
    await this.tx.query('update setup_save set undone = true where id = $1', [id]);
  }

  /** Removes the saves of every service that can no longer be undone. */
  async removeOver(): Promise<void> {
    await this.tx.query(`delete from setup_save where ${OVER}`, [UNDO_WITHIN]);
  }
}
