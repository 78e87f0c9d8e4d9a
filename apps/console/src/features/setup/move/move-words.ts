import type { ServiceImported } from '@warmline/contracts';
import { withIsolatedTexts } from '../../../shared/i18n/isolated';

type Unreadable = Extract<ServiceImported, { outcome: 'unreadable' }>['problem'];
type Because = Extract<ServiceImported, { outcome: 'not_new' }>['because'][number];

const unreadable: Readonly<Record<Unreadable, string>> = {
  not_signed: 'This is not a file of a service. Choose the file that was saved with “Save the file”.',
  altered: 'This file was changed after it was saved. Save it again at the old deployment.',
  not_understood:
    'This file is from another version of Warmline. Upgrade both deployments, and save it again.',
};

const because: Readonly<Record<Because, string>> = {
  opened: 'The chat was opened here.',
  people: 'Other people have accounts here.',
  lists: 'Something was saved here.',
  conversations: 'There are conversations here.',
};

export const moveWords = {
  ...withIsolatedTexts({
    title: 'Move this service',
    lead: 'Save everything that is set up here as one file, or import such a file into a new deployment.',
    takeOut: 'Save a file of this service',
    takeOutLead:
      'It has every list, your people without passwords, and what you say of yourselves. No conversation and no figure is in it: figures stay here, and a supervisor can save them as CSV from “Today”. Keep the file like other papers about staff. That you save it is recorded.',
    fingerprint: 'Fingerprint of this deployment',
    fingerprintLead: 'The new deployment asks you to compare this.',
    noFingerprint: 'We could not load it. Try again.',
    save: 'Save the file',
    notSaved: 'The file was not saved. Try again in a moment.',
    bringIn: 'Import a file',
    bringInLead:
      'Only while this deployment is new. We say what the file would make before anything changes.',
    file: 'File of a service',
    choose: 'Choose a file',
    chosen: (name: string) => `Chosen: ${name}`,
    checking: 'Reading the file',
    tooBig: 'This file is too big to be a file of a service.',
    notChecked: 'The file could not be checked. Try again in a moment.',
    from: (name: string, when: string) => `“${name}”, saved on ${when}`,
    makes: 'What it makes here',
    list: 'List',
    added: 'Added',
    changed: 'Changed',
    removed: 'Deleted',
    charity: 'Your charity',
    charityParts: (count: number) =>
      `On “Your charity” ${count === 1 ? '1 part changes' : `${count} parts change`}.`,
    nothing: 'Nothing changes: it is all here already.',
    compare: 'Fingerprint of the file',
    isSame: 'It is the same as at the old deployment',
    make: 'Make all of this here',
    making: 'Making…',
    made: 'Everything was made. Look at “Ready to open” next.',
    anotherKey: 'Compare the fingerprint again: the file is signed by another key.',
    notNew: 'A file is imported into a new deployment only.',
    savedLists: (names: string) => `Saved here: ${names}.`,
    problems: (list: string, count: number) =>
      `${count === 1 ? 'There is a problem' : `There are ${count} problems`} in the list ${list} of the file. Nothing has been saved. Put it right at the old deployment, and save the file again.`,
  }),
  unreadable,
  because,
};
