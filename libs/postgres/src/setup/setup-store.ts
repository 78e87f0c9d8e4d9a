import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ServiceId } from '@warmline/kernel';
import {
  isSheetKind,
  sheets,
  type Known,
  type SetupEvent,
  type Sheet,
  type SheetChanges,
  type SheetKind,
  type Values,
} from '@warmline/setup';
import type { FactWriters } from '../stores/fact-writers';
import { deleteRow, insertRow, placeRow, places, selectRows, updateRow, type Statement } from './sheet-place';

export interface SheetNow {
  readonly version: number;
  readonly rows: readonly Values[];
}

/** What is to be saved, and what each new row needs beside its cells. */
export interface SheetSaving {
  readonly changes: SheetChanges;
  readonly after: readonly Values[];
  readonly made?: (row: Values) => Readonly<Record<string, unknown>>;
}

/** What a charity has set up, read and saved as sheets. */
export class SetupStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else saves this sheet until the transaction is over. */
  async lock(service: ServiceId, kind: SheetKind): Promise<SheetNow> {
    await this.tx.query(
      'insert into setup_sheet (service_id, sheet) values ($1, $2) on conflict (service_id, sheet) do nothing',
      [service, kind],
    );
    const [row]: [{ version: number }] = await this.tx.query(
      'select version from setup_sheet where service_id = $1 and sheet = $2 for no key update',
      [service, kind],
    );
    return { version: row.version, rows: await this.rows(service, kind) };
  }

  /** The first key column of the sheets that this one refers to. */
  async known(service: ServiceId, { columns }: Sheet): Promise<Known> {
    const known: Record<string, ReadonlySet<string>> = {};
    for (const { refersTo } of columns) {
      if (refersTo === undefined || !isSheetKind(refersTo)) continue;
      known[refersTo] = await this.names(service, refersTo);
    }
    return known;
  }

  async save(fact: SetupEvent, { changes, after, made }: SheetSaving): Promise<void> {
    const { service } = fact;
    const sheet: Sheet = sheets[fact.sheet];
    const place = places[fact.sheet];
    for (const values of changes.removed) await this.run(deleteRow(sheet, place, { service, values }));
    for (const values of changes.changed) await this.run(updateRow(sheet, place, { service, values }));
    for (const values of changes.added) {
      const ordered = sheet.ordered === true ? { position: after.length } : {};
      const beside = { ...(place.makesIds === false ? {} : { id: uuid() }), ...ordered, ...made?.(values) };
      await this.run(insertRow(sheet, place, { service, values, made: beside }));
    }
    if (sheet.ordered === true)
      for (const [position, values] of after.entries())
        await this.run(placeRow(sheet, place, { service, values, position }));
    await this.tx.query('update setup_sheet set version = version + 1 where service_id = $1 and sheet = $2', [
      service,
      fact.sheet,
    ]);
    await this.noteStaff(service, [...changes.added, ...changes.changed, ...changes.removed]);
    await this.writers.audit.record(fact);
  }

  /** Whoever a row is about may be asked for others now. */
  private async noteStaff(service: ServiceId, rows: readonly Values[]): Promise<void> {
    const names = [...new Set(rows.flatMap((row) => row['sign_in_name'] ?? []))];
    if (names.length === 0) return;
    const staff: { id: string }[] = await this.tx.query(
      'select id from staff where service_id = $1 and sign_in_name = any ($2::text[]) order by id',
      [service, names],
    );
    for (const { id } of staff) await this.writers.outbox.add('staff', id, service);
  }

  private async rows(service: ServiceId, kind: SheetKind): Promise<Values[]> {
    return this.tx.query(selectRows(sheets[kind], places[kind]), [service]);
  }

  private async names(service: ServiceId, kind: SheetKind): Promise<Set<string>> {
    const [first = 'name'] = sheets[kind].key;
    return new Set((await this.rows(service, kind)).map((row) => String(row[first])));
  }

  private async run({ sql, parameters }: Statement): Promise<void> {
    await this.tx.query(sql, [...parameters]);
  }
}
