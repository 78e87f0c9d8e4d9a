import type { RowChange, SetupList, SetupRow } from '@warmline/contracts';
import { dayTyped } from '../../shared/i18n/moment-words';

/** Whatever else can be ticked is said on purpose. */
const TICKED = ['active', 'in_use', 'offered'];

/** What a new person has unless it is changed: two chats at once, and the languages that are spoken here. */
const usualPerson = (rows: readonly SetupRow[]): SetupRow => ({
  capacity: '2',
  languages: rows.map((row) => row['languages'] ?? '').find((languages) => languages !== '') ?? 'en',
});

/** What a new row says before anything is typed. */
export const emptyRow = ({ list, columns, rows }: SetupList): SetupRow => {
  const usual = list === 'people' ? usualPerson(rows) : {};
  return Object.fromEntries(
    columns.map(({ name, kind }) => [
      name,
      kind === 'yes_no' ? (TICKED.includes(name) ? 'yes' : 'no') : (usual[name] ?? ''),
    ]),
  );
};

/** A row as it is shown for typing: days in the form people write. */
export const asTyped = ({ columns }: SetupList, row: SetupRow): SetupRow => ({
  ...row,
  ...Object.fromEntries(
    columns.filter(({ kind }) => kind === 'day').map(({ name }) => [name, dayTyped(row[name] ?? '')]),
  ),
});

type Keyed = Pick<SetupList, 'key'>;

const keyOf = ({ key }: Keyed, row: SetupRow): string =>
  key.map((name) => (row[name] ?? '').toLowerCase()).join('\u0000');

/** Where this row is in the list now; -1 when it is not there. */
export const placeOf = (list: SetupList, row: SetupRow): number => {
  const key = keyOf(list, row);
  return list.rows.findIndex((other) => keyOf(list, other) === key);
};

/**
 * The row as it is saved: what the person changed, and what is in the list now in every other field. So nobody's change is
 * overwritten by a form that was opened before it.
 */
export const mergedRow = (list: SetupList, original: SetupRow, edited: SetupRow): SetupRow => {
  const now = list.rows[placeOf(list, original)] ?? original;
  const opened = asTyped(list, original);
  const changed = Object.entries(edited).filter(([name, cell]) => cell !== opened[name]);
  return { ...now, ...Object.fromEntries(changed) };
};

/** What is different in the second of two versions of a list: deleted rows first. */
export const changesBetween = (before: SetupList, after: SetupList): RowChange[] => {
  const was = new Map(before.rows.map((row) => [keyOf(before, row), row]));
  const is = new Set(after.rows.map((row) => keyOf(after, row)));
  const isChanged = (row: SetupRow, earlier: SetupRow): boolean =>
    after.columns.some(({ name }) => (row[name] ?? '') !== (earlier[name] ?? ''));
  const others = after.rows.flatMap((row): RowChange[] => {
    const earlier = was.get(keyOf(after, row));
    if (earlier === undefined) return [{ what: 'added', row }];
    return isChanged(row, earlier) ? [{ what: 'changed', row, was: earlier }] : [];
  });
  return [
    ...before.rows
      .filter((row) => !is.has(keyOf(before, row)))
      .map((row): RowChange => ({ what: 'removed', row })),
    ...others.filter(({ what }) => what === 'changed'),
    ...others.filter(({ what }) => what === 'added'),
  ];
};
