import type { SetupAnswer, SetupColumn, SetupProblem } from '@warmline/contracts';
import { languageName } from '../../shared/i18n/language-name';
import { words } from '../../shared/i18n/words';

type Named = Readonly<Record<string, string | undefined>>;

const labels: Named = words.setup.columns;
const values: Named = words.setup.values;
const hints: Named = words.setup.hints;
const sections: Named = words.setup.sections;
const samples: Named = words.setup.samples;

export const columnTold = (name: string): string => labels[name] ?? name;
export const hintOf = ({ name }: SetupColumn): string | undefined => hints[name];

/** The items of a list that is written with ; between them. */
export const itemsOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A language by its name, with the tag that stands in the list. */
export const languageOf = (tag: string): string => `${languageName(tag)} (${tag})`;

/** The part of the visitor's page that a text stands on, as far as its key tells. */
export const sectionOf = (key: string): string | undefined => sections[key.split('.')[0] ?? key];

/** With something put in wherever something goes in, as a visitor would read it. */
export const withSamples = (text: string): string =>
  text.replace(/\{([^{}]*)\}/g, (all, name: string) => samples[name] ?? all);

/** A cell as people read it. */
export const cellTold = (column: SetupColumn, cell: string): string => {
  if (column.kind === 'yes_no') return cell === 'yes' ? words.setup.yes : words.setup.no;
  if (column.name === 'rule') return values[cell] ?? cell;
  return column.labels?.[cell] ?? (column.kind === 'choice' ? (values[cell] ?? cell) : cell);
};

const bound = (least: number | undefined, most: number | undefined): string => {
  if (least !== undefined && most !== undefined) return words.setup.from(least, most);
  if (least !== undefined) return words.setup.atLeast(least);
  return most === undefined ? '' : words.setup.atMost(most);
};

const inBraces = ({ problem, names = [] }: SetupProblem): string =>
  names.map((name) => (problem.startsWith('place') ? `{${name}}` : name)).join(', ');

const detailOf = (problem: SetupProblem): string => {
  const { choices, least, most, first, names } = problem;
  if (choices !== undefined) return choices.map((choice) => values[choice] ?? choice).join(', ');
  if (names !== undefined) return inBraces(problem);
  return first === undefined ? bound(least, most) : String(first);
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
