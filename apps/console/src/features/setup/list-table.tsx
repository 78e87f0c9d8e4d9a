import { Fragment, useState } from 'react';
import type { SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import { Button, Empty } from '@warmline/ui';
import { findRows, firstSought, isLong, isOwn, languagesOf, type FoundRow } from './find-rows';
import { RowFinder } from './row-finder';
import { cellTold, columnTold, itemsOf, languageOf, sectionOf } from './setup-told';
import { setupWords } from './setup-words';

export interface SheetTableProps {
  readonly sheet: SetupList;
  readonly isBusy: boolean;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (index: number, by: -1 | 1) => void;
  /** Back to what was given. */
  readonly onReset: (index: number) => void;
}

/** What a row is called in buttons and sentences. */
export const nameOfRow = (list: SetupList, row: SetupRow): string => {
  const name = list.key[list.key.length > 1 ? 1 : 0] ?? 'name';
  const column = list.columns.find((one) => one.name === name);
  const cell = row[name];
  if (cell === undefined || column === undefined) return setupWords.sheets[list.list].one;
  const told = cellTold(column, cell);
  // The same text in two languages is two rows.
  return languagesOf(list).length === 0 ? told : `${told}, ${languageOf(row['language'] ?? '')}`;
};

type ActsProps = SheetTableProps & FoundRow & { readonly name: string };

const Acts = ({ sheet: list, row, index, name, isBusy, onEdit, onRemove, onMove, onReset }: ActsProps) => (
  <span className="ui-table__buttons">
    {list.ordered ? (
      <>
        <Button
          size="small"
          kind="quiet"
          icon="up"
          iconOnly
          aria-label={setupWords.up(name)}
          isDisabled={isBusy || index === 0}
          onPress={() => onMove(index, -1)}
        />
        <Button
          size="small"
          kind="quiet"
          icon="down"
          iconOnly
          aria-label={setupWords.down(name)}
          isDisabled={isBusy || index === list.rows.length - 1}
          onPress={() => onMove(index, 1)}
        />
      </>
    ) : null}
    <Button size="small" aria-label={setupWords.editOf(name)} onPress={() => onEdit(index)}>
      {setupWords.edit}
    </Button>
    {isOwn(list, row) ? (
      <Button
        size="small"
        kind="quiet"
        aria-label={setupWords.asGivenOf(name)}
        isDisabled={isBusy}
        onPress={() => onReset(index)}
      >
        {setupWords.asGiven}
      </Button>
    ) : null}
    {list.removable ? (
      <Button
        size="small"
        kind="quiet"
        aria-label={setupWords.removeOf(name)}
        isDisabled={isBusy}
        onPress={() => onRemove(index)}
      >
        {setupWords.remove}
      </Button>
    ) : null}
  </span>
);

/** Broken where it has a dot, and nowhere else. */
const Key = ({ text }: { readonly text: string }) => (
  <code className="setup__key" dir="ltr">
    {text.split('.').map((part, index) => (
      <Fragment key={`${index} ${part}`}>
        {index === 0 ? part : `.${part}`}
        <wbr />
      </Fragment>
    ))}
  </code>
);

const CellWords = ({ column, row }: { readonly column: SetupColumn; readonly row: SetupRow }) => {
  const cell = row[column.name] ?? '';
  const section = column.name === 'key' ? sectionOf(cell) : undefined;
  const told =
    column.kind === 'list'
      ? itemsOf(cell)
          .map((item) => column.labels?.[item] ?? item)
          .join('; ')
      : cellTold(column, cell);
  return (
    <span className="setup__words">
      {section === undefined ? <bdi>{told}</bdi> : <span className="setup__section">{section}</span>}
      {section === undefined ? null : <Key text={cell} />}
    </span>
  );
};

const Rows = (props: SheetTableProps & { readonly found: readonly FoundRow[] }) => {
  const { sheet: list, found } = props;
  return (
    <table className={`ui-table setup__table setup__table--${list.list}`}>
      <thead>
        <tr>
          {list.columns.map(({ name }) => (
            <th key={name} scope="col">
              {columnTold(name)}
            </th>
          ))}
          <th scope="col" className="ui-table__actions">
            <span className="ui-unseen">{setupWords.acts}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ row, index }) => (
          <tr key={list.key.map((name) => row[name]).join('\u0000')}>
            {list.columns.map((column) => (
              <td
                key={column.name}
                className={`setup__cell setup__cell--${column.kind}${column.fixed ? ' setup__cell--given' : ''}`}
                data-label={columnTold(column.name)}
                data-empty={(row[column.name] ?? '') === '' ? '' : undefined}
              >
                <CellWords column={column} row={row} />
              </td>
            ))}
            <td className="ui-table__actions">
              <Acts {...props} row={row} index={index} name={nameOfRow(list, row)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The whole list, a row a line; a long one can be searched. */
export const SheetTable = (props: SheetTableProps) => {
  const { sheet: list } = props;
  const [sought, setSought] = useState(() => firstSought(list));
  const found = findRows(list, sought);
  if (list.rows.length === 0)
    return (
      <Empty icon="note" title={setupWords.empty(setupWords.sheets[list.list].many)}>
        {setupWords.emptyMore(setupWords.sheets[list.list].one)}
      </Empty>
    );
  return (
    <>
      {isLong(list) ? (
        <RowFinder sheet={list} sought={sought} shown={found.length} onChange={setSought} />
      ) : null}
      {found.length === 0 ? (
        <Empty icon="search" title={setupWords.noneFound}>
          <Button size="small" onPress={() => setSought(firstSought(list))}>
            {setupWords.showAll}
          </Button>
        </Empty>
      ) : (
        <div
          className="ui-table__box"
          tabIndex={0}
          role="group"
          aria-label={setupWords.sheets[list.list].title}
        >
          <Rows {...props} found={found} />
        </div>
      )}
    </>
  );
};
