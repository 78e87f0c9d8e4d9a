import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { listWords } from './list-words';

export const setupWords = withIsolatedTexts({
  title: 'Set up',
  views: 'Lists',
  loading: 'Loading the list',
  failed: 'We could not load the list. Try again.',
  again: 'Try again',
  empty: (many: string) => `No ${many} yet`,
  emptyMore: (one: string) => `Add ${one}, or import a file.`,
  add: (one: string) => `Add ${one}`,
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  acts: 'Actions',
  bringIn: 'Import',
  takeOut: { csv: 'Export CSV', json: 'Export JSON' },
  notExported: 'Nothing was exported. Try again in a moment.',
  save: 'Save',
  saveFile: (deleted: number) => (deleted === 0 ? 'Save' : `Save and delete ${deleted}`),
  inConversation: ({ name, visitors, inDanger }: { name: string; visitors: number; inDanger: number }) => {
    const people = visitors === 1 ? '1 person' : `${visitors} people`;
    const danger =
      inDanger === 0
        ? ''
        : visitors === 1
          ? ', who is in danger'
          : `, ${inDanger === 1 ? '1 of whom is' : `${inDanger} of whom are`} in danger`;
    const after = visitors === 1 ? 'That person goes' : 'They go';
    return `${name} is talking with ${people} now${danger}. ${after} back to the queue and are answered before the others. Nothing has been saved yet.`;
  },
  saveAnyway: 'Save, and sign them out now',
  saving: 'Saving…',
  savingMany: 'Saving. Each new person takes about a tenth of a second.',
  saved: 'Saved.',
  waits: (names: readonly string[]) =>
    names.length === 1
      ? `The role or account of ${names[0] ?? ''} changes when a second person agrees.`
      : `The roles or accounts of ${names.length} people change when a second person agrees: ${names.join(', ')}.`,
  waitsLook: 'See what waits',
  undo: 'Undo',
  outdated:
    'Someone else has changed this list, so nothing has been saved. What you typed is still here. Fields you did not change keep what they saved. Check what they changed, then save again.',
  othersChanged: 'What someone else changed',
  fromTo: (column: string, was: string, is: string) => `${column} from “${was}” to “${is}”`,
  whatChanged: { added: 'Added:', changed: 'Changed:', removed: 'Deleted:' },
  moreRows: (count: number) => (count === 1 ? 'And 1 more row.' : `And ${count} more rows.`),
  lastSave: (by: string, at: string, effects: string) => `${by} saved this list ${at}: ${effects}.`,
  countAdded: (count: number) => `${count} added`,
  countChanged: (count: number) => `${count} changed`,
  countDeleted: (count: number) => `${count} deleted`,
  otherName: 'another name',
  notKept: (name: string) => `${name}: not kept, because they have left`,
  countMoved: 'another order',
  undoUntil: (at: string) => `You can undo it until ${at.replace(/^at /, '')}.`,
  effectsOf: (effects: string, names: string) => `${effects} (${names})`,
  morePeople: (count: number) => (count === 1 ? '1 more person' : `${count} more people`),
  cannotUndo: 'This added people, so it cannot be undone. If someone should not come, make them not active.',
  undoAnyway: 'Undo, and sign them out now',
  undoOver: 'This can no longer be undone: ten minutes have passed, or it was undone already.',
  deletesOther: 'The number of rows to delete is different. Choose the file again.',
  mode: 'What to do with the rows in the list now',
  modes: { add: 'Add to the list', replace: 'Replace the list' },
  modeHints: {
    add: 'Rows that are not in the file stay.',
    replace: 'Rows that are not in the file are deleted.',
  },
  typeCount: (count: number) => `Type ${count} to delete ${count === 1 ? 'this row' : 'these rows'}`,
  rowsOfFile: 'Rows that change',
  notSavedSignIn: 'That was not saved yet. Sign in again, then save once more.',
  notSaved: 'Nothing has been saved. Try again in a moment.',
  rowWrong: 'There is a problem. Nothing has been saved. Check the marked fields.',
  unset: 'Not set',
  file: 'File',
  fileHint: 'CSV or JSON, up to 5,000 rows. The first line of a CSV file names the columns:',
  choose: 'Choose a file',
  chosen: (name: string) => `Chosen: ${name}`,
  checking: 'Checking the file…',
  olderEncoding:
    'This file is in an older encoding (Windows-1252). Check letters with accents before you save.',
  tooBig: 'This file is too big. Choose one of up to 1,000,000 characters.',
  adds: (count: string) => `Adds ${count}`,
  changes: (count: string) => `Changes ${count}`,
  deletes: (count: string) => `Deletes ${count}`,
  onlyOrder: 'Only the order changes.',
  checkNothing: 'This file is the same as the list. There is nothing to save.',
  checkLead: 'If you save this file, it:',
  fileOutdated: 'Someone else has changed this list. Nothing has been saved. Choose the file again.',
  keepsAll: 'Rows that are not in the file stay as they are.',
  problemsLead: (count: number) =>
    `We found ${count === 1 ? '1 problem' : `${count} problems`}. Nothing has been saved. Correct the file and choose it again.`,
  problemsMore: (count: number) => `And ${count} more.`,
  row: 'Row',
  column: 'Column',
  problem: 'What is wrong',
  wholeRow: 'the whole row',
  goneRow: '–',
  unreadable: {
    not_csv: (line: string) => `We cannot read this CSV file${line}. Check it and choose it again.`,
    not_utf8: (line: string) =>
      `Letters are missing${line}. Save the file as “CSV UTF-8” and choose it again.`,
    doubled_column: (_line: string, column: string) =>
      `The file has the column “${column}” twice. Remove one.`,
    not_json: () => 'We cannot read this JSON file. It must be a list of rows.',
    unknown_column: (_line: string, column: string) =>
      `This list has no column called “${column}”. Remove it from the file.`,
    missing_column: (_line: string, column: string) => `Add the column “${column}” to the file.`,
    too_many_rows: () => 'This file has too many rows. Up to 5,000 are allowed.',
  },
  atLine: (line: number) => `, from line ${line} on`,
  invitesTitle: 'Links for new people',
  invitesLead:
    'Give each person their link. It works once, for 72 hours, and they choose a password that you never see. We show the links only once; under Accounts you can make new ones.',
  invitesDone: 'I have passed them on',
  yes: 'Yes',
  no: 'No',
  problems: {
    missing: () => 'Fill in this field.',
    too_long: (most: string) => `Shorten this to ${most} characters.`,
    not_one_of: (_most: string, choices: string) => `Choose one of these: ${choices}.`,
    not_a_whole_number: (_most: string, choices: string) => `Enter a whole number, ${choices}.`,
    not_a_day: () => 'Enter a date, for example 30/11/2026.',
    not_a_time: () => 'Enter a time, for example 09:30.',
    not_an_origin: () =>
      'Enter the address of a website without a page, for example https://www.charity.example.',
    not_a_link: () => 'Enter a link that starts with https://.',
    hidden: () => 'Remove characters that cannot be seen.',
    not_a_language: () => 'Enter a language code, for example en or pt-BR.',
    not_a_zone: () => 'Enter a time zone, for example Europe/London.',
    not_a_name: () => 'Use lowercase letters, numbers, dots and dashes. Start with a letter or number.',
    not_a_code: () =>
      'Use lowercase letters, numbers and underscores, at least 2 characters. Start with a letter.',
    not_a_translation: () => 'Enter a language code and the name in that language, for example cy: Galar.',
    place_missing: (_most: string, names: string) => `Keep this in the text: ${names}.`,
    place_unknown: (_most: string, names: string) =>
      `Remove ${names} from the text. Nothing can be filled in there.`,
    markup: () => 'Enter plain text in one line, without tags, codes or line breaks.',
    looser: (_most: string, bound: string) =>
      `This protects people, so it can only be stricter than the default${bound === '' ? '' : `: ${bound}`}.`,
    unknown: (_most: string, names: string) =>
      names === ''
        ? 'The list this refers to has no such name. Add it there first.'
        : `The list this refers to has no ${names}. Add it there first.`,
    still_named: (_most: string, names: string) => `This is still used by: ${names}. Remove it there first.`,
    twice: (_most: string, choices: string) => `This is the same as row ${choices}.`,
    name_taken: () => 'Someone else signs in with this name already. Choose another.',
    too_near: (_most: string, row: string) =>
      `This is too close to ${row === '' ? 'another shift' : `row ${row}`} of the same person. Leave at least half an hour between two shifts, and eleven hours overnight.`,
    hours_of_day: (most: string) =>
      `This plans more than ${most} hours in 24 for this person. Shorten a shift.`,
    hours_of_week: (most: string) =>
      `This plans more than ${most} hours in 7 days for this person, which is the most anyone may work. Remove or shorten a shift.`,
    too_many_proposals: (most: string) =>
      `This changes the roles or accounts of more than ${most} people, and a second person has to agree to each. Save fewer of them at a time.`,
    yourself: () => 'You cannot remove your own administrator role. Ask another administrator.',
  },
  from: (least: number, most: number) => `${least} to ${most}`,
  atMost: (most: number) => `at most ${most}`,
  atLeast: (least: number) => `at least ${least}`,
  search: 'Search',
  onlyOwn: 'Show only my changes',
  ofLanguage: 'Language',
  allLanguages: 'All',
  shown: (shown: number, all: number) => `${shown} of ${all} rows`,
  partOfLanguage: (language: string, said: number, all: number) =>
    `${language}: ${said} of ${all} texts are ready. Visitors see it when all of them are.`,
  wholeLanguage: (language: string) => `${language}: all texts are ready. Visitors who choose it see it.`,
  noneFound: 'No rows match your search.',
  noneFoundMore: 'Try fewer letters, or show all rows.',
  showAll: 'Show all',
  asDefault: 'Use the default',
  asDefaultOf: (name: string) => `Use the default for ${name}`,
  preview: 'Preview for visitors',
  /** What the preview fills into a text. */
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
