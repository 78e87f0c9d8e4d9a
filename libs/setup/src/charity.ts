import {
  CHARITY_LIMITS,
  CHARITY_PARTS,
  codePoints,
  isBlank,
  isLegible,
  type Charity,
  type CharityPart,
  type CharityProblemCode,
  type ExitPage,
  type Helpline,
} from '@warmline/vocabulary';
import { readCell, type Column } from './column';
import type { Values } from './list';

/** `field` is a path such as `helplines.0.number`. */
export interface CharityProblem {
  readonly field: string;
  readonly problem: CharityProblemCode;
  readonly least?: number;
  readonly most?: number;
}

/** As people write and dial it: digits, spaces, brackets and dashes. At least two digits. */
const NUMBER = /^\+?[\d ()-]+$/;
const DIGITS_MIN = 2;
const CONTROL = /\p{Cc}/u;
const EXIT = /^https:\/\/(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?:\/[\w./~%-]*)?$/i;

const textProblem = (field: string, value: string, most: number): CharityProblem[] => {
  if (isBlank(value)) return [{ field, problem: 'missing' }];
  if (codePoints(value) > most) return [{ field, problem: 'too_long', most }];
  return CONTROL.test(value) ? [{ field, problem: 'control_character' }] : [];
};

const numberProblem = (field: string, value: string): CharityProblem[] => {
  const wrong = textProblem(field, value, CHARITY_LIMITS.number);
  if (wrong.length > 0) return wrong;
  const digits = value.replace(/\D/g, '').length;
  return NUMBER.test(value) && digits >= DIGITS_MIN ? [] : [{ field, problem: 'not_a_number' }];
};

const dayProblem = (field: string, value: string): CharityProblem[] => {
  const read = readCell({ name: field, kind: 'day' }, value);
  return 'value' in read && read.value === value ? [] : [{ field, problem: 'not_a_day' }];
};

const helplineProblems = (line: Helpline, at: number): CharityProblem[] => [
  ...textProblem(`helplines.${at}.name`, line.name, CHARITY_LIMITS.helplineName),
  ...textProblem(`helplines.${at}.what`, line.what, CHARITY_LIMITS.helplineWhat),
  ...textProblem(`helplines.${at}.hours`, line.hours, CHARITY_LIMITS.helplineHours),
  ...numberProblem(`helplines.${at}.number`, line.number),
  ...textProblem(`helplines.${at}.source`, line.source, CHARITY_LIMITS.source),
  ...dayProblem(`helplines.${at}.reviewedOn`, line.reviewedOn),
];

/** The page names the first beside the emergency number, to call. */
const listProblems = (lines: readonly Helpline[]): CharityProblem[] => {
  const [first] = lines;
  if (first === undefined) return [{ field: 'helplines', problem: 'no_helpline' }];
  const names = lines.map(({ name }) => name.trim().toLowerCase());
  return [
    ...(first.by === 'text' ? [{ field: 'helplines.0.by', problem: 'first_by_text' } as const] : []),
    ...(lines.length > CHARITY_LIMITS.helplines
      ? [{ field: 'helplines', problem: 'too_many', most: CHARITY_LIMITS.helplines } as const]
      : []),
    ...names.flatMap((name, at) =>
      names.indexOf(name) < at ? [{ field: `helplines.${at}.name`, problem: 'twice' } as const] : [],
    ),
  ];
};

/** A plain page: no sign-in in it, no question mark, nothing that could tell where its reader comes from. */
const exitProblems = ({ title, url }: ExitPage): CharityProblem[] => [
  ...textProblem('exit.title', title, CHARITY_LIMITS.exitTitle),
  ...textProblem('exit.url', url, CHARITY_LIMITS.exitUrl),
  ...(isBlank(url) || EXIT.test(url) ? [] : [{ field: 'exit.url', problem: 'not_https' } as const]),
];

/** What a cell of the lists would say of this text. */
const cellProblems = (field: string, column: Column, cell: string): CharityProblem[] => {
  const read = readCell(column, cell);
  if ('value' in read) return [];
  const { code } = read.problem;
  const problem = CELL_PROBLEMS[code] ?? 'missing';
  return [{ field, problem, ...('most' in read.problem ? { most: read.problem.most } : {}) }];
};

const CELL_PROBLEMS: Readonly<Record<string, CharityProblemCode>> = {
  not_a_link: 'not_https',
  not_an_origin: 'not_an_origin',
  not_a_language: 'not_a_language',
  not_a_zone: 'not_a_zone',
  too_long: 'too_long',
};

