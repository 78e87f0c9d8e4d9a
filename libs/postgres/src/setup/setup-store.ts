import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ServiceId } from '@warmline/kernel';
import {
  asStored,
  HEADINGS,
  isDefault,
  isListKind,
  withOverrides,
  lists,
  type GivenOf,
  type Referred,
  type SetupEvent,
  type ListDefinition,
  type ListChanges,
  type ListKind,
  type Values,
} from '@warmline/setup';
import type { FactWriters } from '../outbox/fact-writers';
import {
  deleteRow,
  insertRow,
  positionRow,
  listMappings,
  selectRows,
  updateRow,
  type SqlStatement,
} from './list-mapping';

export interface SheetNow {
  readonly version: number;
  readonly rows: readonly Values[];
}

/** What is to be saved, and what each new row needs beside its cells. */
export interface SheetSaving {
  readonly changes: ListChanges;
  readonly after: readonly Values[];
  readonly made?: (row: Values) => Readonly<Record<string, unknown>>;
  readonly given: GivenOf;
}

/** Skills, each with the people who have it or whose training allows it. */
const STILL_NAMED = `
  select k.skill || ' (' || string_agg(distinct s.name, ', ' order by s.name) || ')' as named
  from unnest($2::text[]) k(skill) join staff s on s.service_id = $1 and (k.skill = any (s.skills)
    or exists (select 1 from training_record t where t.staff_id = s.id and t.grants = k.skill))
  group by k.skill order by k.skill`;

/** What a charity has set up, read and saved as sheets. */
export class SetupStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else saves this sheet until the transaction is over. */
  async lock(service: ServiceId, kind: ListKind, given: GivenOf): Promise<SheetNow> {
    await this.tx.query(
      'insert into setup_list (service_id, list) values ($1, $2) on conflict (service_id, list) do nothing',
      [service, kind],
    );
    const [row]: [{ version: number }] = await this.tx.query(
      'select version from setup_list where service_id = $1 and list = $2 for no key update',
      [service, kind],
    );
    return { version: row.version, rows: await this.rows(service, kind, given) };
  }

  /** The rows of the sheets that this one refers to. */
  async referred(service: ServiceId, { columns }: ListDefinition, given: GivenOf): Promise<Referred> {
    const referred: Record<string, readonly Values[]> = {};
    for (const { refersTo } of columns)
      if (refersTo !== undefined && isListKind(refersTo))
        referred[refersTo] = await this.rows(service, refersTo, given);
    return referred;
  }

  /** What is to be taken away although others stand on it, and who: nothing in most sheets. */
  async stillNamed(service: ServiceId, kind: ListKind, { removed }: ListChanges): Promise<string[]> {
    if (kind !== 'skills' || removed.length === 0) return [];
    const rows: { named: string }[] = await this.tx.query(STILL_NAMED, [
      service,
      removed.map((row) => row['skill']),
    ]);
    return rows.map(({ named }) => named);
  }

  /** Which of these topics nobody knows: neither a heading nor one of the charity's own, in use or not. */
  async unknownTopics(service: ServiceId, topics: readonly string[]): Promise<string[]> {
    const foreign = topics.filter((topic) => !Object.hasOwn(HEADINGS, topic));
    if (foreign.length === 0) return [];
    const own: { topic: string }[] = await this.tx.query(
      'select topic from topic where service_id = $1 and topic = any ($2::text[])',
      [service, foreign],
    );
    return foreign.filter((topic) => own.every((row) => row.topic !== topic));
  }

  async save(fact: SetupEvent, saving: SheetSaving): Promise<void> {
    const { service } = fact;
    const { changes, after } = saving;
    const sheet: ListDefinition = lists[fact.list];
    const place = listMappings[fact.list];
    for (const values of changes.removed) await this.run(deleteRow(sheet, place, { service, values }));
    for (const values of changes.changed) await this.change(fact, values, saving.given);
    for (const values of changes.added) await this.insert(fact, values, saving);
    if (sheet.ordered === true)
      for (const [position, values] of after.entries())
        await this.run(positionRow(sheet, place, { service, values, position }));
    await this.tx.query('update setup_list set version = version + 1 where service_id = $1 and list = $2', [
      service,
      fact.list,
    ]);
    await this.noteStaff(service, [...changes.added, ...changes.changed, ...changes.removed]);
    await this.writers.audit.record(fact);
  }

  private async insert(
    { service, list: kind }: SetupEvent,
    values: Values,
    { after, made }: Pick<SheetSaving, 'after' | 'made'>,
  ): Promise<void> {
    const sheet: ListDefinition = lists[kind];
    const place = listMappings[kind];
    const ordered = sheet.ordered === true ? { position: after.length } : {};
    const beside = { ...(place.makesIds === false ? {} : { id: uuid() }), ...ordered, ...made?.(values) };
    await this.run(insertRow(sheet, place, { service, values, made: beside }));
  }

  /** What is given is stored only as far as the charity says something else. */
  private async change(fact: SetupEvent, values: Values, given: GivenOf): Promise<void> {
    const { service, list: kind } = fact;
    const sheet: ListDefinition = lists[kind];
    const place = listMappings[kind];
    if (sheet.defaults === undefined) return this.run(updateRow(sheet, place, { service, values }));
    await this.run(deleteRow(sheet, place, { service, values }));
    if (isDefault(sheet, given(kind), values)) return;
    await this.insert(fact, asStored(sheet, given(kind), values), { after: [] });
  }

  /** Whoever a row is about may be asked for others now. */
  private async noteStaff(service: ServiceId, rows: readonly Values[]): Promise<void> {
    const names = [...new Set(rows.flatMap((row) => row['sign_in_name'] ?? []))];
    if (names.length === 0) return;
    const staff: { id: string }[] = await this.tx.query(
      'select id from staff where service_id = $1 and sign_in_name = any ($2::text[]) order by id',
      [service, names],
    );
    for (const { id } of staff) await this.writers.outbox.addNote('staff', id, service);
  }

  private async rows(service: ServiceId, kind: ListKind, given: GivenOf): Promise<readonly Values[]> {
    const stored: Values[] = await this.tx.query(selectRows(lists[kind], listMappings[kind]), [service]);
    return withOverrides(lists[kind], given(kind), stored);
  }

  private async run({ sql, parameters }: SqlStatement): Promise<void> {
    await this.tx.query(sql, [...parameters]);
  }
}
