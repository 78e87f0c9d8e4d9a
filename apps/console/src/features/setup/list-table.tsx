import { Fragment, useState } from 'react';
import type { SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import { Button, Empty, Table, type TableColumn } from '@warmline/ui';
import { findRows, firstSought, isLong, isOwn, type FoundRow } from './find-rows';
import { nameOfRow } from './name-of-row';
import { RowFinder } from './row-finder';
import { cellTold, columnTold, itemsOf, sectionOf } from './setup-told';
import { setupWords } from './setup-words';

export interface ListTableProps {
  readonly list: SetupList;
  readonly isBusy: boolean;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (index: number, by: -1 | 1) => void;
  /** Back to the default. */
  readonly onReset: (index: number) => void;
}

type ActsProps = ListTableProps & FoundRow & { readonly name: string };

const Acts = ({ list, row, index, name, isBusy, onEdit, onRemove, onMove, onReset }: ActsProps) => (
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
        aria-label={setupWords.asDefaultOf(name)}
        isDisabled={isBusy}
        onPress={() => onReset(index)}
      >
        {setupWords.asDefault}
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

const isBlank = (row: SetupRow, name: string): boolean => (row[name] ?? '') === '';

const valueColumn = (column: SetupColumn): TableColumn<FoundRow> => ({
  key: column.name,
  title: columnTold(column.name),
  className: `setup__cell setup__cell--${column.kind}${column.fixed ? ' setup__cell--fixed' : ''}`,
  isEmpty: ({ row }) => isBlank(row, column.name),
  cell: ({ row }) => <CellWords column={column} row={row} />,
});

const columnsOf = (props: ListTableProps): readonly TableColumn<FoundRow>[] => [
  ...props.list.columns.map(valueColumn),
  {
    key: 'actions',
    title: setupWords.acts,
    kind: 'actions',
    cell: (found) => <Acts {...props} {...found} name={nameOfRow(props.list, found.row)} />,
  },
];

/** The whole list, a row a line; a long one can be searched. */
export const ListTable = (props: ListTableProps) => {
  const { list } = props;
  const [sought, setSought] = useState(() => firstSought(list));
  const found = findRows(list, sought);
  if (list.rows.length === 0)
    return (
      <Empty icon="note" title={setupWords.empty(setupWords.lists[list.list].many)}>
        {setupWords.emptyMore(setupWords.lists[list.list].one)}
      </Empty>
    );
  return (
    <>
      {isLong(list) ? (
        <RowFinder list={list} sought={sought} shown={found.length} onChange={setSought} />
      ) : null}
      {found.length === 0 ? (
        <Empty icon="search" title={setupWords.noneFound}>
          <Button size="small" onPress={() => setSought(firstSought(list))}>
            {setupWords.showAll}
          </Button>
        </Empty>
      ) : (
        <Table
          label={setupWords.lists[list.list].title}
          className={`setup__table setup__table--${list.list}`}
          columns={columnsOf(props)}
          rows={found}
          rowKey={({ row }) => list.key.map((name) => row[name]).join('\u0000')}
          hasRowHeaders={false}
        />
      )}
    </>
  );
};
