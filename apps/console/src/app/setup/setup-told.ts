import type { SetupAnswer, SetupColumn, SetupProblem } from '@warmline/contracts';
import { words } from '../words';

type Named = Readonly<Record<string, string | undefined>>;

const labels: Named = words.setup.columns;
const values: Named = words.setup.values;
const hints: Named = words.setup.hints;

export const columnTold = (name: string): string => labels[name] ?? name;
export const hintOf = ({ name }: SetupColumn): string | undefined => hints[name];

/** A cell as people read it. */
export const cellTold = (column: SetupColumn, cell: string): string => {
  if (column.kind === 'yes_no') return cell === 'yes' ? words.setup.yes : words.setup.no;
  return column.kind === 'choice' ? (values[cell] ?? cell) : cell;
};

const detailOf = ({ choices, least, most, first }: SetupProblem): string => {
  if (choices !== undefined) return choices.map((choice) => values[choice] ?? choice).join(', ');
  if (least !== undefined && most !== undefined) return words.setup.from(least, most);
  return first === undefined ? '' : String(first);
};

/** What is wrong and what to do, in a sentence. */
export const problemTold = (problem: SetupProblem): string =>
  words.setup.problems[problem.problem](String(problem.most ?? ''), detailOf(problem));

export const unreadableTold = ({
  problem,
  line,
  column,
}: Extract<SetupAnswer, { outcome: 'unreadable' }>): string =>
  words.setup.unreadable[problem](line === null ? '' : words.setup.atLine(line), column ?? '');
