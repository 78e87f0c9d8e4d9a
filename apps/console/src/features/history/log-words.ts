import { withIsolatedTexts } from '../../shared/i18n/isolated';

const places: Readonly<Record<string, string>> = {
  folder: 'Folder of the server',
  webhook: 'Webhook',
  bucket: 'Bucket (S3)',
  git: 'Git remote',
  mail: 'Mailbox of a trustee',
  witness: 'Witness',
};

export const logWords = withIsolatedTexts({
  title: 'Audit log',
  lead: 'Every recorded fact is an entry of a log that no one can change unseen. An export can be checked on any computer, without this service.',
  loading: 'Loading the state of the log',
  size: (entries: number) =>
    entries === 1 ? '1 entry is in the log.' : `${entries} entries are in the log.`,
  none: 'Nothing is in the log yet. Its first entries are there within seconds.',
  exportTitle: 'Export',
  exportLead:
    'An export asks who you are, and is recorded. Ids of people and conversations are in it, and no words.',
  from: 'From',
  until: 'Until',
  person: 'Person',
  everyone: 'Everyone',
  days: 'Choose two days. The first one cannot be after the last.',
  csv: 'Export as CSV',
  json: 'Export as JSON',
  proofs: 'Each entry comes with its proof. A CSV opens in a spreadsheet.',
  whole: 'Export the whole log',
  wholeLead: 'For an auditor: all entries of all time, which also shows that nothing was left out.',
  check: 'To check a file: npm run audit:verify -- --export FILE --checkpoint FILE',
  began: 'Your browser saves the file now.',
  notExported: 'Nothing was exported. Try again in a moment.',
  copiesTitle: 'Where checkpoints are kept',
  copiesLead:
    'A checkpoint that is kept out of reach of this server shows any later change. Someone who runs the service sets the places.',
  noCopies: 'No checkpoint has been copied yet.',
  place: 'Place',
  last: 'Last copied',
  entries: 'Entries',
  state: 'State',
  never: 'Never',
  fine: 'Up to date',
  behind: (missing: number) => `${missing} behind`,
  failing: (times: number, code: string) => `Failed ${times === 1 ? 'once' : `${times} times`}: ${code}`,
});

/** A place by its name; one that this console does not know, by its code. */
export const placeName = (place: string): string => places[place] ?? place;
