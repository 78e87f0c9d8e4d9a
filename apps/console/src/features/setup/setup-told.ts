import type { SetupAnswer, SetupColumn, SetupProblem } from '@warmline/contracts';
import { languageName } from '../../shared/i18n/language-name';
import { dayWords } from '../../shared/i18n/moment-words';
import { moduleName } from '../../shared/i18n/obstacle-words';
import { setupWords } from './setup-words';

type Named = Readonly<Record<string, string | undefined>>;

const labels: Named = setupWords.columns;
const values: Named = setupWords.values;
const hints: Named = setupWords.hints;
const sections: Named = setupWords.sections;
const samples: Named = setupWords.samples;

export const columnTold = (name: string): string => labels[name] ?? name;
export const hintOf = ({ name }: SetupColumn): string | undefined => hints[name];

/** The items of a list that is written with ; between them. */
export const itemsOf = (cell: string): string[] =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A language by its name, with its tag from the list. */
export const languageOf = (tag: string): string => `${languageName(tag)} (${tag})`;

/** The part of the visitor's page that shows a text, read from its key. */
export const sectionOf = (key: string): string | undefined => sections[key.split('.')[0] ?? key];

/** With something put in wherever something goes in, as a visitor would read it. */
export const withSamples = (text: string): string =>
  text.replace(/\{([^{}]*)\}/g, (all, name: string) => samples[name] ?? all);

/** One of a closed list by its name; anything else as it is. */
const codeTold = ({ name, kind, choices }: SetupColumn, cell: string): string => {
  if (name === 'module') return moduleName(cell);
  return name === 'rule' || kind === 'choice' || choices.includes(cell) ? (values[cell] ?? cell) : cell;
};

/** A cell as people read it. */
export const cellTold = (column: SetupColumn, cell: string): string => {
  if (column.kind === 'yes_no') return cell === 'yes' ? setupWords.yes : setupWords.no;
  if (column.kind === 'day') return dayWords(cell);
  if (column.kind === 'list' && column.choices.length > 0)
    return itemsOf(cell)
      .map((item) => column.labels?.[item] ?? codeTold(column, item))
      .join('; ');
  return column.labels?.[cell] ?? codeTold(column, cell);
};

const bound = (least: number | undefined, most: number | undefined): string => {
  if (least !== undefined && most !== undefined) return setupWords.from(least, most);
  if (least !== undefined) return setupWords.atLeast(least);
  return most === undefined ? '' : setupWords.atMost(most);
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
  setupWords.problems[problem.problem](String(problem.most ?? ''), detailOf(problem));

export const unreadableTold = ({
  problem,
  line,
  column,
}: Extract<SetupAnswer, { outcome: 'unreadable' }>): string =>
  setupWords.unreadable[problem](line === null ? '' : setupWords.atLine(line), column ?? '');
