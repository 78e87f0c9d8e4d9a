import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ServiceId, StaffId } from '@warmline/kernel';
import {
  asStored,
  HEADINGS,
  isDefault,
  isListKind,
  withOverrides,
  lists,
  storedListName,
  type DefaultsOf,
  type Referred,
  takesTwo,
  type AccessWanted,
  type PersonsChange,
  type AuditExported,
  type ListExported,
  type ServiceExported,
  type ServiceImported,
  type SetupChanged,
  type SetupUndone,
  type ToldChange,
  type ListDefinition,
  type ListChanges,
  type ListKind,
  type Values,
} from '@warmline/setup';
import { SETUP_LISTS } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, list, rows, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import {
  deleteRows,
  insertRows,
  positionRow,
  listMappings,
  selectRows,
  updateRow,
  type SqlStatement,
} from './list-mapping';
import { storedValues } from './parse-stored-values';
import { keepChange } from './setting-change-store';

export interface StoredList {
  readonly version: number;
  readonly rows: readonly Values[];
}

/** What is saved, and what each new row needs beside its cells. */
export interface ListToSave {
  readonly changes: ListChanges;
  readonly after: readonly Values[];
  readonly made?: (row: Values) => Readonly<Record<string, unknown>>;
  readonly defaults: DefaultsOf;
  /** What History says of it. */
  readonly told: ToldChange;
}

/** Skills, each with the people who have it or whose training grants it. */
const STILL_NAMED = new RowQuery<{ readonly name: string }>(
  { name: text },
  `
  select k.skill || ' (' || string_agg(distinct s.name, ', ' order by s.name) || ')' as name
  from unnest($2::text[]) k(skill) join staff s on s.service_id = $1 and (k.skill = any (s.skills)
    or exists (select 1 from training_record t where t.staff_id = s.id and t.grants = k.skill))
  group by k.skill order by k.skill`,
);

const OWN_TOPICS = new RowQuery<{ readonly name: string }>(
  { name: text },
  'select topic as name from topic where service_id = $1 and topic = any ($2::text[])',
);

const STAFF_BY_NAME = new RowQuery<{ readonly id: StaffId; readonly name: string }>(
  { id: known.staff, name: text },
  'select id, sign_in_name as name from staff where service_id = $1 and sign_in_name = any ($2::text[]) order by id',
);

const TAKEN_ELSEWHERE = new RowQuery<{ readonly name: string }>(
  { name: text },
  'select sign_in_name as name from staff where service_id <> $1 and sign_in_name = any ($2::text[])',
);

/** What a service has that a new one has not. */
export interface SetUpAlready {
  readonly opened: boolean;
  /** Beside the person who asks. */
  readonly people: boolean;
  readonly conversations: boolean;
  /** Names of lists that someone has saved, as rows have them. */
  readonly lists: readonly string[];
}

const SET_UP_ALREADY = new RowQuery<SetUpAlready>(
  { opened: flag, people: flag, conversations: flag, lists: list(text) },
  `select s.opened_at is not null as opened,
     exists (select 1 from staff p where p.service_id = s.id and p.id <> $2) as people,
     exists (select 1 from conversation c where c.service_id = s.id) as conversations,
     array(select l.list from setup_list l where l.service_id = s.id and l.version > 0 order by l.list) as lists
   from service s where s.id = $1`,
);

const NAMES = SETUP_LISTS.map(storedListName);

const LOCK_LIST = new RowQuery<{ readonly version: number }>(
  { version: whole },
  'select version from setup_list where service_id = $1 and list = $2 for no key update',
);

