import type { SetupProblem } from '@warmline/contracts';
import { columnTold, problemTold } from './setup-told';
import { setupWords } from './setup-words';

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
      <div className="table__box setup__problems" tabIndex={0} role="group" aria-label={setupWords.problem}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="table__number">
                {setupWords.row}
              </th>
              <th scope="col">{setupWords.column}</th>
              <th scope="col">{setupWords.problem}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem) => (
              <tr key={`${problem.row ?? ''} ${problem.column ?? ''} ${problem.problem}`}>
                <td className="table__number">{problem.row ?? setupWords.goneRow}</td>
                <td>{problem.column === null ? setupWords.wholeRow : columnTold(problem.column)}</td>
                <td>{problemTold(problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > shown.length ? <p>{setupWords.problemsMore(count - shown.length)}</p> : null}
    </>
  );
};
