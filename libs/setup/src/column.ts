import { codePoints, hasHiddenInName, isBlank } from '@warmline/vocabulary';
import { readDay, readTime } from './day-and-time';

/** Why a cell or a whole row is not valid. The set is closed: screens have words for each. */
export type Problem =
  | { readonly code: 'missing' }
  | { readonly code: 'too_long'; readonly most: number }
  | { readonly code: 'not_one_of'; readonly choices: readonly string[] }
  | { readonly code: 'not_a_whole_number'; readonly least: number; readonly most: number }
  | { readonly code: 'not_a_day' }
  | { readonly code: 'not_a_time' }
  | { readonly code: 'not_a_link' }
  | { readonly code: 'not_an_origin' }
  | { readonly code: 'not_a_name' }
  /** Characters that no one sees, or that move the letters around them. */
  | { readonly code: 'hidden' }
  | { readonly code: 'not_a_language' }
  | { readonly code: 'not_a_code' }
  | { readonly code: 'not_a_translation' }
  /** Not in the list it refers to. `names`: the unknown items of a cell that holds several. */
  | { readonly code: 'unknown'; readonly names?: readonly string[] }
  /** A text without a place that has to be in it, or with one that nothing goes into. */
  | { readonly code: 'place_missing'; readonly names: readonly string[] }
  | { readonly code: 'place_unknown'; readonly names: readonly string[] }
  /** Tags, entities, or more than one line. */
  | { readonly code: 'markup' }
  /** What protects people may only be stricter than it is by default. */
  | { readonly code: 'looser'; readonly least?: number; readonly most?: number }
  | { readonly code: 'not_a_zone' }
  /** The row would be deleted, but others refer to it: `names` says which. */
  | { readonly code: 'still_named'; readonly names: readonly string[] }
  | { readonly code: 'twice'; readonly first: number }
  /** Someone of another service in this deployment signs in with this name. */
  | { readonly code: 'name_taken' }
  /** Planned too near that row of the same person, or another that was not sent, or for more hours than they may work. */
  | { readonly code: 'too_near'; readonly first?: number }
  | { readonly code: 'hours_of_day' | 'hours_of_week'; readonly most: number }
  /** More changes that take two people than one save proposes. */
  | { readonly code: 'too_many_proposals'; readonly most: number }
  | { readonly code: 'yourself' };

/** What a column may hold. Lists are written with `;` between their items. */
export type ColumnKind =
  /** `names`: it is what a person is called, with nothing hidden in it. */
  | { readonly kind: 'text'; readonly most: number; readonly names?: 'person' }
  /** Lower-case letters, digits, dot and dash: the name a person signs in with. */
  | { readonly kind: 'name'; readonly most: number }
  /** Lower-case letters, digits and low lines: what is stored and counted, never shown to visitors. */
  | { readonly kind: 'code'; readonly most: number }
  /** A language and what it is called there, such as `cy: Galar`. `most`: of the words. */
  | { readonly kind: 'translation'; readonly most: number }
  | { readonly kind: 'link'; readonly most: number }
  /** The address of a site without a path, such as `https://www.charity.example`; http on this machine only. */
  | { readonly kind: 'origin'; readonly most: number }
  /** A language tag such as `en` or `pt-BR`. */
  | { readonly kind: 'language'; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'yes_no' }
  /** A day of the calendar, stored as yyyy-mm-dd and read as people write it. */
  | { readonly kind: 'day' }
  /** A time of day, stored as hh:mm, 00:00 to 24:00. */
  | { readonly kind: 'time' }
  /** A time zone by its name, such as Europe/London. */
  | { readonly kind: 'zone' }
  | { readonly kind: 'list'; readonly of: Exclude<ColumnKind, { kind: 'list' }>; readonly most: number };

export type Column = ColumnKind & {
  readonly name: string;
  /** May be left empty. */
  readonly optional?: true;
  /** Its cells, or the items in them, come from the first key column of that list. */
  readonly refersTo?: string;
  /** These are known beside what `refersTo` names, and so is what the list has already. */
  readonly among?: readonly string[];
  /** Shown beside a row that is always there. What a file says here is ignored. */
  readonly fixed?: true;
};

/** A cell as it is written in a file or a form, trimmed. '' is empty. */
export type Cell = string;
/** A cell as it is stored. */
export type Value = string | number | boolean | readonly Value[] | null;
export type Read = { readonly value: Value } | { readonly problem: Problem };

