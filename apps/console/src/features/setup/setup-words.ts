import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { listWords } from './list-words';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const counted = (count: number, one: string): string | null => (count === 0 ? null : `${rows(count)} ${one}`);

export const setupWords = withIsolatedTexts({
  title: 'Set up',
  views: 'Lists',
  loading: 'Loading the list',
  failed: 'The list could not be loaded.',
  again: 'Try again',
  empty: 'Nothing here yet',
  emptyMore: 'Add a row, or bring in a file.',
  add: 'Add',
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  acts: 'Actions',
  bringIn: 'Bring in a file',
  takeOut: { csv: 'Save as CSV', json: 'Save as JSON' },
  save: 'Save',
  saving: 'Saving…',
  savingMany: 'Saving. New people take about a tenth of a second each.',
  saved: 'Saved.',
  removed: (name: string) => `${name} was removed.`,
  undo: 'Put it back',
  outdated:
    'Somebody else changed this list in the meantime. You see it as it is now; your change is not in it yet. Save again to make it.',
  notSavedSignIn: 'That was not saved yet. Sign in again, then save once more.',
  notSaved: 'That was not saved. Nothing has changed. Try again in a moment.',
  rowWrong: 'Some of it cannot stand as it is. Nothing was saved.',
  newRow: 'A new row',
  unset: 'Not set',
  file: 'File',
  fileHint: 'CSV or JSON, up to 5,000 rows. The first line of a CSV file names the columns:',
  choose: 'Choose a file',
  chosen: (name: string) => `Chosen: ${name}`,
  checking: 'Looking at the file…',
  tooBig: 'This file is too long: at most 1,000,000 characters.',
  check: (added: number, changed: number, removed: number) =>
    [counted(added, 'new'), counted(changed, 'changed'), counted(removed, 'taken away')]
      .filter((part) => part !== null)
      .join(', ') || 'Only their order changes.',
  checkNothing: 'This file says what the list says already.',
  checkLead: 'Saving this file means:',
  removesAll: 'Rows that are not in the file are taken away.',
  keepsAll: 'What is not in the file stays as it is.',
  problemsLead: (count: number) =>
    `${count === 1 ? 'One thing' : `${count} things`} cannot stand. Nothing was saved. Put the file right and choose it again.`,
  problemsMore: (count: number) => `And ${count} more.`,
  row: 'Row',
  column: 'Column',
  problem: 'What is wrong',
  wholeRow: 'the whole row',
  goneRow: '–',
  unreadable: {
    not_csv: (line: string) => `This is not a CSV file we can read${line}.`,
    not_json: () => 'This is not a JSON file of a list of rows.',
    unknown_column: (_line: string, column: string) => `There is no column called “${column}” here.`,
    missing_column: (_line: string, column: string) => `The column “${column}” is missing.`,
    too_many_rows: () => 'These are too many rows: at most 5,000.',
  },
  atLine: (line: number) => `, from line ${line} on`,
  firstTitle: 'First passwords',
  firstLead:
    'Give each person theirs yourself. They are shown this once and stored nowhere: after closing this, nobody can see them again.',
  firstDone: 'I have passed them on',
  yes: 'Yes',
  no: 'No',
  problems: {
    missing: () => 'This must not be empty.',
    too_long: (most: string) => `This is too long: at most ${most}.`,
    not_one_of: (_most: string, choices: string) => `This must be one of: ${choices}.`,
    not_a_whole_number: (_most: string, choices: string) => `This must be a whole number, ${choices}.`,
    not_a_day: () => 'This must be a day of the calendar, written like 2026-11-30.',
    not_a_time: () => 'This must be a time, written like 09:30.',
    not_a_link: () => 'This must be a link that begins with https://.',
    not_a_language: () => 'This must be a language tag, such as en or pt-BR.',
    not_a_zone: () => 'This must be a time zone by its name, such as Europe/London.',
    not_a_name: () =>
      'This may have small letters, digits, dots and dashes, and begins with a letter or digit.',
    not_a_code: () =>
      'This may have small letters, digits and low lines, and begins with a letter: two signs at least.',
    not_a_translation: () => 'This must be a language and what it is called there, such as cy: Galar.',
    place_missing: (_most: string, names: string) => `This has to stay in the text: ${names}.`,
    place_unknown: (_most: string, names: string) => `Nothing can go in here: ${names}. Take it out.`,
    markup: () => 'Only words, in one line: no tags, no codes for letters, no line breaks.',
    looser: (_most: string, bound: string) =>
      `This protects people and may only be stricter than the default${bound === '' ? '' : `: ${bound}`}.`,
    unknown: (_most: string, names: string) =>
      names === ''
        ? 'There is nothing of this name in the list it refers to.'
        : `There is nothing of this name in the list it refers to: ${names}.`,
    still_named: (_most: string, names: string) =>
      `This cannot go while others stand on it: ${names}. Take it away there first.`,
    twice: (_most: string, choices: string) => `This is the same as row ${choices}.`,
    too_near: (_most: string, row: string) =>
      `This is too near row ${row}, of the same person: between two shifts lie at least half an hour, and eleven hours overnight.`,
    hours_of_day: (most: string) => `With this, more than ${most} hours of 24 are planned for this person.`,
    hours_of_week: (most: string) =>
      `With this, more than ${most} hours of 7 days are planned for this person; nobody may work more.`,
    yourself: () => 'You cannot take your own right to administer away. Ask another administrator.',
  },
  from: (least: number, most: number) => `${least} to ${most}`,
  atMost: (most: number) => `at most ${most}`,
  atLeast: (least: number) => `at least ${least}`,
  search: 'Search',
  onlyOwn: 'Only what you have changed',
  ofLanguage: 'Language',
  allLanguages: 'All',
  shown: (shown: number, all: number) => `${shown} of ${all} rows`,
  partOfLanguage: (language: string, said: number, all: number) =>
    `${language}: ${said} of ${all} texts are there. Visitors see it once all of them are.`,
  wholeLanguage: (language: string) => `${language}: every text is there. Visitors who ask for it see it.`,
  noneFound: 'No row has these words.',
  noneFoundMore: 'Try fewer letters, or show them all.',
  showAll: 'Show all',
  asGiven: 'Use the default',
  asGivenOf: (name: string) => `Use the default for ${name}`,
  wasGiven: (name: string) => `${name} is as it is by default again.`,
  preview: 'As a visitor reads it',
  /** What goes into a text, to show it. */
  samples: {
    name: 'Sam',
    other: 'Jo',
    from: 'Sam',
    to: 'Jo',
    time: '18:00',
    day: 'Monday',
    number: '2',
    wish: 'Bereavement',
    detail: 'a phone number',
  },
  ...listWords,
});
