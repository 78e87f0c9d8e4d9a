import type { SetupProblem } from '@warmline/contracts';
import { Table, type TableColumn } from '@warmline/ui';
import { columnTold, problemTold } from './setup-told';
import { setupWords } from './setup-words';

/** More would not be read; the rest is told by its number. */
const SHOWN = 50;

const COLUMNS: readonly TableColumn<SetupProblem>[] = [
  { key: 'row', title: setupWords.row, kind: 'number', cell: ({ row }) => row ?? setupWords.goneRow },
  {
    key: 'column',
    title: setupWords.column,
    cell: ({ column }) => (column === null ? setupWords.wholeRow : columnTold(column)),
  },
  { key: 'problem', title: setupWords.problem, cell: problemTold },
];

/** The problems of a file, row by row. */
export const ProblemsTable = ({
  problems,
  count,
}: {
  readonly problems: readonly SetupProblem[];
  readonly count: number;
}) => {
  const shown = problems.slice(0, SHOWN);
  return (
    <>
      <Table
        className="setup__problems"
        label={setupWords.problem}
        columns={COLUMNS}
        rows={shown}
        rowKey={({ row, column, problem }) => `${row ?? ''} ${column ?? ''} ${problem}`}
        hasRowHeaders={false}
      />
      {count > shown.length ? <p>{setupWords.problemsMore(count - shown.length)}</p> : null}
    </>
  );
};