const YES = new Set(['yes', 'true', '1']);
const NO = new Set(['no', 'false', '0']);
const SIGN_IN_NAME = /^[a-z0-9][a-z0-9.-]*$/;
const CODE = /^[a-z][a-z0-9_]+$/;
const TRANSLATION = /^([A-Za-z0-9-]+)\s*:\s*(\S.*)$/;
/** Characters of a language tag, with the colon and the spaces around it. */
const TAG_MAX = 100;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const LINK = /^https:\/\/([^\s/?#@]+)(?:[/?#]\S*)?$/;
/** Goes into a header as it is: no wildcard, no quote, no separator. */
const ORIGIN =
  /^(?:https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z](?::\d{1,5})?|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)$/;
/** The longest name of a time zone has far fewer characters. */
const ZONE_MAX = 64;

/** The host has a dot within it. */
const isLink = (text: string): boolean => {
  const [, host = ''] = LINK.exec(text) ?? [];
  return host.slice(1, -1).includes('.');
};

const isZone = (name: string): boolean => {
  try {
    return (
      name.length <= ZONE_MAX &&
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
};

/** Characters of one item of a list, at most. */
const ITEM_MAX = 400;

const as = (value: Value): Read => ({ value });
const wrong = (problem: Problem): Read => ({ problem });
const orWrong = (value: Value, problem: Problem): Read => (value === null ? wrong(problem) : as(value));
interface Shape {
  readonly most: number;
  readonly pattern: RegExp;
  readonly problem: Problem;
}

/** The length comes first: no pattern meets a text that is too long. */
const within = (text: string, { most, pattern, problem }: Shape): Read => {
  if (codePoints(text) > most) return wrong({ code: 'too_long', most });
  return pattern.test(text) ? as(text) : wrong(problem);
};

const readLink = (text: string, most: number): Read => {
  const read = within(text, { most, pattern: LINK, problem: { code: 'not_a_link' } });
  return 'problem' in read || isLink(text) ? read : wrong({ code: 'not_a_link' });
};

/** Written with or without the last slash, and in any case. */
const readOrigin = (text: string, most: number): Read =>
  within(text.toLowerCase().replace(/\/$/, ''), {
    most,
    pattern: ORIGIN,
    problem: { code: 'not_an_origin' },
  });

const readWhole = (text: string, least: number, most: number): Read => {
  const number = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? as(number) : wrong({ code: 'not_a_whole_number', least, most });
};

const readYesNo = (text: string): Read => {
  if (YES.has(text.toLowerCase())) return as(true);
  return NO.has(text.toLowerCase()) ? as(false) : wrong({ code: 'not_one_of', choices: ['yes', 'no'] });
};

const readItems = (text: string, { of, most }: Extract<ColumnKind, { kind: 'list' }>): Read => {
  if (text.length > most * ITEM_MAX) return wrong({ code: 'too_long', most });
  const items = text.split(';').map((item) => item.trim());
  const read = [...new Set(items.filter((item) => item !== ''))].map((item) => readFull(of, item));
  if (read.length > most) return wrong({ code: 'too_long', most });
  const values: Value[] = [];
  for (const item of read) {
    if ('problem' in item) return item;
    values.push(item.value);
  }
  return as(values);
};

const readTranslation = (text: string, most: number): Read => {
  if (codePoints(text) > most + TAG_MAX) return wrong({ code: 'too_long', most });
  const [, language = '', words = ''] = TRANSLATION.exec(text) ?? [];
  if (!LANGUAGE.test(language)) return wrong({ code: 'not_a_translation' });
  return [...words].length > most ? wrong({ code: 'too_long', most }) : as(`${language}: ${words}`);
};

/** Each kind reads its own cells. */
type Readers = {
  readonly [Kind in ColumnKind['kind']]: (text: string, column: Extract<ColumnKind, { kind: Kind }>) => Read;
};
const READERS: Readers = {
  text: (text, { most, names }) => {
    if (codePoints(text) > most) return wrong({ code: 'too_long', most });
    return names === 'person' && hasHiddenInName(text) ? wrong({ code: 'hidden' }) : as(text);
  },
  name: (text, { most }) => within(text, { most, pattern: SIGN_IN_NAME, problem: { code: 'not_a_name' } }),
  code: (text, { most }) => within(text, { most, pattern: CODE, problem: { code: 'not_a_code' } }),
  translation: (text, { most }) => readTranslation(text, most),
  link: (text, { most }) => readLink(text, most),
  origin: (text, { most }) => readOrigin(text, most),
  language: (text, { most }) =>
    within(text, { most, pattern: LANGUAGE, problem: { code: 'not_a_language' } }),
  choice: (text, { choices }) => (choices.includes(text) ? as(text) : wrong({ code: 'not_one_of', choices })),
  whole: (text, { least, most }) => readWhole(text, least, most),
  yes_no: readYesNo,
  day: (text) => orWrong(readDay(text), { code: 'not_a_day' }),
  time: (text) => orWrong(readTime(text), { code: 'not_a_time' }),
  zone: (text) => (isZone(text) ? as(text) : wrong({ code: 'not_a_zone' })),
  list: readItems,
};

const readFull = <Kind extends ColumnKind['kind']>(
  column: Extract<ColumnKind, { kind: Kind }>,
  text: string,
): Read => READERS[column.kind](text, column);

const emptyOf = ({ kind }: Column): Value => (kind === 'list' ? [] : null);

/** What a cell says, or why it says nothing that can stand. Empty is null, or an empty list. */
export const readCell = (column: Column, cell: Cell): Read => {
  const text = isBlank(cell) ? '' : cell.trim();
  if (text !== '') return readFull(column, text);
  return column.optional === true ? as(emptyOf(column)) : wrong({ code: 'missing' });
};

/** The same value as a cell: what `readCell` reads back. */
export const writeCell = (value: Value): Cell => {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.map(writeCell).join('; ') : String(value);
};
