import type { RowChange, SettingChange, SetupColumn, SetupRow } from '@warmline/contracts';
import { Icon } from '@warmline/ui';
import { nameOfRow, type Described } from './name-of-row';
import { cellTold, columnTold } from './setup-told';
import { setupWords } from './setup-words';

/** More rows would not be read; the rest is told by its number. */
const SHOWN = 200;

const filled = (list: Described, row: SetupRow): string =>
  list.columns
    .filter(({ name, fixed }) => !fixed && (row[name] ?? '') !== '')
    .map((column) => cellTold(column, row[column.name] ?? ''))
    .join(' · ');

const said = (column: SetupColumn, row: SetupRow): string => {
  const cell = row[column.name] ?? '';
  return cell === '' ? setupWords.unset : cellTold(column, cell);
};

/** Each cell that is different, with what it was. */
const cellsTold = (list: Described, row: SetupRow, was: SetupRow): string =>
  list.columns
    .filter(({ name }) => (row[name] ?? '') !== (was[name] ?? ''))
    .map((column) => setupWords.fromTo(columnTold(column.name), said(column, was), said(column, row)))
    .join(' · ');

/** Of someone who has left only who they were is kept. */
const isForgotten = (row: SetupRow): boolean => Object.keys(row).join() === 'sign_in_name';

const rowTold = (list: Described, { row, was }: RowChange): string => {
  if (isForgotten(row)) return setupWords.notKept(row['sign_in_name'] ?? '');
  if (was === undefined) return filled(list, row);
  return `${nameOfRow(list, row)}: ${cellsTold(list, row, was) || setupWords.otherName}`;
};

const Changed = ({ list, change }: { readonly list: Described; readonly change: RowChange }) => {
  const { what } = change;
  return (
    <li className={`setup__change setup__change--${what}`}>
      <Icon name={what === 'removed' ? 'close' : what === 'added' ? 'plus' : 'note'} size={16} />
      <span>
        <strong>{setupWords.whatChanged[what]}</strong> <bdi>{rowTold(list, change)}</bdi>
      </span>
    </li>
  );
};

interface RowChangesProps {
  readonly list: Described;
  readonly label: string;
  readonly changes: readonly RowChange[];
  /** How many there are, where not all of them were sent. */
  readonly count?: number;
}

/** Row by row what is deleted, changed and added. Deleted rows come first, in the gravest colour. */
export const RowChanges = ({ list, label, changes, count = changes.length }: RowChangesProps) => {
  const shown = changes.slice(0, SHOWN);
  return (
    <div className="setup__changes" role="group" aria-label={label} tabIndex={0}>
      <ul>
        {shown.map((change, index) => (
          <Changed key={index} list={list} change={change} />
        ))}
      </ul>
      {count > shown.length ? <p>{setupWords.moreRows(count - shown.length)}</p> : null}
    </div>
  );
};

/** What one save changed, as its history keeps it. */
export const SavedRows = ({ change }: { readonly change: Extract<SettingChange, { kind: 'rows' }> }) => (
  <>
    <RowChanges
      list={{ ...change, rows: change.rows.map(({ row }) => row) }}
      label={setupWords.lists[change.list].title}
      changes={change.rows}
      count={change.count}
    />
    {change.moved ? <p>{setupWords.countMoved}</p> : null}
  </>
);
