// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import './table.css';

export interface TableColumn<Row> {
  readonly key: string;
  /** Said only to screen readers above a column of actions. */
  readonly title: string;
  /** `figure`: digits of one width. `number`: the same, at the end of the cell. `actions`: buttons, at the end. */
  readonly kind?: 'text' | 'figure' | 'number' | 'actions';
  readonly className?: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Marks cells without content, so that a narrow screen can leave them out. */
  readonly isEmpty?: (row: Row) => boolean;
}

export interface TableProps<Row> {
  /** What the table is called, for people who reach it by keyboard or screen reader. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  /** Rows that matter less. */
  readonly isSoft?: (row: Row) => boolean;
  /** Whether the first cell of a row names the row. */
  readonly hasRowHeaders?: boolean;
  readonly className?: string;
}

type Kind = NonNullable<TableColumn<never>['kind']>;

const CLASSES: Readonly<Record<Kind, string>> = {
  text: '',
  figure: 'ui-table__figure',
  number: 'ui-table__number',
  actions: 'ui-table__actions',
};

const classOf = (kind: Kind = 'text', own = ''): string => `${CLASSES[kind]} ${own}`.trim();

/** A table that scrolls sideways by itself where the screen is narrow; it can be reached and scrolled by keyboard. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { label, columns, rows, rowKey, isSoft, hasRowHeaders = true, className = '' } = props;
  return (
    <section className={`ui-table__box ${className}`.trim()} tabIndex={0} role="group" aria-label={label}>
      <table className="ui-table">
        <thead>
          <tr>
            {columns.map(({ key, title, kind }) => (
              <th key={key} scope="col" className={classOf(kind)}>
                {kind === 'actions' ? <span className="ui-unseen">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className={isSoft?.(row) === true ? 'ui-table__row--soft' : ''}>
              {columns.map((column, place) => {
                const shown = {
                  className: classOf(column.kind, column.className),
                  'data-label': column.title,
                  'data-empty': column.isEmpty?.(row) === true ? '' : undefined,
                };
                const content = column.cell(row, index);
                return place === 0 && hasRowHeaders ? (
                  <th key={column.key} scope="row" {...shown}>
                    {content}
                  </th>
                ) : (
                  <td key={column.key} {...shown}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
