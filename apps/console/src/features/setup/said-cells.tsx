import type { SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import { cellTold, columnTold, languageOf, sectionOf, withSamples } from './setup-told';
import { setupWords } from './setup-words';

/** Of a row that is there already: what it is called stays, and so does what is said beside it. */
export const isSaid = (list: SetupList, column: SetupColumn, isNew: boolean): boolean =>
  column.fixed || (!isNew && !list.removable && list.key.includes(column.name));

interface SaidCellsProps {
  readonly columns: readonly SetupColumn[];
  readonly row: SetupRow;
}

const told = (column: SetupColumn, cell: string): string => {
  const section = column.name === 'key' ? sectionOf(cell) : undefined;
  if (column.kind === 'language') return languageOf(cell);
  return section === undefined ? cellTold(column, cell) : `${section} (${cell})`;
};

/** Cells that are read and not written. */
export const SaidCells = ({ columns, row }: SaidCellsProps) =>
  columns.length === 0 ? null : (
    <dl className="setup__said">
      {columns.map((column) => (
        <div key={column.name}>
          <dt>{columnTold(column.name)}</dt>
          <dd>
            <bdi>{told(column, row[column.name] ?? '')}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );

/** A text of the visitor's page with something put in wherever something goes in. */
export const WordingPreview = ({ row }: { readonly row: SetupRow }) => {
  const own = row['own_text']?.trim() ?? '';
  return (
    <div className="setup__preview">
      <span className="setup__preview-label">{setupWords.preview}</span>
      <p lang={row['language']} dir="auto">
        {withSamples(own === '' ? (row['default_text'] ?? '') : own)}
      </p>
    </div>
  );
};
