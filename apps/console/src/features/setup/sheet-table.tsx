import type { SetupRow, SetupSheet } from '@warmline/contracts';
import { Button, Empty } from '@warmline/ui';
import { cellTold, columnTold } from '../../app/setup/setup-told';
import { words } from '../../app/words';

export interface SheetTableProps {
  readonly sheet: SetupSheet;
  readonly isBusy: boolean;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (index: number, by: -1 | 1) => void;
}

/** What a row is called in buttons and sentences. */
export const nameOfRow = (sheet: SetupSheet, row: SetupRow): string =>
  row[sheet.key[sheet.key.length > 1 ? 1 : 0] ?? 'name'] ?? words.setup.newRow;

type ActsProps = SheetTableProps & { readonly index: number; readonly name: string };

const Acts = ({ sheet, index, name, isBusy, onEdit, onRemove, onMove }: ActsProps) => (
  <span className="table__acts-row">
    {sheet.ordered ? (
      <>
        <Button
          size="small"
          kind="quiet"
          icon="up"
          iconOnly
          aria-label={words.setup.up(name)}
          isDisabled={isBusy || index === 0}
          onPress={() => onMove(index, -1)}
        />
        <Button
          size="small"
          kind="quiet"
          icon="down"
          iconOnly
          aria-label={words.setup.down(name)}
          isDisabled={isBusy || index === sheet.rows.length - 1}
          onPress={() => onMove(index, 1)}
        />
      </>
    ) : null}
    <Button size="small" aria-label={words.setup.editOf(name)} onPress={() => onEdit(index)}>
      {words.setup.edit}
    </Button>
    {sheet.removable ? (
      <Button
        size="small"
        kind="quiet"
        aria-label={words.setup.removeOf(name)}
        isDisabled={isBusy}
        onPress={() => onRemove(index)}
      >
        {words.setup.remove}
      </Button>
    ) : null}
  </span>
);

/** The whole list, a row a line. */
export const SheetTable = (props: SheetTableProps) => {
  const { sheet } = props;
  if (sheet.rows.length === 0)
    return (
      <Empty icon="note" title={words.setup.empty}>
        {words.setup.emptyMore}
      </Empty>
    );
  const title = words.setup.sheets[sheet.sheet].title;
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={title}>
      <table className="table setup__table">
        <thead>
          <tr>
            {sheet.columns.map(({ name }) => (
              <th key={name} scope="col">
                {columnTold(name)}
              </th>
            ))}
            <th scope="col" className="table__acts">
              <span className="ui-unseen">{words.setup.acts}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={sheet.key.map((name) => row[name]).join('\u0000')}>
              {sheet.columns.map((column) => (
                <td key={column.name} className={`setup__cell setup__cell--${column.kind}`}>
                  <span className="setup__words">{cellTold(column, row[column.name] ?? '')}</span>
                </td>
              ))}
              <td className="table__acts">
                <Acts {...props} index={index} name={nameOfRow(sheet, row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
