import type { EntityManager } from 'typeorm';
import type { ServiceId } from '@warmline/kernel';
import { storedListName, type ListKind, type Row, type ToldChange, type ToldRow } from '@warmline/setup';
import { text } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** Where a row is about a person: by their id, so that their name goes with their record. */
export const PERSON = 'person';

/** Columns of the list of people that are about who someone is. Only that they changed is kept. */
const NAMES: readonly string[] = ['sign_in_name', 'name'];

const IDS = new RowQuery<{ readonly id: string; readonly name: string }>(
  { id: text, name: text },
  'select id::text, sign_in_name as name from staff where service_id = $1 and sign_in_name = any ($2::text[])',
);

const withoutNames = (row: Row, list: ListKind, ids: ReadonlyMap<string, string>): Row => {
  const signInName = row['sign_in_name'];
  if (signInName === undefined) return row;
  const kept = Object.entries(row).filter(([name]) => list !== 'people' || !NAMES.includes(name));
  const cells = Object.fromEntries(kept.filter(([name]) => name !== 'sign_in_name'));
  return { ...cells, [PERSON]: ids.get(String(signInName)) ?? '' };
};

interface KeptSave {
  readonly service: ServiceId;
  readonly list: ListKind;
  readonly change: string;
}

/** Keeps the rows of a save, before and after. In its transaction, once its rows are stored: people that it added have an id. */
export const keepChange = async (
  tx: EntityManager,
  { service, list, change }: KeptSave,
  { rows, ...told }: ToldChange,
): Promise<void> => {
  const names = rows.flatMap(({ row, was }) =>
    [row, was].flatMap((one) => (one?.['sign_in_name'] === undefined ? [] : [String(one['sign_in_name'])])),
  );
  const found = names.length === 0 ? [] : await IDS.all(tx, [service, [...new Set(names)]]);
  const ids = new Map(found.map(({ id, name }) => [name, id]));
  const kept = rows.map(({ what, row, was }): ToldRow => ({
    what,
    row: withoutNames(row, list, ids),
    ...(was !== undefined && { was: withoutNames(was, list, ids) }),
  }));
  await tx.query('insert into setting_change (id, service_id, list, change) values ($1, $2, $3, $4)', [
    change,
    service,
    storedListName(list),
    JSON.stringify({ ...told, rows: kept }),
  ]);
};