const rangeProblems = (
  field: string,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): CharityProblem[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [{ field, problem: 'out_of_range', least, most }];

const lookProblems = ({ colour, initials }: Charity): CharityProblem[] => [
  ...(colour === '' || isLegible(colour) ? [] : [{ field: 'colour', problem: 'too_pale' } as const]),
  ...(codePoints(initials) > CHARITY_LIMITS.initials
    ? [{ field: 'initials', problem: 'too_long', most: CHARITY_LIMITS.initials } as const]
    : []),
];

const privacyProblems = ({ privacy: { text, url } }: Charity): CharityProblem[] => [
  ...(isBlank(text) ? [] : textProblem('privacy.text', text, CHARITY_LIMITS.privacyText)),
  ...cellProblems(
    'privacy.url',
    { name: 'url', kind: 'link', most: CHARITY_LIMITS.privacyUrl, optional: true },
    url,
  ),
];

const languageProblems = ({ languages }: Charity): CharityProblem[] =>
  languages.length === 0
    ? [{ field: 'languages', problem: 'missing' }]
    : languages.flatMap((language) =>
        cellProblems('languages', { name: 'language', kind: 'language', most: 35 }, language),
      );

/** Why it cannot be saved; nothing when it can. */
export const charityProblems = (charity: Charity): readonly CharityProblem[] => [
  ...textProblem('name', charity.name, CHARITY_LIMITS.name),
  ...lookProblems(charity),
  ...numberProblem('emergencyNumber', charity.emergencyNumber),
  ...listProblems(charity.helplines),
  ...charity.helplines.flatMap(helplineProblems),
  ...exitProblems(charity.exit),
  ...privacyProblems(charity),
  ...languageProblems(charity),
  ...cellProblems('timeZone', { name: 'timeZone', kind: 'zone' }, charity.timeZone),
  ...rangeProblems('sessionMinutes', charity.sessionMinutes, CHARITY_LIMITS.sessionMinutes),
  ...rangeProblems('keepsDays', charity.keepsDays, CHARITY_LIMITS.keepsDays),
  ...charity.allowedParents.flatMap((parent, at) =>
    cellProblems(
      `allowedParents.${at}`,
      { name: 'parent', kind: 'origin', most: CHARITY_LIMITS.allowedParent },
      parent,
    ),
  ),
];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The parts that differ. */
export const changedParts = (before: Charity, after: Charity): readonly CharityPart[] =>
  CHARITY_PARTS.filter((part) => !isSame(before[part], after[part]));

const readOr = (column: Column, cell: string): string => {
  const read = readCell(column, cell);
  return 'value' in read && typeof read.value === 'string' ? read.value : cell;
};

/** As it is stored: without the space around texts, and sites as a browser names them. */
export const tidyCharity = (charity: Charity): Charity => ({
  ...charity,
  name: charity.name.trim(),
  emergencyNumber: charity.emergencyNumber.trim(),
  helplines: charity.helplines.map((line) => ({
    ...line,
    name: line.name.trim(),
    what: line.what.trim(),
    hours: line.hours.trim(),
    number: line.number.trim(),
    source: line.source.trim(),
    reviewedOn: readOr({ name: 'day', kind: 'day' }, line.reviewedOn),
  })),
  exit: { title: charity.exit.title.trim(), url: charity.exit.url.trim() },
  privacy: { text: charity.privacy.text.trim(), url: charity.privacy.url.trim() },
  colour: charity.colour.trim().toLowerCase(),
  initials: charity.initials.trim(),
  languages: [...new Set(charity.languages.map((language) => language.trim()))],
  allowedParents: [
    ...new Set(
      charity.allowedParents
        .filter((parent) => !isBlank(parent))
        .map((parent) =>
          readOr({ name: 'parent', kind: 'origin', most: CHARITY_LIMITS.allowedParent }, parent),
        ),
    ),
  ],
});

/** Parts of a charity that change only with a fresh proof: how long chats are kept, and which sites may hold the page. */
const PROVED_PARTS: readonly CharityPart[] = ['keepsDays', 'allowedParents'];

/** Whether these changes of a charity ask who one is. */
export const asksForProof = (parts: readonly CharityPart[]): boolean =>
  parts.some((part) => PROVED_PARTS.includes(part));

/** The same for the list of the service. */
export const listAsksForProof = (before: readonly Values[], after: readonly Values[]): boolean =>
  ['keeps_days', 'keeps_names_days', 'provider_accounts', 'allowed_parents'].some(
    (column) => !isSame(before[0]?.[column], after[0]?.[column]),
  );
