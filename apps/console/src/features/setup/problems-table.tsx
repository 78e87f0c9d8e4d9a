import type { SetupProblem } from '@warmline/contracts';
import { words } from '../../shared/i18n/words';
import { columnTold, problemTold } from './setup-told';

/** More would not be read; the rest is told by its number. */
const SHOWN = 50;

/** Where a file cannot stand, row by row. */
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
      <div className="table__box setup__problems" tabIndex={0} role="group" aria-label={words.setup.problem}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="table__number">
                {words.setup.row}
              </th>
              <th scope="col">{words.setup.column}</th>
              <th scope="col">{words.setup.problem}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem) => (
              <tr key={`${problem.row ?? ''} ${problem.column ?? ''} ${problem.problem}`}>
                <td className="table__number">{problem.row ?? words.setup.goneRow}</td>
                <td>{problem.column === null ? words.setup.wholeRow : columnTold(problem.column)}</td>
                <td>{problemTold(problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > shown.length ? <p>{words.setup.problemsMore(count - shown.length)}</p> : null}
    </>
  );
};
