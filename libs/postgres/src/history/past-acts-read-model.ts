import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import { isListKind, type ListKind, type Row, type ToldChange, type ToldRow } from '@warmline/setup';
import type { Charity } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import {
  flag,
  list,
  oneOf,
  optional,
  row as parsedRow,
  text,
  UnexpectedRow,
  whole,
  type Column,
} from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { storedCharity } from '../setup/parse-charity';
import { PERSON } from '../setup/setting-change-store';
import { ACT_COLUMNS, type StoredAct } from './past-record-read-model';

/** A change of the settings, with what they were before and after where that is kept. */
export interface StoredSettingAct extends StoredAct {
  readonly list: ListKind | null;
  readonly told: ToldChange | null;
  readonly before: Charity | null;
  readonly after: Charity | null;
}

export interface StoredPersonAct extends StoredAct {
  readonly conversationId: ConversationId | null;
}

export interface PersonCounts {
  readonly held: number;
  readonly handedOver: number;
  readonly received: number;
  readonly read: number;
  readonly settings: number;
}

const cells: Column<Row> = (answer) => {
  if (typeof answer !== 'object' || answer === null) throw new UnexpectedRow('expected a row');
  return Object.fromEntries(Object.entries(answer).map(([name, cell]) => [name, text(cell)]));
};

const what = oneOf<ToldRow['what']>({ added: true, changed: true, removed: true });

const toldRow: Column<ToldRow> = (answer) => {
  if (typeof answer !== 'object' || answer === null) throw new UnexpectedRow('expected a change of a row');
  const told = {
    what: what('what' in answer ? answer.what : null),
    row: cells('row' in answer ? answer.row : null),
  };
  return 'was' in answer ? { ...told, was: cells(answer.was) } : told;
};

const toldChange = parsedRow<ToldChange>({ rows: list(toldRow), count: whole, moved: flag });

/** The starters are stored under their first name. */
const listKind: Column<ListKind> = (answer) => {
  const name = text(answer) === 'snippets' ? 'starters' : text(answer);
  if (!isListKind(name)) throw new UnexpectedRow('expected the name of a list');
  return name;
};

const NAMES = `left join staff s on s.id = a.actor_id left join staff w on w.id = a.whom`;
const SAID = `a.id::text, ${ms('a.at', 'at')}, a.action, a.actor_kind as "actorKind", s.name as "actorName",
  w.name as "whomName", a.reason, a.count`;

const SETTINGS = new RowQuery<StoredSettingAct>(
  {
    ...ACT_COLUMNS,
    list: optional(listKind),
    told: optional(toldChange),
    before: optional(storedCharity),
    after: optional(storedCharity),
  },
  `select ${SAID}, c.list, c.change as told, h.before, h.after
   from setting_acts($1, $2::bigint, $3) a ${NAMES}
   left join setting_change c on c.id = a.subject left join charity_change h on h.id = a.subject
   order by a.id desc`,
);

const PERSON_ACTS = new RowQuery<StoredPersonAct>(
  { ...ACT_COLUMNS, conversationId: optional(known.conversation) },
  `select ${SAID}, a.conversation_id as "conversationId"
   from person_acts($1, $2, to_timestamp($3 / 1000.0), to_timestamp($4 / 1000.0), $5::bigint, $6::text[], $7) a ${NAMES}
   order by a.id desc`,
);

const COUNTS = new RowQuery<PersonCounts>(
  { held: whole, handedOver: whole, received: whole, read: whole, settings: whole },
  `select held, handed_over as "handedOver", received, read, settings
   from person_counts($1, $2, to_timestamp($3 / 1000.0), to_timestamp($4 / 1000.0))`,
);

const PEOPLE = new RowQuery<{ readonly id: StaffId; readonly name: string }>(
  { id: known.staff, name: text },
  'select id, name from staff where service_id = $1 order by lower(name), id limit $2',
);

const NAMED = new RowQuery<{ readonly id: string; readonly name: string }>(
  { id: text, name: text },
  'select id::text, name from staff where service_id = $1 and id::text = any ($2::text[])',
);

/** Where a page of acts ends, and how many it has at most. `before`: the number of an audit row; null for the newest. */
interface Page {
  readonly before: string | null;
  readonly most: number;
}

/** More than any number of an audit row. */
const NEWEST = '9223372036854775807';

/** Reads what changed the settings, and what one person did. That someone reads the latter is recorded by the caller, before. */
export class PastActsReadModel {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async loadSettings(service: ServiceId, { before, most }: Page): Promise<StoredSettingAct[]> {
    return SETTINGS.all(this.database, [service, before ?? NEWEST, most]);
  }

  /** The newest first, without acts of these names. */
  async loadPersonActs(
    { service, staff, from, until }: PersonRange,
    { before, most, without }: Page & { readonly without: readonly string[] },
  ): Promise<StoredPersonAct[]> {
    return PERSON_ACTS.all(this.database, [service, staff, from, until, before ?? NEWEST, without, most]);
  }

  async loadCounts({ service, staff, from, until }: PersonRange): Promise<PersonCounts> {
    return COUNTS.one(this.database, [service, staff, from, until]);
  }

  async loadPeople(
    service: ServiceId,
    most: number,
  ): Promise<{ readonly id: StaffId; readonly name: string }[]> {
    return PEOPLE.all(this.database, [service, most]);
  }

  /** Rows about people, with the name they have now in place of their id. */
  async withNames(
    service: ServiceId,
    changes: readonly (ToldChange | null)[],
  ): Promise<(ToldChange | null)[]> {
    const rows = changes.flatMap((change) => change?.rows ?? []);
    const ids = rows.flatMap(({ row, was }) => [row, was].map((one) => String(one?.[PERSON] ?? '')));
    const found = await NAMED.all(this.database, [service, [...new Set(ids.filter((id) => id !== ''))]]);
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return changes.map((change) => (change === null ? null : withNamesIn(change, names)));
  }
}

const withNamesIn = (change: ToldChange, names: ReadonlyMap<string, string>): ToldChange => {
  const named = (row: Row): Row => {
    const { [PERSON]: id, ...rest } = row;
    return id === undefined ? row : { sign_in_name: names.get(String(id)) ?? '', ...rest };
  };
  const rows = change.rows.map(({ what: did, row, was }): ToldRow => ({
    what: did,
    row: named(row),
    ...(was !== undefined && { was: named(was) }),
  }));
  return { ...change, rows };
};

/** What one person did, from one moment to before another. */
export interface PersonRange {
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly from: Instant;
  readonly until: Instant;
}