/** What a charity has set up, read and saved as lists. */
export class SetupStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else can save this list until the transaction ends. */
  async lock(service: ServiceId, kind: ListKind, defaults: DefaultsOf): Promise<StoredList> {
    await this.tx.query(
      'insert into setup_list (service_id, list) values ($1, $2) on conflict (service_id, list) do nothing',
      [service, storedListName(kind)],
    );
    const { version } = await LOCK_LIST.one(this.tx, [service, storedListName(kind)]);
    return { version, rows: await this.rows(service, kind, defaults) };
  }

  /** The rows of the lists that this one refers to. */
  async referred(service: ServiceId, { columns }: ListDefinition, defaults: DefaultsOf): Promise<Referred> {
    const referred: Record<string, readonly Values[]> = {};
    for (const { refersTo } of columns)
      if (refersTo !== undefined && isListKind(refersTo))
        referred[refersTo] = await this.rows(service, refersTo, defaults);
    return referred;
  }

  /** Rows that are removed although other rows name them, with the people who do. Only the list of skills has any. */
  async stillNamed(service: ServiceId, kind: ListKind, { removed }: ListChanges): Promise<string[]> {
    if (kind !== 'skills' || removed.length === 0) return [];
    const named = await STILL_NAMED.all(this.tx, [service, removed.map((values) => values['skill'])]);
    return named.map(({ name }) => name);
  }

  /** Those sign-in names with which people of other services sign in. */
  async takenElsewhere(service: ServiceId, signInNames: readonly string[]): Promise<string[]> {
    if (signInNames.length === 0) return [];
    return (await TAKEN_ELSEWHERE.all(this.tx, [service, signInNames])).map(({ name }) => name);
  }

  /** Those topics that are neither built in nor the charity's own, in use or not. */
  async unknownTopics(service: ServiceId, topics: readonly string[]): Promise<string[]> {
    const foreign = topics.filter((topic) => !Object.hasOwn(HEADINGS, topic));
    if (foreign.length === 0) return [];
    const own = await OWN_TOPICS.all(this.tx, [service, foreign]);
    return foreign.filter((topic) => own.every(({ name }) => name !== topic));
  }

  async save(fact: SetupChanged | SetupUndone, saving: ListToSave): Promise<void> {
    const { service } = fact;
    const { changes, after } = saving;
    const list: ListDefinition = lists[fact.list];
    const place = listMappings[fact.list];
    if (changes.removed.length > 0)
      await this.run(deleteRows(list, place, { service, rows: changes.removed }));
    const replaced = place.insertReplaces === true ? changes.changed : [];
    if (replaced.length === 0)
      for (const values of changes.changed) await this.change(fact, values, saving.defaults);
    await this.insert(fact, [...replaced, ...changes.added], saving);
    if (list.ordered === true)
      for (const [position, values] of after.entries())
        await this.run(positionRow(list, place, { service, values, position }));
    await this.tx.query('update setup_list set version = version + 1 where service_id = $1 and list = $2', [
      service,
      storedListName(fact.list),
    ]);
    await this.noteStaff(service, [...changes.added, ...changes.changed, ...changes.removed]);
    await keepChange(this.tx, fact, saving.told);
    await this.writers.audit.record(fact);
  }

  /**
   * What this service has that a new one has not. `staff`: who asks. Nobody saves a list or opens the service until the transaction
   * ends: the lists are locked before the service, as a save locks them. What was there is asked after that, in a statement of its
   * own: one that waited for a lock still sees what was before it waited.
   */
  async lockSetUp(service: ServiceId, staff: StaffId): Promise<SetUpAlready> {
    await this.tx.query(
      'insert into setup_list (service_id, list) select $1, unnest($2::text[]) on conflict (service_id, list) do nothing',
      [service, NAMES],
    );
    for (const name of NAMES) await LOCK_LIST.one(this.tx, [service, name]);
    await this.tx.query('select from service where id = $1 for no key update', [service]);
    return SET_UP_ALREADY.one(this.tx, [service, staff]);
  }

  /** Before the first byte of a file is sent, or after all of one was brought in. */
  async saveExport(fact: ListExported | AuditExported | ServiceExported | ServiceImported): Promise<void> {
    await this.writers.audit.record(fact);
  }

  /** Who became what, of people who are in the list already. `alone`: by the only administrator, where it takes two. Call it in the transaction that saves the list. */
  async saveAccess(
    { service, staff: by }: Pick<SetupChanged, 'service' | 'staff'>,
    changes: readonly PersonsChange[],
    alone: readonly AccessWanted[],
  ): Promise<void> {
    const names = [...new Set(changes.map(({ signInName }) => signInName))];
    if (names.length === 0) return;
    const people = await STAFF_BY_NAME.all(this.tx, [service, names]);
    const idOf = new Map(people.map(({ id, name }) => [name, id]));
    const facts = changes.map(({ signInName, change }) => {
      const staff = idOf.get(signInName);
      if (staff === undefined) throw new TypeError('access of a person who is not in the list');
      const isAlone = alone.some((wanted) => wanted.signInName === signInName && takesTwo(wanted, change));
      return { type: 'access_changed', service, by, staff, change, ...(isAlone && { isAlone }) } as const;
    });
    await this.writers.audit.record(...facts);
  }

  private async insert(
    { service, list: kind }: SetupChanged | SetupUndone,
    rows: readonly Values[],
    { after, made }: Pick<ListToSave, 'after' | 'made'>,
  ): Promise<void> {
    const list: ListDefinition = lists[kind];
    const place = listMappings[kind];
    const ordered = list.ordered === true ? { position: after.length } : {};
    const besideOf = (values: Values) => ({
      ...(place.makesIds === false ? {} : { id: uuid() }),
      ...ordered,
      ...made?.(values),
    });
    const toInsert = rows.map((values) => ({ values, made: besideOf(values) }));
    await this.runAll(insertRows(list, place, { service, rows: toInsert }));
  }

  /** A default row is stored only if the charity overrides it. */
  private async change(
    fact: SetupChanged | SetupUndone,
    values: Values,
    defaults: DefaultsOf,
  ): Promise<void> {
    const { service, list: kind } = fact;
    const list: ListDefinition = lists[kind];
    const place = listMappings[kind];
    if (list.defaults === undefined) return this.run(updateRow(list, place, { service, values }));
    await this.run(deleteRows(list, place, { service, rows: [values] }));
    if (isDefault(list, defaults(kind), values)) return;
    await this.insert(fact, [asStored(list, defaults(kind), values)], { after: [] });
  }

  /** The people named in these rows may now be offered other visitors. */
  private async noteStaff(service: ServiceId, rows: readonly Values[]): Promise<void> {
    const names = [...new Set(rows.flatMap((row) => row['sign_in_name'] ?? []))];
    if (names.length === 0) return;
    for (const { id } of await STAFF_BY_NAME.all(this.tx, [service, names]))
      await this.writers.outbox.addNote('staff', id, service);
  }

  private async rows(service: ServiceId, kind: ListKind, defaults: DefaultsOf): Promise<readonly Values[]> {
    const answer: unknown = await this.tx.query(selectRows(lists[kind], listMappings[kind]), [service]);
    return withOverrides(lists[kind], defaults(kind), rows(storedValues, answer));
  }

  private async runAll(statements: readonly SqlStatement[]): Promise<void> {
    for (const statement of statements) await this.run(statement);
  }

  private async run({ sql, parameters }: SqlStatement): Promise<void> {
    await this.tx.query(sql, [...parameters]);
  }
}
